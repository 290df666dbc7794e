// Generated from docs/openapi.json by npm run generate.

export interface paths {
  '/api/v1/agui': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Run the assistant by AG-UI 1.0: any of its clients works with nothing but the address and a token. */
    post: operations['runAgUi'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/guest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A guest identity, for clients that keep the token themselves. */
    post: operations['createGuest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with e-mail and password; conversations begun as a guest become the account’s. */
    post: operations['login'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends this sign-in: its access and refresh tokens stop working at once. */
    post: operations['logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/password/forgot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for a code by e-mail to choose a new password; the answer is the same for unknown addresses. */
    post: operations['forgotPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/password/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new password by the code of the e-mail; ends all sign-ins. */
    post: operations['resetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The next tokens for a refresh token; using one twice ends the sign-in. */
    post: operations['refresh'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A customer’s account, signed in at once; e-mail and phone are asked to be verified. */
    post: operations['register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the access token is good, whose it is and for how long. */
    get: operations['getAuthToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/verify-email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirms an e-mail address by the code that was sent to it. */
    post: operations['verifyEmail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/verify-phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirms the caller’s phone by the six digits that were sent to it; five guesses. */
    post: operations['verifyPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller’s bookings, or for staff everybody’s.
     * @description Staff need the permission `bookings.view`.
     */
    get: operations['listBookings'];
    put?: never;
    /**
     * Book a visit for one or more services at the quoted price. If taken, the problem names `freeHours` near it.
     * @description Staff need the permission `bookings.create`.
     */
    post: operations['createBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/free-hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hours at which a visit for these services could start, earliest first. */
    get: operations['listBookingFreeHours'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a visit costs, line by line, and whether somebody is free for it. Nothing is held. */
    post: operations['quoteBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One booking.
     * @description Staff need the permission `bookings.view`.
     */
    get: operations['getBooking'];
    /**
     * Change the notes, or the address inside the same pincode. What is not named stays.
     * @description Staff need the permission `bookings.update`.
     */
    put: operations['updateBooking'];
    post?: never;
    /**
     * Cancel a booking: the same as its `cancel`, by the customer’s own wish.
     * @description Staff need the permission `bookings.cancel`.
     */
    delete: operations['deleteBooking'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a booking. What is refunded follows from the hours before the slot.
     * @description Staff need the permission `bookings.cancel`.
     */
    post: operations['cancelBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What cancelling now would give back, the booking or some of its items. Changes nothing.
     * @description Staff need the permission `bookings.view`.
     */
    get: operations['getBookingCancellation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/items/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take items off a booking. The visit gets shorter; the visiting charge goes with the last item.
     * @description Staff need the permission `bookings.cancel`.
     */
    post: operations['cancelBookingItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/rate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rate finished work, once. */
    post: operations['rateBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a booking to another hour; number and price stay.
     * @description Staff need the permission `bookings.update`.
     */
    post: operations['rescheduleBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bookings/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where a booking stands, and what may follow.
     * @description Staff need the permission `bookings.view`.
     */
    get: operations['getBookingStatus'];
    /**
     * Take a booking one step on: confirmed, in progress, completed, or no-show.
     * @description Staff need the permission `bookings.update`.
     */
    put: operations['updateBookingStatus'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Uploads a picture or a PDF of at most 10 MB for a message or a complaint, which then names its id. */
    post: operations['createChatAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An attachment, for who has added it and for staff who may see the conversation or the complaint. */
    get: operations['getChatAttachment'];
    put?: never;
    post?: never;
    /** Takes an attachment back that belongs to no complaint yet. */
    delete: operations['deleteChatAttachment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The latest messages of one conversation, oldest first, or those before a cursor; who speaks, what runs. */
    get: operations['getChatHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/message': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say something; answered as one JSON object or, on request, as AG-UI events while it is worked out. */
    post: operations['sendMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/messages/{id}/edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say one of your messages anew; what came after it is gone, unless something was changed that stays. */
    post: operations['editChatMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/messages/{id}/reaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give an answer a thumb, up or down, with a reason if you like. */
    put: operations['updateChatMessageReaction'];
    post?: never;
    /** Take your thumb back. */
    delete: operations['deleteChatMessageReaction'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/runs/{turnId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a turn. What it has done by then stays and is told; one that has ended stays as it is. */
    post: operations['cancelChatRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/runs/{turnId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The AG-UI events of a turn, from the start or after `Last-Event-ID`, until it ends. */
    get: operations['followRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller’s conversations, last spoken in first; those that say something, on request. */
    get: operations['listChatSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a conversation away with its messages. What runs in it is cancelled first. */
    delete: operations['deleteChatSession'];
    options?: never;
    head?: never;
    /** Give a conversation another title. */
    patch: operations['updateChatSession'];
    trace?: never;
  };
  '/api/v1/chat/sessions/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happens in a conversation beside its turns: messages of people, who speaks, who writes. */
    get: operations['getChatSessionEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/sessions/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A conversation as a file, however long: JSON with all that is known, Markdown or PDF for reading. */
    get: operations['exportChatSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/sessions/{id}/typing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell the other side that you are writing; at most once a second it is told. */
    post: operations['typingChatSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/ui': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say something from a Vercel AI SDK client; answered as its UI message stream. */
    post: operations['sendUiMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/chat/ui/{id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The UI message stream of the turn that runs in a conversation, from the start or after `Last-Event-ID`. */
    get: operations['followUiChat'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/companies/{company}/widget': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How a company’s assistant presents itself. */
    get: operations['getCompanyWidget'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/complaints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller’s own complaints, newest first. */
    get: operations['listComplaints'];
    put?: never;
    /** Raise a complaint; answered with its number, its priority and the times by which it is dealt with. */
    post: operations['createComplaint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/complaints/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One complaint, with its state, priority and promised times.
     * @description Staff need the permission `complaints.view`.
     */
    get: operations['getComplaint'];
    /**
     * Change the category or the description of a complaint that is still open; its priority follows.
     * @description Staff need the permission `complaints.update`.
     */
    put: operations['updateComplaint'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/complaints/{id}/escalate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a complaint to the next level of staff. Customers may ask once a day, and whenever time was missed.
     * @description Staff need the permission `complaints.escalate`.
     */
    post: operations['escalateComplaint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/complaints/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Settle a complaint with a decision that the customer can read.
     * @description Staff need the permission `complaints.resolve`.
     */
    post: operations['resolveComplaint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/complaints/{id}/updates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was written on a complaint and what happened to it, oldest first.
     * @description Staff need the permission `complaints.view`.
     */
    get: operations['listComplaintUpdates'];
    put?: never;
    /**
     * Write a comment on a complaint.
     * @description Staff need the permission `complaints.update`.
     */
    post: operations['createComplaintUpdate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document of the company’s public knowledge, to open a citation in it. */
    get: operations['getDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What staff have done, newest first.
     * @description Staff need the permission `audit.view`.
     */
    get: operations['listOpsActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/activity/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The activity log of a period as a CSV file of at most 10,000 entries; the export is in the log as well.
     * @description Staff need the permission `audit.export`.
     */
    get: operations['exportOpsActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in to the operations side. The session is listed among those of the staff, and can be ended there. */
    post: operations['opsLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/auth/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for an account on the operations side. It waits until an administrator approves it. */
    post: operations['opsRegister'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/complaints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All complaints: filtered, searched and sorted.
     * @description Staff need the permission `complaints.view`.
     */
    get: operations['listOpsComplaints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/complaints/analytics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Counts, times to the first response and to the resolution, and the shares within the promised time.
     * @description Staff need the permission `analytics.view`.
     */
    get: operations['getOpsComplaintAnalytics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/complaints/priority': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The complaints that wait for a person or are worked on, most pressing first, with their clocks.
     * @description Staff need the permission `complaints.view`.
     */
    get: operations['listPriorityQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/complaints/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a complaint to one of the staff who may work on complaints.
     * @description Staff need the permission `complaints.assign`.
     */
    post: operations['assignOpsComplaint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/complaints/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Move a complaint to a next state: take it up, wait for the customer, resolve, close, take up again.
     * @description Staff need the permission `complaints.update`.
     */
    put: operations['updateOpsComplaintStatus'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The conversations that wait for a person, most pressing first; or those with one, or those that are over.
     * @description Staff need the permission `conversations.view`.
     */
    get: operations['listOpsHandoffs'];
    put?: never;
    /**
     * Join a conversation that nobody has asked a person into; one that waits is taken as it is.
     * @description Staff need the permission `conversations.take_over`.
     */
    post: operations['createOpsHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A handoff with its conversation and what the customer has with the company. The look is logged.
     * @description Staff need the permission `conversations.view`.
     */
    get: operations['getOpsHandoff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs/{id}/hand-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the conversation back to the assistant, which says so.
     * @description Staff need the permission `conversations.take_over`.
     */
    post: operations['handBackOpsHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say something to the customer. For whoever has the conversation, and those above them.
     * @description Staff need the permission `conversations.take_over`.
     */
    post: operations['createOpsHandoffMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write a note into the conversation that only staff see.
     * @description Staff need the permission `conversations.take_over`.
     */
    post: operations['createOpsHandoffNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/handoffs/{id}/take-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Speak in place of the assistant from now on. Of two who try at once, one gets it.
     * @description Staff need the permission `conversations.take_over`.
     */
    post: operations['takeOverOpsHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that a role can be allowed to do.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['listOpsPermissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/reactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many thumbs customers have given on these days, in all and by day.
     * @description Staff need the permission `analytics.view`.
     */
    get: operations['getOpsReactions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The roles of the company with what they may do, highest first.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['listOpsRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/roles/{slug}/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Decide what a role of a lower level may do; nobody passes on what they may not do themselves.
     * @description Staff need the permission `staff.assign_roles`.
     */
    put: operations['updateOpsRolePermissions'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sessions of all staff that still run, newest first.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['listOpsSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a session from afar: its tokens are refused at once.
     * @description Staff need the permission `staff.update`.
     */
    delete: operations['deleteOpsSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Accounts of the operations side, newest first.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['listOpsUsers'];
    put?: never;
    /**
     * A new account with a role of a lower level than your own.
     * @description Staff need the permission `staff.create`.
     */
    post: operations['createOpsUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One account of the operations side.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['getOpsUser'];
    /**
     * Change the name or the number of an account, or let a suspended one in again.
     * @description Staff need the permission `staff.update`.
     */
    put: operations['updateOpsUser'];
    post?: never;
    /**
     * Suspend an account: it is signed out everywhere and cannot sign in. What it did stays on record.
     * @description Staff need the permission `staff.update`.
     */
    delete: operations['deleteOpsUser'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve somebody who registered, and give them a role of a lower level than your own.
     * @description Staff need the permission `staff.approve`.
     */
    post: operations['approveOpsUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn down somebody who registered. They can still be approved later.
     * @description Staff need the permission `staff.approve`.
     */
    post: operations['rejectOpsUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users/{id}/role': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give one of the staff another role. Both roles are of a lower level than your own.
     * @description Staff need the permission `staff.assign_roles`.
     */
    put: operations['updateOpsUserRole'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ops/users/{id}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sessions of one account that still run, newest first.
     * @description Staff need the permission `staff.view`.
     */
    get: operations['listOpsUserSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pincodes/{pincode}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A postal area: where it is, whether it is served and, if not, which places close by are. */
    get: operations['getPincode'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The professionals; contact data only for staff who may see it. */
    get: operations['listProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who could do a service at a place, best rated first. */
    get: operations['searchProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A professional; contact data and areas only for staff who may see them. */
    get: operations['getProvider'];
    /**
     * Change a professional’s state, skills and areas. Only what is given is changed; lists are replaced.
     * @description Staff need the permission `providers.update`.
     */
    put: operations['updateProvider'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}/availability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When a professional is free, day by day. */
    get: operations['listProviderAvailability'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What customers said of a professional, latest job first. */
    get: operations['listProviderReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Refunds, latest first: of the caller’s own bookings, or for staff all.
     * @description Staff need the permission `refunds.view`.
     */
    get: operations['listRefunds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/refunds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One refund: how much, by which rule, who decided and, if it was rejected, why.
     * @description Staff need the permission `refunds.view`.
     */
    get: operations['getRefund'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/refunds/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve a refund that waits because of its size; not one of one’s own.
     * @description Staff need the permission `refunds.approve`.
     */
    post: operations['approveRefund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/refunds/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reject a refund that waits because of its size; not one of one’s own.
     * @description Staff need the permission `refunds.approve`.
     */
    post: operations['rejectRefund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every service, those not on offer included, by slug.
     * @description Staff need the permission `catalogue.view`.
     */
    get: operations['listServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The kinds of work on offer, in the company’s order. */
    get: operations['listServiceCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/categories/{id}/subcategories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a category consists of. */
    get: operations['listServiceCategorySubcategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/recommendations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to book for a problem; without one, what the customer and others book. */
    get: operations['listServiceRecommendations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Services by words, family, place and price. */
    get: operations['searchServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A service: what belongs to it, what it costs, how long it takes. */
    get: operations['getService'];
    /**
     * Change a service: price, discount, texts, whether it is on offer. Only what is given is changed.
     * @description Staff need the permission `catalogue.update`.
     */
    put: operations['updateService'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/{id}/attributes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a booking of this service may be: quantities, hours, notice, charges. */
    get: operations['getServiceAttributes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/{id}/price': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a job costs at a place, to the paisa: a booking with the same facts is charged exactly this. */
    post: operations['priceService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/services/{id}/rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rate cards of a service’s subcategory; with a pincode, what one unit costs there. */
    get: operations['listServiceRates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller’s account. */
    get: operations['getMe'];
    /** Changes name, e-mail and phone; a new e-mail or phone needs the password and is to be verified again. */
    put: operations['updateMe'];
    post?: never;
    /** Closes the account; personal data is removed after 30 days. */
    delete: operations['deleteMe'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/me/addresses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller’s saved addresses, the default one first. */
    get: operations['listMyAddresses'];
    put?: never;
    /** Saves an address. */
    post: operations['createMyAddress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/me/addresses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of the caller’s saved addresses. */
    get: operations['getMyAddress'];
    /** Replaces a saved address; bookings keep the one they were made with. */
    put: operations['updateMyAddress'];
    post?: never;
    /** Takes an address off the saved ones. */
    delete: operations['deleteMyAddress'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** A new password; ends all other sign-ins. */
    patch: operations['updateMyPassword'];
    trace?: never;
  };
  '/api/v1/users/me/picture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller’s picture. */
    get: operations['getMyPicture'];
    /** Sets the caller’s picture: PNG, JPEG or WebP of at most 2 MB. */
    put: operations['updateMyPicture'];
    post?: never;
    /** Takes the caller’s picture away. */
    delete: operations['deleteMyPicture'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/me/verification/{contact}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends the message again that asks to verify the e-mail address or the phone. */
    post: operations['createMyVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}/picture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture of an account.
     * @description Staff need the permission `customers.view`.
     */
    get: operations['getUserPicture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process answers. */
    get: operations['isLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process can serve: 503 while the database or Redis cannot be reached. */
    get: operations['isReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This API as an OpenAPI 3.1 document. */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ApproveOpsUserRequest: {
      /**
       * @description Slug of a role of a lower level than your own.
       * @example support_agent
       */
      role: string;
    };
    AssignOpsComplaintRequest: {
      /** @description User id of an active member of staff. */
      userId: string;
    };
    Booking: {
      id: string;
      /**
       * @description What people say on the phone
       * @example NX-7F3K4M
       */
      number: string;
      userId: string;
      /**
       * @example confirmed
       * @enum {string}
       */
      status: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      startsAt: string;
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      endsAt: string;
      provider: {
        id: string;
        name: string;
        rating: number;
      };
      address: {
        /** @example Home */
        label: string;
        line1: string;
        locality: string;
        city: string;
        state: string;
        pincode: string;
      };
      items: {
        rateCardId: string;
        /** @example AC repair visit */
        name: string;
        quantity: number;
        unitPricePaise: number;
        discountPaise: number;
        /** @description unitPrice × quantity − discount, before visiting charge and tax */
        totalPaise: number;
        /**
         * @description Minutes that one unit takes
         * @example 60
         */
        durationMinutes: number;
        id: string;
        /**
         * Format: date-time
         * @description Since when it is off the visit; the charges stay as they were
         * @example 2026-11-21T11:30:00.000Z
         */
        cancelledAt?: string;
        /** @description Of the refund for it */
        refundId?: string;
      }[];
      subtotalPaise: number;
      visitingChargePaise: number;
      discountPaise: number;
      gstPaise: number;
      /**
       * @description subtotal + visitingCharge − discount + gst
       * @example 41064
       */
      totalPaise: number;
      /** @enum {string} */
      channel: 'web' | 'api' | 'sms' | 'whatsapp' | 'email' | 'phone';
      notes?: string;
      rating?: number;
      review?: string;
      cancelReason?: string;
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      cancelledAt?: string;
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      completedAt?: string;
      rescheduleCount: number;
      /**
       * @description For `If-Match`; also the `ETag`
       * @example 1
       */
      version: number;
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-11-21T11:30:00.000Z
       */
      updatedAt: string;
    };
    CancelBookingItemRequest: {
      /**
       * @description Why, in the customer’s words
       * @example I am travelling that day.
       */
      reason: string;
      /** @description The refund that the customer was shown; any other is refused */
      quotedRefundPaise?: number;
      /** @description Items of the booking; with the last one it is cancelled */
      itemIds: string[];
    };
    CancelBookingRequest: {
      /**
       * @description Why, in the customer’s words
       * @example I am travelling that day.
       */
      reason: string;
      /**
       * @description Staff only: who made the cancellation necessary
       * @enum {string}
       */
      fault?: 'provider' | 'platform';
      /** @description The refund that the customer was shown; any other is refused */
      quotedRefundPaise?: number;
    };
    CancelChatRunAnswer: {
      turnId: string;
      /** @description Whether this call has ended the turn */
      isCancelled: boolean;
    };
    Complaint: {
      id: string;
      /** @example CP-7F3K9M */
      number: string;
      /** @enum {string} */
      category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
      /** @example The tap that was repaired yesterday leaks again. */
      description: string;
      /** @enum {string} */
      status: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
      /**
       * @description As calculated when last looked at.
       * @example 60
       */
      priorityScore: number;
      /** @enum {string} */
      priorityBand: 'low' | 'medium' | 'high' | 'critical';
      booking?: {
        id: string;
        number: string;
      };
      /**
       * @description 0 until it was escalated.
       * @example 0
       */
      escalationLevel: number;
      /**
       * @description Role that the level goes to.
       * @example team_lead
       */
      escalatedTo?: string;
      /** Format: date-time */
      firstResponseDueAt: string;
      /** Format: date-time */
      firstRespondedAt?: string;
      /** Format: date-time */
      resolutionDueAt: string;
      /** Format: date-time */
      resolvedAt?: string;
      /** @example A plumber comes again tomorrow at 10 am, free of charge. */
      resolution?: string;
      /** @description For staff only. */
      customer?: {
        id: string;
        name: string;
      };
      /** @description For staff only. */
      assignedTo?: {
        id: string;
        name: string;
      };
      /** @description Where a complaint is read by itself. */
      attachments?: components['schemas']['CreateChatAttachmentAnswer'][];
      /**
       * @description Goes into `If-Match`, in quotes.
       * @example 1
       */
      version: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    CreateBookingRequest: {
      /**
       * @description What is done in this visit, by one professional: each service once
       * @example [
       *       {
       *         "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz0",
       *         "quantity": 2
       *       },
       *       {
       *         "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz1",
       *         "quantity": 1
       *       }
       *     ]
       */
      items: {
        /** @description Id of the service */
        rateCardId: string;
        /**
         * @description In units of the service
         * @default 1
         */
        quantity: number;
      }[];
      /**
       * Format: date-time
       * @description Start of the slot: a full hour on the company’s clock
       * @example 2026-11-21T11:30:00Z
       */
      startsAt: string;
      /** @description A saved address by its id, or a new one, which is saved */
      address:
        | {
            /** @description Of a saved address */
            id: string;
          }
        | {
            /** @example 12, 5th Block, 80 Feet Road */
            line1: string;
            /** @example Koramangala */
            locality?: string;
            /** @example 560034 */
            pincode: string;
          };
      /**
       * @description The total that the customer was shown. Quoted is charged: any other price is refused.
       * @example 41064
       */
      quotedTotalPaise: number;
      /**
       * @description For the professional
       * @example Ring the bell twice.
       */
      notes?: string;
      /** @description Staff only: the customer for whom they book */
      userId?: string;
    };
    CreateChatAttachmentAnswer: {
      /** @description Read it at `/api/v1/chat/attachments/{id}`. */
      id: string;
      /** @example leak.jpg */
      name: string;
      /** @example image/jpeg */
      contentType: string;
      /** @example 48213 */
      bytes: number;
      /** Format: date-time */
      createdAt: string;
    };
    CreateComplaintRequest: {
      /**
       * @description What it is about.
       * @example quality
       * @enum {string}
       */
      category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
      /**
       * @description What happened, in the customer’s words.
       * @example The tap that was repaired yesterday leaks again.
       */
      description: string;
      /**
       * @description Id or number of the booking that it is about.
       * @example NX-7F3K9M
       */
      bookingId?: string;
      /**
       * @description Files that the customer has uploaded to `/api/v1/chat/attachments`, by id.
       * @example []
       */
      attachmentIds?: string[];
    };
    CreateComplaintUpdateAnswer: {
      id: string;
      /** @enum {string} */
      kind: 'comment' | 'status' | 'assignment' | 'escalation' | 'resolution';
      /** @example Any time after 10 am suits me. */
      text: string;
      /** @example false */
      isInternal: boolean;
      author: {
        /** @enum {string} */
        kind: 'customer' | 'staff' | 'system';
        /** @description Staff’s names are for staff only. */
        name?: string;
      };
      /** Format: date-time */
      createdAt: string;
    };
    CreateComplaintUpdateRequest: {
      /** @example Any time after 10 am suits me. */
      text: string;
      /**
       * @description A note that only staff see; for staff only.
       * @default false
       * @example false
       */
      isInternal: boolean;
      /**
       * @description Files that the customer has uploaded to `/api/v1/chat/attachments`, by id.
       * @example []
       */
      attachmentIds?: string[];
    };
    CreateGuestAnswer: {
      /** @description Goes into `Authorization: Bearer …` */
      accessToken: string;
      /**
       * @description Life of the access token, seconds
       * @example 3600
       */
      expiresIn: number;
    };
    CreateMyAddressRequest: {
      /**
       * @description What its owner calls it
       * @example Home
       */
      label: string;
      /**
       * @description House and street
       * @example 12, Hill Road
       */
      line1: string;
      /**
       * @description That of the pincode unless given
       * @example Bandra West
       */
      locality?: string;
      /**
       * @description Decides city and state
       * @example 400050
       */
      pincode: string;
      /** @description Use it when none is named; the first address is it anyway */
      isDefault?: boolean;
    };
    CreateOpsHandoffAnswer: {
      id: string;
      conversationId: string;
      title: string;
      channel: string;
      /** @enum {string} */
      reason:
        | 'customer_asked'
        | 'not_understood'
        | 'negative_sentiment'
        | 'complaint_critical'
        | 'safety'
        | 'refund_dispute'
        | 'assistant_failed'
        | 'staff_took_over';
      /** @enum {string} */
      status: 'waiting' | 'active' | 'ended';
      /** @description How pressing it is. */
      score: number;
      /** @description What it is about, from what was said and understood. */
      summary: string;
      /** @description Absent for a guest. */
      customer?: {
        id: string;
        name: string;
      };
      takenBy?: {
        id: string;
        name: string;
      };
      /** Format: date-time */
      takenAt?: string;
      /** Format: date-time */
      endedAt?: string;
      /** Format: date-time */
      lastMessageAt: string;
      /** Format: date-time */
      createdAt: string;
    };
    CreateOpsHandoffMessageAnswer: {
      messageId: string;
    };
    CreateOpsHandoffMessageRequest: {
      /** @example I have asked the plumber; he will be there at 5 pm. */
      text: string;
    };
    CreateOpsHandoffRequest: {
      /** @example ses_01kaq3x8d2v7b4n6m8p0r2t4w6 */
      conversationId: string;
    };
    CreateOpsUserRequest: {
      /**
       * @description Name as the person writes it
       * @example Asha Rao
       */
      name: string;
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      /**
       * @description Indian mobile number
       * @example +919876543210
       */
      phone: string;
      /**
       * @description The first password. Without it, the holder chooses one with “forgot password”.
       * @example blue-kettle-on-stairs
       */
      password?: string;
      /**
       * @description Slug of a role of a lower level than your own.
       * @example support_agent
       */
      role: string;
    };
    DeleteBookingAnswer: {
      booking: components['schemas']['Booking'];
      refund: {
        id: string;
        /**
         * @description Of what was charged for what goes
         * @example 75
         */
        percent: number;
        amountPaise: number;
        /** @description On top, for a later booking */
        creditPaise: number;
        /** @enum {string} */
        status: 'waiting_for_approval' | 'approved' | 'rejected';
        /** @example 2026-10 */
        policyVersion: string;
      };
    };
    DeleteMeRequest: {
      /** @description The present password */
      password: string;
    };
    DeleteOpsSessionAnswer: {
      id: string;
      user: {
        id: string;
        /** @example Meera Iyer */
        name: string;
      };
      /** @example 203.0.113.7 */
      ip?: string;
      userAgent?: string;
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      lastSeenAt: string;
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      revokedAt?: string;
    };
    Document: {
      id: string;
      title: string;
      version: string;
      source: string;
    };
    EditChatMessageRequest: {
      text: string;
    };
    EscalateComplaintRequest: {
      /** @example Nobody has called me back. */
      reason?: string;
    };
    ForgotPasswordRequest: {
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
    };
    GetAuthTokenAnswer: {
      /** @enum {string} */
      kind: 'guest' | 'customer' | 'staff';
      /** @description Of the account or the guest */
      id: string;
      name?: string;
      /** @description Of staff; null while the account waits for approval */
      role?: string | null;
      /**
       * @description Of staff
       * @example [
       *       "bookings.view"
       *     ]
       */
      permissions?: string[];
      sessionId?: string;
      /** Format: date-time */
      issuedAt?: string;
      /** Format: date-time */
      expiresAt?: string;
    };
    GetBookingCancellationAnswer: {
      allowed: boolean;
      /** @description Why not */
      reason?: string;
      /**
       * @description Until the slot begins; negative afterwards
       * @example 8.5
       */
      hoursBefore: number;
      /** @description Whether nothing would be left of the booking */
      whole?: boolean;
      refund?: {
        /**
         * @description Of what was charged for what goes
         * @example 75
         */
        percent: number;
        /**
         * @description What was charged for what goes
         * @example 41064
         */
        paidPaise: number;
        amountPaise: number;
        /** @description On top, for a later booking */
        creditPaise: number;
        /** @description A person must approve a refund of this size */
        needsApproval: boolean;
        /** @description The row of the refund table that applies */
        policy: {
          /** @example 2026-10 */
          version: string;
          /** @description The row used: at least so many hours before */
          fromHours?: number;
          /**
           * @description The row used: by whose fault
           * @enum {string}
           */
          fault?: 'provider' | 'platform';
        };
      };
    };
    GetBookingStatusAnswer: {
      id: string;
      number: string;
      /**
       * @example confirmed
       * @enum {string}
       */
      status: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';
      /** @description What the staff can set now */
      next: ('pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show')[];
      /** @description What the rules allow the customer now */
      actions: ('update' | 'reschedule' | 'cancel' | 'rate')[];
      version: number;
    };
    GetChatHistoryAnswer: {
      sessionId: string;
      /**
       * @description While a person speaks, the assistant is silent.
       * @enum {string}
       */
      speaker: 'assistant' | 'person';
      /**
       * @description A person was asked for, or is there: follow the session’s events.
       * @enum {string}
       */
      handoff?: 'waiting' | 'active';
      messages: {
        id: string;
        turnId?: string;
        /** @description Grows with every message; `Last-Event-ID` of the session’s events. */
        seq: number;
        /**
         * @description `operator`: a person of the company.
         * @enum {string}
         */
        role: 'user' | 'assistant' | 'operator';
        text: string;
        parts?: {
          agent: string;
          text: string;
          sources: (
            | {
                /** @constant */
                kind: 'row';
                table: string;
                id: string;
                label: string;
                fields: {
                  [key: string]: string | number | null;
                };
              }
            | {
                /** @constant */
                kind: 'passage';
                documentId: string;
                version: string;
                title: string;
                heading: string;
                start: number;
                end: number;
                quote: string;
              }
            | {
                /** @constant */
                kind: 'policy';
                rule: string;
                version: string;
                label: string;
              }
            | {
                /** @constant */
                kind: 'engine';
                maker: string;
                version: string;
              }
          )[];
          wasCorrected?: boolean;
        }[];
        card?:
          | {
              /** @constant */
              type: 'booking_quote';
              items: {
                name: string;
                quantity: number;
              }[];
              /** Format: date-time */
              startsAt: string;
              /** Format: date-time */
              endsAt: string;
              when: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              price: {
                lines: {
                  label: string;
                  amountPaise: number;
                }[];
                totalPaise: number;
                /** @constant */
                currency: 'INR';
              };
              /** Format: date-time */
              holdExpiresAt: string;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @constant */
              type: 'booking_receipt';
              number: string;
              status: string;
              items: {
                name: string;
                quantity: number;
              }[];
              /** Format: date-time */
              startsAt: string;
              /** Format: date-time */
              endsAt: string;
              when: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              price: {
                lines: {
                  label: string;
                  amountPaise: number;
                }[];
                totalPaise: number;
                /** @constant */
                currency: 'INR';
              };
            }
          | {
              /** @constant */
              type: 'reschedule_quote';
              number: string;
              service: string;
              from: string;
              to: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @enum {string} */
              type: 'cancellation_quote' | 'cancellation_receipt';
              number: string;
              service: string;
              when: string;
              items: string[];
              isWhole: boolean;
              rule: string;
              policyVersion: string;
              paidPaise: number;
              refundPercent: number;
              refundPaise: number;
              creditPaise: number;
              needsApproval: boolean;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @enum {string} */
              type: 'complaint_quote' | 'complaint_receipt';
              number: string;
              about: string;
              category: string;
              description: string;
              photos: number;
              /** @enum {string} */
              band: 'low' | 'medium' | 'high' | 'critical';
              answerBy: string;
              settledBy: string;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @constant */
              type: 'comparison';
              columns: string[];
              rows: {
                label: string;
                cells: string[];
              }[];
              actions: {
                label: string;
                text: string;
              }[];
            };
        ask?: {
          /** @enum {string} */
          kind: 'slot' | 'confirm' | 'choice' | 'sign_in' | 'clarify';
          id?: string;
          slot?: string;
          options: {
            label: string;
            text: string;
          }[];
          resumeText?: string;
        };
        /** @description The reader’s own. */
        reaction?: {
          /** @enum {string} */
          value: 'up' | 'down';
          reason?: string;
        };
        /** Format: date-time */
        createdAt: string;
      }[];
      /** @description Leads to older messages. */
      nextCursor?: string;
      running?: {
        turnId: string;
      };
    };
    GetCompanyWidgetAnswer: {
      name: string;
      assistantName: string;
      greeting: string;
      suggestions: string[];
      supportPhone: string;
      supportEmail: string;
      supportHours: string;
    };
    GetMeAnswer: {
      /** @example usr_01kabcdefghjkmnpqrstvwxyz0 */
      id: string;
      /** @enum {string} */
      role: 'customer' | 'ops';
      /** @example Asha Rao */
      name: string;
      /** @example asha@example.com */
      email: string;
      emailVerified: boolean;
      /**
       * @description E.164
       * @example +919876543210
       */
      phone: string;
      phoneVerified: boolean;
      /** @description Path of the picture, if there is one */
      picture?: string;
      /** Format: date-time */
      lastLoginAt?: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Also the `ETag` */
      version: number;
    };
    GetOpenApiAnswer: {
      [key: string]: unknown;
    };
    GetOpsComplaintAnalyticsAnswer: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      /** @enum {string} */
      groupBy: 'category' | 'band' | 'day' | 'assignee';
      total: {
        count: number;
        /** @description Neither resolved nor closed. */
        openCount: number;
        resolvedCount: number;
        escalatedCount: number;
        /** @description Now. */
        overdueCount: number;
        firstResponse: {
          /**
           * @description Null when there is nothing to average.
           * @example 42.5
           */
          averageMinutes: number | null;
          /** @example 30 */
          medianMinutes: number | null;
          /**
           * @description Of those that were done, or should have been by now.
           * @example 0.925
           */
          withinSlaShare: number | null;
        };
        resolution: {
          /**
           * @description Null when there is nothing to average.
           * @example 42.5
           */
          averageMinutes: number | null;
          /** @example 30 */
          medianMinutes: number | null;
          /**
           * @description Of those that were done, or should have been by now.
           * @example 0.925
           */
          withinSlaShare: number | null;
        };
      };
      groups: {
        /** @description Category, band, day or user id; null: nobody’s. */
        key: string | null;
        label: string;
        count: number;
        /** @description Neither resolved nor closed. */
        openCount: number;
        resolvedCount: number;
        escalatedCount: number;
        /** @description Now. */
        overdueCount: number;
        firstResponse: {
          /**
           * @description Null when there is nothing to average.
           * @example 42.5
           */
          averageMinutes: number | null;
          /** @example 30 */
          medianMinutes: number | null;
          /**
           * @description Of those that were done, or should have been by now.
           * @example 0.925
           */
          withinSlaShare: number | null;
        };
        resolution: {
          /**
           * @description Null when there is nothing to average.
           * @example 42.5
           */
          averageMinutes: number | null;
          /** @example 30 */
          medianMinutes: number | null;
          /**
           * @description Of those that were done, or should have been by now.
           * @example 0.925
           */
          withinSlaShare: number | null;
        };
      }[];
    };
    GetOpsReactionsAnswer: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      up: number;
      down: number;
      /** @description Only days on which somebody has reacted. */
      days: {
        /** Format: date */
        date: string;
        up: number;
        down: number;
      }[];
    };
    GetServiceAttributesAnswer: {
      service: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
      };
      unit: string;
      /** @description The most that one visit can take */
      maxQuantity: number;
      /**
       * @description Minutes that one unit takes
       * @example 60
       */
      durationMinutes: number;
      /** @description Whole hours that are booked, for each quantity that one visit can take */
      hoursByQuantity: {
        quantity: number;
        hours: number;
      }[];
      /**
       * @description Local hour at which the first job may start
       * @example 9
       */
      opensAt: number;
      /**
       * @description Local hour by which the last job must end
       * @example 21
       */
      closesAt: number;
      /** @example Asia/Kolkata */
      timeZone: string;
      /** @description Notice that a booking needs */
      minLeadHours: number;
      maxDaysAhead: number;
      /** @description How long an hour is kept while the customer decides */
      holdMinutes: number;
      gstPercent: number;
      visitingCharges: {
        tier: number;
        chargePaise: number;
      }[];
      policyVersion: string;
    };
    IsLiveAnswer: {
      /** @constant */
      status: 'ok';
    };
    IsReadyAnswer: {
      /** @enum {string} */
      status: 'ok' | 'failed';
      checks: {
        /** @enum {string} */
        database: 'ok' | 'failed';
        /** @enum {string} */
        redis: 'ok' | 'failed';
      };
    };
    ListBookingFreeHoursAnswer: {
      items: {
        /**
         * Format: date
         * @description Local day
         * @example 2026-11-21
         */
        date: string;
        /**
         * @description Local hour
         * @example 17
         */
        hour: number;
        /**
         * Format: date-time
         * @example 2026-11-21T11:30:00.000Z
         */
        startsAt: string;
      }[];
    };
    ListBookingsAnswer: {
      items: components['schemas']['Booking'][];
      nextCursor?: string;
    };
    ListChatSessionsAnswer: {
      sessions: {
        id: string;
        title: string;
        /** Format: date-time */
        lastMessageAt: string;
        messageCount: number;
      }[];
      nextCursor?: string;
    };
    ListComplaintUpdatesAnswer: {
      items: components['schemas']['CreateComplaintUpdateAnswer'][];
      /** @description For the next page; absent on the last one. */
      nextCursor?: string;
    };
    ListComplaintsAnswer: {
      items: {
        id: string;
        /** @example CP-7F3K9M */
        number: string;
        /** @enum {string} */
        category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
        /** @example The tap that was repaired yesterday leaks again. */
        description: string;
        /** @enum {string} */
        status: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        /**
         * @description As calculated when last looked at.
         * @example 60
         */
        priorityScore: number;
        /** @enum {string} */
        priorityBand: 'low' | 'medium' | 'high' | 'critical';
        booking?: {
          id: string;
          number: string;
        };
        /**
         * @description 0 until it was escalated.
         * @example 0
         */
        escalationLevel: number;
        /**
         * @description Role that the level goes to.
         * @example team_lead
         */
        escalatedTo?: string;
        /** Format: date-time */
        firstResponseDueAt: string;
        /** Format: date-time */
        firstRespondedAt?: string;
        /** Format: date-time */
        resolutionDueAt: string;
        /** Format: date-time */
        resolvedAt?: string;
        /** @example A plumber comes again tomorrow at 10 am, free of charge. */
        resolution?: string;
        /** @description For staff only. */
        customer?: {
          id: string;
          name: string;
        };
        /** @description For staff only. */
        assignedTo?: {
          id: string;
          name: string;
        };
        /** @description Where a complaint is read by itself. */
        attachments?: components['schemas']['CreateChatAttachmentAnswer'][];
        /**
         * @description Goes into `If-Match`, in quotes.
         * @example 1
         */
        version: number;
        /** Format: date-time */
        createdAt: string;
        /** Format: date-time */
        updatedAt: string;
        /**
         * @description Whether a promised time has run out by now.
         * @example false
         */
        isOverdue: boolean;
      }[];
      /** @description For the next page; absent on the last one. */
      nextCursor?: string;
    };
    ListMyAddressesAnswer: {
      /** @description The default one first; 20 at most */
      items: components['schemas']['MyAddress'][];
    };
    ListOpsActivityAnswer: {
      items: {
        id: string;
        user: {
          id: string;
          /** @example Meera Iyer */
          name: string;
        };
        /** @example booking.cancelled */
        action: string;
        subject: {
          /** @example booking */
          type: string;
          id: string;
        };
        requestId?: string;
        /** @description Facts, no personal data */
        data: {
          [key: string]: unknown;
        };
        /**
         * Format: date-time
         * @example 2026-11-21T09:30:00.000Z
         */
        createdAt: string;
      }[];
      /** @description Absent on the last page */
      nextCursor?: string;
    };
    ListOpsComplaintsAnswer: {
      items: {
        id: string;
        /** @example CP-7F3K9M */
        number: string;
        /** @enum {string} */
        category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
        /** @example The tap that was repaired yesterday leaks again. */
        description: string;
        /** @enum {string} */
        status: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        /**
         * @description As calculated when last looked at.
         * @example 60
         */
        priorityScore: number;
        /** @enum {string} */
        priorityBand: 'low' | 'medium' | 'high' | 'critical';
        booking?: {
          id: string;
          number: string;
        };
        /**
         * @description 0 until it was escalated.
         * @example 0
         */
        escalationLevel: number;
        /**
         * @description Role that the level goes to.
         * @example team_lead
         */
        escalatedTo?: string;
        /** Format: date-time */
        firstResponseDueAt: string;
        /** Format: date-time */
        firstRespondedAt?: string;
        /** Format: date-time */
        resolutionDueAt: string;
        /** Format: date-time */
        resolvedAt?: string;
        /** @example A plumber comes again tomorrow at 10 am, free of charge. */
        resolution?: string;
        /** @description For staff only. */
        customer?: {
          id: string;
          name: string;
        };
        /** @description For staff only. */
        assignedTo?: {
          id: string;
          name: string;
        };
        /** @description Where a complaint is read by itself. */
        attachments?: components['schemas']['CreateChatAttachmentAnswer'][];
        /**
         * @description Goes into `If-Match`, in quotes.
         * @example 1
         */
        version: number;
        /** Format: date-time */
        createdAt: string;
        /** Format: date-time */
        updatedAt: string;
        /**
         * @description Whether a promised time has run out by now.
         * @example false
         */
        isOverdue: boolean;
        /** @description The states that it may go to now. */
        nextStatuses: ('open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed')[];
      }[];
      /** @description For the next page; absent on the last one. */
      nextCursor?: string;
    };
    ListOpsHandoffsAnswer: {
      items: components['schemas']['CreateOpsHandoffAnswer'][];
      nextCursor?: string;
    };
    ListOpsPermissionsAnswer: {
      items: {
        /**
         * @example bookings.view
         * @enum {string}
         */
        slug:
          | 'bookings.view'
          | 'bookings.create'
          | 'bookings.update'
          | 'bookings.cancel'
          | 'complaints.view'
          | 'complaints.update'
          | 'complaints.assign'
          | 'complaints.escalate'
          | 'complaints.resolve'
          | 'customers.view'
          | 'customers.update'
          | 'providers.view'
          | 'providers.update'
          | 'catalogue.view'
          | 'catalogue.update'
          | 'refunds.view'
          | 'refunds.approve'
          | 'conversations.view'
          | 'conversations.take_over'
          | 'knowledge.view'
          | 'knowledge.update'
          | 'analytics.view'
          | 'analytics.query'
          | 'staff.view'
          | 'staff.create'
          | 'staff.update'
          | 'staff.approve'
          | 'staff.assign_roles'
          | 'audit.view'
          | 'audit.export';
        /** @example bookings */
        module: string;
        /** @example See all bookings */
        description: string;
      }[];
    };
    ListOpsRolesAnswer: {
      items: components['schemas']['UpdateOpsRolePermissionsAnswer'][];
    };
    ListOpsSessionsAnswer: {
      items: components['schemas']['DeleteOpsSessionAnswer'][];
      /** @description Absent on the last page */
      nextCursor?: string;
    };
    ListOpsUsersAnswer: {
      items: components['schemas']['OpsUser'][];
      /** @description Absent on the last page */
      nextCursor?: string;
    };
    ListPriorityQueueAnswer: {
      items: {
        id: string;
        complaintId: string;
        /** @example CP-7F3K9M */
        number: string;
        /** @enum {string} */
        category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
        /** @enum {string} */
        complaintStatus: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        /**
         * @description The complaint’s, raised by 10 for each level of escalation.
         * @example 70
         */
        priorityScore: number;
        /** @enum {string} */
        priorityBand: 'low' | 'medium' | 'high' | 'critical';
        /** @example CP-7F3K9M, quality: The tap that was repaired yesterday leaks again. */
        summary: string;
        /** @enum {string} */
        status: 'waiting' | 'claimed';
        escalationLevel: number;
        customer: {
          id: string;
          name: string;
        };
        assignedTo?: {
          id: string;
          name: string;
        };
        /** Format: date-time */
        firstResponseDueAt: string;
        /** Format: date-time */
        firstRespondedAt?: string;
        /** Format: date-time */
        resolutionDueAt: string;
        /** Format: date-time */
        resolvedAt?: string;
        /**
         * @description Whether a promised time has run out by now.
         * @example false
         */
        isOverdue: boolean;
        version: number;
        /** Format: date-time */
        createdAt: string;
      }[];
      /** @description For the next page; absent on the last one. */
      nextCursor?: string;
    };
    ListProviderAvailabilityAnswer: {
      /** @example Asia/Kolkata */
      timeZone: string;
      items: {
        /**
         * Format: date
         * @description Local day
         * @example 2026-11-21
         */
        date: string;
        /**
         * @description Local hours that can be booked
         * @example [
         *       9,
         *       10,
         *       14
         *     ]
         */
        freeHours: number[];
      }[];
    };
    ListProviderReviewsAnswer: {
      items: {
        rating: number;
        review?: string;
        /**
         * @description Local month of the job
         * @example 2026-10
         */
        month: string;
        /**
         * @description Of the customer’s first name
         * @example A.
         */
        initial?: string;
      }[];
      nextCursor?: string;
    };
    ListProvidersAnswer: {
      items: {
        id: string;
        /** @example Ramesh Gowda */
        name: string;
        /** @example Bengaluru */
        city: string;
        /**
         * @description Mean of the ratings, 1–5
         * @example 4.72
         */
        rating: number;
        ratingCount: number;
        jobsCompleted: number;
        /** @description The subcategories they can do */
        services: {
          id: string;
          slug: string;
          name: string;
        }[];
        /**
         * @description For staff with `providers.view`
         * @example +919876543210
         */
        phone?: string;
        /**
         * @description For staff
         * @enum {string}
         */
        status?: 'active' | 'paused' | 'removed';
      }[];
      nextCursor?: string;
    };
    ListRefundsAnswer: {
      items: components['schemas']['Refund'][];
      nextCursor?: string;
    };
    ListServiceCategoriesAnswer: {
      items: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
        description: string;
        subcategoryCount: number;
        serviceCount: number;
      }[];
    };
    ListServiceCategorySubcategoriesAnswer: {
      items: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
        description: string;
        category: {
          id: string;
          /** @example ac-repair */
          slug: string;
          /** @example AC repair */
          name: string;
        };
        serviceCount: number;
        /**
         * @description Of the cheapest service, discount taken off, before visiting charge and tax
         * @example 29900
         */
        fromPaise?: number;
      }[];
    };
    ListServiceRatesAnswer: {
      subcategory: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
      };
      place?: {
        /** @example 560034 */
        pincode: string;
        /** @example Koramangala */
        locality: string;
        /** @example Bengaluru */
        city: string;
        /** @example Karnataka */
        state: string;
        /** @description 1 metro core, 2 outskirts and large cities, 3 others: decides the visiting charge */
        tier: number;
      };
      items: {
        service: {
          id: string;
          /** @example ac-repair */
          slug: string;
          /** @example AC repair */
          name: string;
          description: string;
          category: {
            id: string;
            /** @example ac-repair */
            slug: string;
            /** @example AC repair */
            name: string;
          };
          subcategory: {
            id: string;
            /** @example ac-repair */
            slug: string;
            /** @example AC repair */
            name: string;
          };
          /**
           * @description What one of `quantity` is
           * @example AC unit
           */
          unit: string;
          /**
           * @description Of one unit, before discount, visiting charge and tax
           * @example 59900
           */
          pricePaise: number;
          discountPercent: number;
          /**
           * @description Minutes that one unit takes
           * @example 60
           */
          durationMinutes: number;
        };
        /** @description At the pincode that was asked for */
        isOffered?: boolean;
        /** @description Of one unit at the pincode that was asked for */
        price?: {
          /** @description Line by line, in the order asked for */
          items: {
            rateCardId: string;
            /** @example AC repair visit */
            name: string;
            quantity: number;
            unitPricePaise: number;
            discountPaise: number;
            /** @description unitPrice × quantity − discount, before visiting charge and tax */
            totalPaise: number;
            /**
             * @description Minutes that one unit takes
             * @example 60
             */
            durationMinutes: number;
          }[];
          /** @description Of all items, before discounts */
          subtotalPaise: number;
          visitingChargePaise: number;
          discountPaise: number;
          gstPaise: number;
          /**
           * @description subtotal + visitingCharge − discount + gst
           * @example 64782
           */
          totalPaise: number;
          /**
           * @description Of the rules for charges and tax
           * @example 2026-10
           */
          policyVersion: string;
        };
      }[];
    };
    ListServiceRecommendationsAnswer: {
      items: {
        service: {
          id: string;
          /** @example ac-repair */
          slug: string;
          /** @example AC repair */
          name: string;
          description: string;
          category: {
            id: string;
            /** @example ac-repair */
            slug: string;
            /** @example AC repair */
            name: string;
          };
          subcategory: {
            id: string;
            /** @example ac-repair */
            slug: string;
            /** @example AC repair */
            name: string;
          };
          /**
           * @description What one of `quantity` is
           * @example AC unit
           */
          unit: string;
          /**
           * @description Of one unit, before discount, visiting charge and tax
           * @example 59900
           */
          pricePaise: number;
          discountPercent: number;
          /**
           * @description Minutes that one unit takes
           * @example 60
           */
          durationMinutes: number;
        };
        /**
         * @description What speaks for it most
         * @enum {string}
         */
        reason: 'problem' | 'booked-before' | 'popular';
      }[];
    };
    ListServicesAnswer: {
      items: components['schemas']['UpdateServiceAnswer'][];
      nextCursor?: string;
    };
    LoginAnswer: {
      /** @description Goes into `Authorization: Bearer …` */
      accessToken: string;
      /**
       * @description Life of the access token, seconds
       * @example 3600
       */
      expiresIn: number;
      /** @description Good for one exchange at `/api/v1/auth/refresh` */
      refreshToken: string;
      /** @description Whose sign-in it is */
      user: {
        /** @example usr_01kabcdefghjkmnpqrstvwxyz0 */
        id: string;
        /** @example Asha Rao */
        name: string;
        /** @example asha@example.com */
        email: string;
        /**
         * @description `ops` accounts belong to the operations side
         * @enum {string}
         */
        role: 'customer' | 'ops';
      };
    };
    LoginRequest: {
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      password: string;
      guestToken?: string;
    };
    LogoutAnswer: {
      /** @constant */
      done: true;
    };
    MyAddress: {
      /** @example adr_01kabcdefghjkmnpqrstvwxyz0 */
      id: string;
      /** @example Home */
      label: string;
      /** @example 12, Hill Road */
      line1: string;
      /** @example Bandra West */
      locality: string;
      /** @example Mumbai */
      city: string;
      /** @example Maharashtra */
      state: string;
      /** @example 400050 */
      pincode: string;
      isDefault: boolean;
      /** @description Also the `ETag` */
      version: number;
      /** Format: date-time */
      createdAt: string;
    };
    OpsHandoff: {
      id: string;
      conversationId: string;
      title: string;
      channel: string;
      /** @enum {string} */
      reason:
        | 'customer_asked'
        | 'not_understood'
        | 'negative_sentiment'
        | 'complaint_critical'
        | 'safety'
        | 'refund_dispute'
        | 'assistant_failed'
        | 'staff_took_over';
      /** @enum {string} */
      status: 'waiting' | 'active' | 'ended';
      /** @description How pressing it is. */
      score: number;
      /** @description What it is about, from what was said and understood. */
      summary: string;
      /** @description Absent for a guest. */
      customer?: {
        id: string;
        name: string;
      };
      takenBy?: {
        id: string;
        name: string;
      };
      /** Format: date-time */
      takenAt?: string;
      /** Format: date-time */
      endedAt?: string;
      /** Format: date-time */
      lastMessageAt: string;
      /** Format: date-time */
      createdAt: string;
      /** @description For those who may see customers’ contacts. */
      contacts?: {
        email: string;
        phone: string;
      };
      /** @description The latest 200, oldest first, with the notes of the staff. */
      messages: {
        id: string;
        turnId?: string;
        /** @description Grows with every message; `Last-Event-ID` of the session’s events. */
        seq: number;
        text: string;
        /** Format: date-time */
        createdAt: string;
        /**
         * @description `system`: a note that only staff see.
         * @enum {string}
         */
        role: 'user' | 'assistant' | 'operator' | 'system';
        parts?: {
          agent: string;
          text: string;
          sources: (
            | {
                /** @constant */
                kind: 'row';
                table: string;
                id: string;
                label: string;
                fields: {
                  [key: string]: string | number | null;
                };
              }
            | {
                /** @constant */
                kind: 'passage';
                documentId: string;
                version: string;
                title: string;
                heading: string;
                start: number;
                end: number;
                quote: string;
              }
            | {
                /** @constant */
                kind: 'policy';
                rule: string;
                version: string;
                label: string;
              }
            | {
                /** @constant */
                kind: 'engine';
                maker: string;
                version: string;
              }
          )[];
          wasCorrected?: boolean;
        }[];
        card?:
          | {
              /** @constant */
              type: 'booking_quote';
              items: {
                name: string;
                quantity: number;
              }[];
              /** Format: date-time */
              startsAt: string;
              /** Format: date-time */
              endsAt: string;
              when: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              price: {
                lines: {
                  label: string;
                  amountPaise: number;
                }[];
                totalPaise: number;
                /** @constant */
                currency: 'INR';
              };
              /** Format: date-time */
              holdExpiresAt: string;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @constant */
              type: 'booking_receipt';
              number: string;
              status: string;
              items: {
                name: string;
                quantity: number;
              }[];
              /** Format: date-time */
              startsAt: string;
              /** Format: date-time */
              endsAt: string;
              when: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              price: {
                lines: {
                  label: string;
                  amountPaise: number;
                }[];
                totalPaise: number;
                /** @constant */
                currency: 'INR';
              };
            }
          | {
              /** @constant */
              type: 'reschedule_quote';
              number: string;
              service: string;
              from: string;
              to: string;
              address: string;
              provider: {
                name: string;
                rating: number;
              };
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @enum {string} */
              type: 'cancellation_quote' | 'cancellation_receipt';
              number: string;
              service: string;
              when: string;
              items: string[];
              isWhole: boolean;
              rule: string;
              policyVersion: string;
              paidPaise: number;
              refundPercent: number;
              refundPaise: number;
              creditPaise: number;
              needsApproval: boolean;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @enum {string} */
              type: 'complaint_quote' | 'complaint_receipt';
              number: string;
              about: string;
              category: string;
              description: string;
              photos: number;
              /** @enum {string} */
              band: 'low' | 'medium' | 'high' | 'critical';
              answerBy: string;
              settledBy: string;
              actions: {
                label: string;
                text: string;
              }[];
            }
          | {
              /** @constant */
              type: 'comparison';
              columns: string[];
              rows: {
                label: string;
                cells: string[];
              }[];
              actions: {
                label: string;
                text: string;
              }[];
            };
        /** @description Of the staff. */
        author?: string;
        /** @description Of the customer’s words, −1 … 1. */
        sentiment?: number;
      }[];
      /** @description The customer’s latest five, for those who may see bookings. */
      bookings?: {
        id: string;
        number: string;
        /** @enum {string} */
        status: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';
        items: string[];
        /** Format: date-time */
        startsAt: string;
        totalPaise: number;
      }[];
      /** @description The customer’s latest five, for those who may see complaints. */
      complaints?: {
        id: string;
        number: string;
        /** @enum {string} */
        category: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
        /** @enum {string} */
        status: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        /** @enum {string} */
        priorityBand: 'low' | 'medium' | 'high' | 'critical';
        description: string;
        /** Format: date-time */
        createdAt: string;
      }[];
    };
    OpsLoginAnswer: {
      accessToken: string;
      /**
       * @description Life of the access token, seconds
       * @example 3600
       */
      expiresIn: number;
      /** @description Good for one use at `/api/v1/auth/refresh` */
      refreshToken: string;
      user: {
        id: string;
        name: string;
        email: string;
        role: {
          /** @example support_agent */
          slug: string;
          /** @example Support agent */
          name: string;
          /**
           * @description 1–100; a role acts on lower ones only
           * @example 40
           */
          level: number;
        };
        permissions: (
          | 'bookings.view'
          | 'bookings.create'
          | 'bookings.update'
          | 'bookings.cancel'
          | 'complaints.view'
          | 'complaints.update'
          | 'complaints.assign'
          | 'complaints.escalate'
          | 'complaints.resolve'
          | 'customers.view'
          | 'customers.update'
          | 'providers.view'
          | 'providers.update'
          | 'catalogue.view'
          | 'catalogue.update'
          | 'refunds.view'
          | 'refunds.approve'
          | 'conversations.view'
          | 'conversations.take_over'
          | 'knowledge.view'
          | 'knowledge.update'
          | 'analytics.view'
          | 'analytics.query'
          | 'staff.view'
          | 'staff.create'
          | 'staff.update'
          | 'staff.approve'
          | 'staff.assign_roles'
          | 'audit.view'
          | 'audit.export'
        )[];
      };
    };
    OpsLoginRequest: {
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      password: string;
    };
    OpsRegisterAnswer: {
      /** @constant */
      status: 'waiting';
      /** @example Thank you. Your account waits for an administrator’s approval. */
      message: string;
    };
    OpsRegisterRequest: {
      /**
       * @description Name as the person writes it
       * @example Asha Rao
       */
      name: string;
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      /**
       * @description Indian mobile number
       * @example +919876543210
       */
      phone: string;
      /**
       * @description At least 10 characters, or 8 that mix kinds; no common one, none with name, e-mail or phone in it
       * @example blue-kettle-on-stairs
       */
      password: string;
    };
    OpsUser: {
      /** @example usr_01kaq3x8d2v7b4n6m8p0r2t4w6 */
      id: string;
      /** @example Meera Iyer */
      name: string;
      /** @example meera.iyer@nexora.example */
      email: string;
      /** @example +919876543210 */
      phone: string;
      /**
       * @description Waiting: for approval
       * @example active
       * @enum {string}
       */
      status: 'waiting' | 'active' | 'suspended' | 'rejected';
      /** @description Absent before approval */
      role?: {
        /** @example support_agent */
        slug: string;
        /** @example Support agent */
        name: string;
        /**
         * @description 1–100; a role acts on lower ones only
         * @example 40
         */
        level: number;
      };
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      approvedAt?: string;
      approvedBy?: {
        id: string;
        /** @example Meera Iyer */
        name: string;
      };
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      lastLoginAt?: string;
      /**
       * Format: date-time
       * @example 2026-11-21T09:30:00.000Z
       */
      createdAt: string;
      /**
       * @description For `If-Match`; also the `ETag`
       * @example 3
       */
      version: number;
    };
    Pincode: {
      /** @example 560034 */
      pincode: string;
      /** @example Koramangala */
      locality: string;
      /** @example Bengaluru */
      city: string;
      /** @example Karnataka */
      state: string;
      /** @description 1 metro core, 2 outskirts and large cities, 3 others: decides the visiting charge */
      tier: number;
      visitingChargePaise: number;
      isServed: boolean;
      /** @description Services on offer there */
      serviceCount: number;
      /** @description Served places close by, when nothing is on offer here */
      nearest: {
        /** @example 560034 */
        pincode: string;
        /** @example Koramangala */
        locality: string;
        /** @example Bengaluru */
        city: string;
        /** @example Karnataka */
        state: string;
        /** @description 1 metro core, 2 outskirts and large cities, 3 others: decides the visiting charge */
        tier: number;
        kilometres: number;
      }[];
    };
    PriceServiceAnswer: {
      service: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
      };
      place: {
        /** @example 560034 */
        pincode: string;
        /** @example Koramangala */
        locality: string;
        /** @example Bengaluru */
        city: string;
        /** @example Karnataka */
        state: string;
        /** @description 1 metro core, 2 outskirts and large cities, 3 others: decides the visiting charge */
        tier: number;
      };
      /**
       * @description Whole hours of a professional’s time
       * @example 1
       */
      hours: number;
      /** @constant */
      currency: 'INR';
      price: {
        /** @description Line by line, in the order asked for */
        items: {
          rateCardId: string;
          /** @example AC repair visit */
          name: string;
          quantity: number;
          unitPricePaise: number;
          discountPaise: number;
          /** @description unitPrice × quantity − discount, before visiting charge and tax */
          totalPaise: number;
          /**
           * @description Minutes that one unit takes
           * @example 60
           */
          durationMinutes: number;
        }[];
        /** @description Of all items, before discounts */
        subtotalPaise: number;
        visitingChargePaise: number;
        discountPaise: number;
        gstPaise: number;
        /**
         * @description subtotal + visitingCharge − discount + gst
         * @example 64782
         */
        totalPaise: number;
        /**
         * @description Of the rules for charges and tax
         * @example 2026-10
         */
        policyVersion: string;
      };
    };
    PriceServiceRequest: {
      /**
       * @description How many units
       * @example 2
       */
      quantity: number;
      /**
       * @description Indian postal code of the address
       * @example 560034
       */
      pincode: string;
    };
    /** @description RFC 9457 problem details. Further members are facts of the single problem. */
    Problem: {
      /**
       * @description The code as a URN.
       * @example urn:problem:not-found
       */
      type: string;
      /** @description What kind of problem it is, for people. */
      title: string;
      status: number;
      /** @description What is wrong with this request, for people. */
      detail?: string;
      /**
       * @description Names the request in the logs.
       * @example urn:request:9f1c…
       */
      instance: string;
      /**
       * @description For programs: stable.
       * @enum {string}
       */
      code:
        | 'bad-credentials'
        | 'bad-request'
        | 'conflict'
        | 'forbidden'
        | 'hold-expired'
        | 'idempotency-mismatch'
        | 'internal'
        | 'invalid'
        | 'invalid-json'
        | 'method-not-allowed'
        | 'not-acceptable'
        | 'not-allowed'
        | 'not-found'
        | 'not-served'
        | 'precondition-failed'
        | 'precondition-required'
        | 'session-busy'
        | 'slot-taken'
        | 'token-expired'
        | 'too-large'
        | 'too-many-requests'
        | 'unauthenticated'
        | 'unavailable'
        | 'unsupported-media-type';
      /** @description Also in the header Retry-After. */
      retryAfterSeconds?: number;
      /** @description Every field that is not valid. */
      errors?: {
        /**
         * @description JSON pointer (RFC 6901) to the field.
         * @example /items/0/quantity
         */
        pointer: string;
        /** @example must be a number */
        detail: string;
      }[];
    } & {
      [key: string]: unknown;
    };
    Provider: {
      id: string;
      /** @example Ramesh Gowda */
      name: string;
      /** @example Bengaluru */
      city: string;
      /**
       * @description Mean of the ratings, 1–5
       * @example 4.72
       */
      rating: number;
      ratingCount: number;
      jobsCompleted: number;
      /** @description The subcategories they can do */
      services: {
        id: string;
        slug: string;
        name: string;
      }[];
      /**
       * @description For staff with `providers.view`
       * @example +919876543210
       */
      phone?: string;
      /**
       * @description For staff
       * @enum {string}
       */
      status?: 'active' | 'paused' | 'removed';
      /** @description Where they work; for staff */
      pincodes?: string[];
      /** @description For `If-Match`; also the `ETag` */
      version: number;
    };
    QuoteBookingAnswer: {
      pincode: string;
      /**
       * @description Whole hours that are booked
       * @example 1
       */
      hours: number;
      price: {
        /** @description Line by line, in the order asked for */
        items: {
          rateCardId: string;
          /** @example AC repair visit */
          name: string;
          quantity: number;
          unitPricePaise: number;
          discountPaise: number;
          /** @description unitPrice × quantity − discount, before visiting charge and tax */
          totalPaise: number;
          /**
           * @description Minutes that one unit takes
           * @example 60
           */
          durationMinutes: number;
        }[];
        /** @description Of all items, before discounts */
        subtotalPaise: number;
        visitingChargePaise: number;
        discountPaise: number;
        gstPaise: number;
        /**
         * @description subtotal + visitingCharge − discount + gst
         * @example 64782
         */
        totalPaise: number;
        /**
         * @description Of the rules for charges and tax
         * @example 2026-10
         */
        policyVersion: string;
      };
      /** @description Where a start was named; nothing is held */
      slot?: {
        /**
         * Format: date-time
         * @example 2026-11-21T11:30:00.000Z
         */
        startsAt: string;
        /**
         * Format: date-time
         * @example 2026-11-21T11:30:00.000Z
         */
        endsAt: string;
        /** @description Whether a professional is free for the whole visit */
        available: boolean;
        freeProviders: number;
      };
    };
    QuoteBookingRequest: {
      /**
       * @description What is done in this visit, by one professional: each service once
       * @example [
       *       {
       *         "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz0",
       *         "quantity": 2
       *       },
       *       {
       *         "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz1",
       *         "quantity": 1
       *       }
       *     ]
       */
      items: {
        /** @description Id of the service */
        rateCardId: string;
        /**
         * @description In units of the service
         * @default 1
         */
        quantity: number;
      }[];
      /** @example 560034 */
      pincode: string;
      /**
       * Format: date-time
       * @description To hear as well whether somebody is free then
       * @example 2026-11-21T11:30:00Z
       */
      startsAt?: string;
    };
    RateBookingRequest: {
      /** @example 5 */
      rating: number;
      /** @example On time, and clean work. */
      review?: string;
    };
    RefreshRequest: {
      /** @description The refresh token of the latest answer; each is good for one use. */
      refreshToken: string;
    };
    Refund: {
      id: string;
      bookingId: string;
      /** @example NX-7F3K4M */
      bookingNumber: string;
      /**
       * @description Of the booking’s total
       * @example 75
       */
      percent: number;
      /** @example 90000 */
      amountPaise: number;
      /** @description On top, for a later booking */
      creditPaise: number;
      /** @description Why the booking was cancelled */
      reason: string;
      /** @example 2026-10 */
      policyVersion: string;
      /** @enum {string} */
      status: 'waiting_for_approval' | 'approved' | 'rejected';
      /** @description Absent when the policy alone decided */
      decidedBy?: string;
      /** Format: date-time */
      decidedAt?: string;
      /**
       * @description Why it was rejected
       * @example Paid back in cash on the spot.
       */
      decisionReason?: string;
      /** Format: date-time */
      createdAt: string;
    };
    RegisterRequest: {
      /**
       * @description Name as the person writes it
       * @example Asha Rao
       */
      name: string;
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      /**
       * @description Indian mobile number
       * @example +919876543210
       */
      phone: string;
      /**
       * @description At least 10 characters, or 8 that mix kinds; no common one, none with name, e-mail or phone in it
       * @example blue-kettle-on-stairs
       */
      password: string;
      /** @description The visitor’s guest token, whose conversations then become the account’s */
      guestToken?: string;
    };
    RejectRefundRequest: {
      /** @example Paid back in cash on the spot. */
      reason: string;
    };
    RescheduleBookingRequest: {
      /**
       * Format: date-time
       * @description Start of the slot: a full hour on the company’s clock
       * @example 2026-11-21T11:30:00Z
       */
      startsAt: string;
    };
    ResetPasswordRequest: {
      /** @description The code of the e-mail */
      token: string;
      /**
       * @description At least 10 characters, or 8 that mix kinds; no common one, none with name, e-mail or phone in it
       * @example blue-kettle-on-stairs
       */
      password: string;
    };
    ResolveComplaintRequest: {
      /**
       * @description The decision and its reason; the customer reads it.
       * @example A plumber comes again tomorrow at 10 am, free of charge.
       */
      resolution: string;
    };
    RunAgUiRequest: {
      /** @description A name of the client’s own for the conversation, or its `ses_…` id */
      threadId: string;
      /** @description Sent again it is the same run: the same events */
      runId: string;
      /** @description The last one counts, if it is the user’s: with the id and the words of an earlier one it is that message. Without one the stored conversation is told */
      messages: (
        | ({
            id?: string;
            /** @constant */
            role: 'user';
            /** @example My AC is not cooling */
            content:
              | string
              | (
                  | ({
                      /** @constant */
                      type: 'text';
                      /** @example My AC is not cooling */
                      text: string;
                    } & {
                      [key: string]: unknown;
                    })
                  | ({
                      type: string;
                    } & {
                      [key: string]: unknown;
                    })
                )[];
          } & {
            [key: string]: unknown;
          })
        | ({
            id?: string;
            /** @enum {string} */
            role: 'assistant' | 'tool' | 'reasoning' | 'activity' | 'system' | 'developer';
          } & {
            [key: string]: unknown;
          })
      )[];
      /** @description Answers to the interrupts that the last run ended with */
      resume?: ({
        interruptId: string;
        /** @enum {string} */
        status: 'resolved' | 'cancelled';
        payload?: unknown;
      } & {
        [key: string]: unknown;
      })[];
      /** @description Heeded, where they have the right form: `snapshot` (true begins the run with the stored messages), `whenBusy` (`enqueue`, `interrupt`, `reject`) and `attachmentIds` */
      forwardedProps?: unknown;
    } & {
      [key: string]: unknown;
    };
    SearchServicesAnswer: {
      items: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
        description: string;
        category: {
          id: string;
          /** @example ac-repair */
          slug: string;
          /** @example AC repair */
          name: string;
        };
        subcategory: {
          id: string;
          /** @example ac-repair */
          slug: string;
          /** @example AC repair */
          name: string;
        };
        /**
         * @description What one of `quantity` is
         * @example AC unit
         */
        unit: string;
        /**
         * @description Of one unit, before discount, visiting charge and tax
         * @example 59900
         */
        pricePaise: number;
        discountPercent: number;
        /**
         * @description Minutes that one unit takes
         * @example 60
         */
        durationMinutes: number;
      }[];
      nextCursor?: string;
    };
    SendMessageAnswer: {
      sessionId: string;
      turnId: string;
      text: string;
      intents: {
        name: string;
        confidence: number;
      }[];
      parts: {
        agent: string;
        text: string;
        sources: (
          | {
              /** @constant */
              kind: 'row';
              table: string;
              id: string;
              label: string;
              fields: {
                [key: string]: string | number | null;
              };
            }
          | {
              /** @constant */
              kind: 'passage';
              documentId: string;
              version: string;
              title: string;
              heading: string;
              start: number;
              end: number;
              quote: string;
            }
          | {
              /** @constant */
              kind: 'policy';
              rule: string;
              version: string;
              label: string;
            }
          | {
              /** @constant */
              kind: 'engine';
              maker: string;
              version: string;
            }
        )[];
        wasCorrected?: boolean;
      }[];
      effects: {
        /** @enum {string} */
        type:
          | 'booking.created'
          | 'booking.rescheduled'
          | 'booking.cancelled'
          | 'booking.items_cancelled'
          | 'complaint.raised'
          | 'complaint.updated'
          | 'complaint.escalated'
          | 'handoff.requested';
        id: string;
        number: string;
        eventId: string;
      }[];
      ask?: {
        /** @enum {string} */
        kind: 'slot' | 'confirm' | 'choice' | 'sign_in' | 'clarify';
        id?: string;
        slot?: string;
        options: {
          label: string;
          text: string;
        }[];
        resumeText?: string;
      };
      card?:
        | {
            /** @constant */
            type: 'booking_quote';
            items: {
              name: string;
              quantity: number;
            }[];
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            when: string;
            address: string;
            provider: {
              name: string;
              rating: number;
            };
            price: {
              lines: {
                label: string;
                amountPaise: number;
              }[];
              totalPaise: number;
              /** @constant */
              currency: 'INR';
            };
            /** Format: date-time */
            holdExpiresAt: string;
            actions: {
              label: string;
              text: string;
            }[];
          }
        | {
            /** @constant */
            type: 'booking_receipt';
            number: string;
            status: string;
            items: {
              name: string;
              quantity: number;
            }[];
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            when: string;
            address: string;
            provider: {
              name: string;
              rating: number;
            };
            price: {
              lines: {
                label: string;
                amountPaise: number;
              }[];
              totalPaise: number;
              /** @constant */
              currency: 'INR';
            };
          }
        | {
            /** @constant */
            type: 'reschedule_quote';
            number: string;
            service: string;
            from: string;
            to: string;
            address: string;
            provider: {
              name: string;
              rating: number;
            };
            actions: {
              label: string;
              text: string;
            }[];
          }
        | {
            /** @enum {string} */
            type: 'cancellation_quote' | 'cancellation_receipt';
            number: string;
            service: string;
            when: string;
            items: string[];
            isWhole: boolean;
            rule: string;
            policyVersion: string;
            paidPaise: number;
            refundPercent: number;
            refundPaise: number;
            creditPaise: number;
            needsApproval: boolean;
            actions: {
              label: string;
              text: string;
            }[];
          }
        | {
            /** @enum {string} */
            type: 'complaint_quote' | 'complaint_receipt';
            number: string;
            about: string;
            category: string;
            description: string;
            photos: number;
            /** @enum {string} */
            band: 'low' | 'medium' | 'high' | 'critical';
            answerBy: string;
            settledBy: string;
            actions: {
              label: string;
              text: string;
            }[];
          }
        | {
            /** @constant */
            type: 'comparison';
            columns: string[];
            rows: {
              label: string;
              cells: string[];
            }[];
            actions: {
              label: string;
              text: string;
            }[];
          };
      /** @enum {string} */
      outcome: 'answered' | 'cancelled' | 'silent';
      usage: {
        tokensIn: number;
        tokensOut: number;
        latencyMs: number;
      };
    };
    SendMessageRequest: {
      sessionId?: string;
      text: string;
      /** @description Pictures and documents that were uploaded for this message */
      attachmentIds?: string[];
      /**
       * @description What becomes of the message while another one of the conversation is answered: it waits, it ends the other answer, or it is refused (409)
       * @default enqueue
       * @enum {string}
       */
      whenBusy: 'enqueue' | 'interrupt' | 'reject';
    };
    SendUiMessageRequest: {
      /** @description A name of the client’s own for the conversation, or its `ses_…` id */
      id: string;
      /**
       * @description UI messages; the last one is what is said, once: with the id and the words of an earlier one it is that one
       * @example [
       *       {
       *         "id": "m1",
       *         "role": "user",
       *         "parts": [
       *           {
       *             "type": "text",
       *             "text": "My AC is not cooling"
       *           }
       *         ]
       *       }
       *     ]
       */
      messages: ({
        id?: string;
        /** @enum {string} */
        role: 'user' | 'assistant' | 'system';
        parts: (
          | ({
              /** @constant */
              type: 'text';
              /** @example My AC is not cooling */
              text: string;
            } & {
              [key: string]: unknown;
            })
          | ({
              type: string;
            } & {
              [key: string]: unknown;
            })
        )[];
      } & {
        [key: string]: unknown;
      })[];
      /**
       * @default submit-message
       * @enum {string}
       */
      trigger: 'submit-message' | 'regenerate-message';
      messageId?: string;
    } & {
      [key: string]: unknown;
    };
    Service: {
      id: string;
      /** @example ac-repair */
      slug: string;
      /** @example AC repair */
      name: string;
      description: string;
      category: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
      };
      subcategory: {
        id: string;
        /** @example ac-repair */
        slug: string;
        /** @example AC repair */
        name: string;
      };
      /**
       * @description What one of `quantity` is
       * @example AC unit
       */
      unit: string;
      /**
       * @description Of one unit, before discount, visiting charge and tax
       * @example 59900
       */
      pricePaise: number;
      discountPercent: number;
      /**
       * @description Minutes that one unit takes
       * @example 60
       */
      durationMinutes: number;
      includes: string[];
      excludes: string[];
      /** @description The most that one visit can take */
      maxQuantity: number;
      /** @description For `If-Match`; also the `ETag` */
      version: number;
    };
    TypingChatSessionAnswer: {
      /** @description False when the other side was told just before. */
      told: boolean;
    };
    UpdateBookingRequest: {
      /** @description `null` removes them */
      notes?: string | null;
      /** @description In the same pincode */
      address?:
        | {
            /** @description Of a saved address */
            id: string;
          }
        | {
            /** @example 12, 5th Block, 80 Feet Road */
            line1: string;
            /** @example Koramangala */
            locality?: string;
            /** @example 560034 */
            pincode: string;
          };
    };
    UpdateBookingStatusRequest: {
      /**
       * @example confirmed
       * @enum {string}
       */
      status: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';
    };
    UpdateChatMessageReactionRequest: {
      /**
       * @example down
       * @enum {string}
       */
      value: 'up' | 'down';
      /** @example It did not answer my question. */
      reason?: string;
    };
    UpdateChatSessionAnswer: {
      id: string;
      title: string;
    };
    UpdateChatSessionRequest: {
      /** @example AC in the bedroom */
      title: string;
    };
    /** @description What is not named stays. Something must be named. */
    UpdateComplaintRequest: {
      /**
       * @example damage
       * @enum {string}
       */
      category?: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
      /** @example The tap that was repaired yesterday leaks again. */
      description?: string;
    };
    UpdateMeRequest: {
      /**
       * @description Name as the person writes it
       * @example Asha Rao
       */
      name: string;
      /**
       * @description E-mail address
       * @example asha@example.com
       */
      email: string;
      /**
       * @description Indian mobile number
       * @example +919876543210
       */
      phone: string;
      /** @description The present password: needed to change e-mail or phone */
      password?: string;
    };
    UpdateMyPasswordRequest: {
      /** @description The present password */
      currentPassword: string;
      /**
       * @description At least 10 characters, or 8 that mix kinds; no common one, none with name, e-mail or phone in it
       * @example blue-kettle-on-stairs
       */
      newPassword: string;
    };
    UpdateOpsComplaintStatusRequest: {
      /**
       * @description To resolve needs `complaints.resolve` as well.
       * @example in_progress
       * @enum {string}
       */
      status: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
      /**
       * @description The customer reads it. Needed to resolve: then it is the resolution.
       * @example We are asking the professional.
       */
      note?: string;
    };
    UpdateOpsRolePermissionsAnswer: {
      /** @example support_agent */
      slug: string;
      /** @example Support agent */
      name: string;
      /**
       * @description 1–100; a role acts on lower ones only
       * @example 40
       */
      level: number;
      description: string;
      permissions: (
        | 'bookings.view'
        | 'bookings.create'
        | 'bookings.update'
        | 'bookings.cancel'
        | 'complaints.view'
        | 'complaints.update'
        | 'complaints.assign'
        | 'complaints.escalate'
        | 'complaints.resolve'
        | 'customers.view'
        | 'customers.update'
        | 'providers.view'
        | 'providers.update'
        | 'catalogue.view'
        | 'catalogue.update'
        | 'refunds.view'
        | 'refunds.approve'
        | 'conversations.view'
        | 'conversations.take_over'
        | 'knowledge.view'
        | 'knowledge.update'
        | 'analytics.view'
        | 'analytics.query'
        | 'staff.view'
        | 'staff.create'
        | 'staff.update'
        | 'staff.approve'
        | 'staff.assign_roles'
        | 'audit.view'
        | 'audit.export'
      )[];
      /**
       * @description How many active accounts have it
       * @example 12
       */
      holders: number;
      /**
       * @description For `If-Match`; also the `ETag`
       * @example 3
       */
      version: number;
    };
    UpdateOpsRolePermissionsRequest: {
      /**
       * @description All that the role may do from now on.
       * @example [
       *       "bookings.view",
       *       "customers.view"
       *     ]
       */
      permissions: (
        | 'bookings.view'
        | 'bookings.create'
        | 'bookings.update'
        | 'bookings.cancel'
        | 'complaints.view'
        | 'complaints.update'
        | 'complaints.assign'
        | 'complaints.escalate'
        | 'complaints.resolve'
        | 'customers.view'
        | 'customers.update'
        | 'providers.view'
        | 'providers.update'
        | 'catalogue.view'
        | 'catalogue.update'
        | 'refunds.view'
        | 'refunds.approve'
        | 'conversations.view'
        | 'conversations.take_over'
        | 'knowledge.view'
        | 'knowledge.update'
        | 'analytics.view'
        | 'analytics.query'
        | 'staff.view'
        | 'staff.create'
        | 'staff.update'
        | 'staff.approve'
        | 'staff.assign_roles'
        | 'audit.view'
        | 'audit.export'
      )[];
    };
    UpdateOpsUserRequest: {
      /**
       * @description Name as the person writes it
       * @example Asha Rao
       */
      name?: string;
      /**
       * @description Indian mobile number
       * @example +919876543210
       */
      phone?: string;
      /**
       * @description Lets a suspended account in again.
       * @constant
       */
      status?: 'active';
    };
    UpdateProviderRequest: {
      /** @enum {string} */
      status?: 'active' | 'paused' | 'removed';
      /** @description Ids of all they can do */
      subcategories?: string[];
      /** @description Everywhere they work */
      pincodes?: string[];
    };
    UpdateServiceAnswer: {
      id: string;
      /** @example ac-repair */
      slug: string;
      /** @example AC repair */
      name: string;
      subcategoryId: string;
      description: string;
      /** @description What customers call it, problems included */
      phrases: string[];
      includes: string[];
      excludes: string[];
      unit: string;
      pricePaise: number;
      discountPercent: number;
      /**
       * @description Minutes that one unit takes
       * @example 60
       */
      durationMinutes: number;
      maxQuantity: number;
      isDefault: boolean;
      isActive: boolean;
      version: number;
      /** Format: date-time */
      updatedAt: string;
    };
    UpdateServiceRequest: {
      name?: string;
      description?: string;
      /** @description What customers call it, problems included */
      phrases?: string[];
      includes?: string[];
      excludes?: string[];
      /** @example AC unit */
      unit?: string;
      /**
       * @description Of one unit, in paise
       * @example 59900
       */
      pricePaise?: number;
      discountPercent?: number;
      /** @description Of one unit */
      durationMinutes?: number;
      maxQuantity?: number;
      /** @description Whether it is on offer */
      isActive?: boolean;
    };
    VerifyEmailRequest: {
      /** @description The code of the e-mail */
      token: string;
    };
    VerifyPhoneRequest: {
      /**
       * @description The code of the text message
       * @example 012345
       */
      code: string;
    };
  };
  responses: {
    /** @description `bad-credentials`: Wrong e-mail or password. */
    BadCredentials: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'WWW-Authenticate': components['headers']['WwwAuthenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'bad-credentials';
        };
      };
    };
    /** @description `bad-request`: The request cannot be read. */
    BadRequest: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'bad-request';
        };
      };
    };
    /** @description `bad-request`: The request cannot be read. `invalid-json`: The body is not valid JSON. */
    BadRequestOrInvalidJson: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'bad-request' | 'invalid-json';
        };
      };
    };
    /** @description `conflict`: The state has changed. */
    Conflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'conflict';
        };
      };
    };
    /** @description `conflict`: The state has changed. `not-allowed`: The rules do not allow this. */
    ConflictOrNotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'conflict' | 'not-allowed';
        };
      };
    };
    /** @description `conflict`: The state has changed. `not-allowed`: The rules do not allow this. `slot-taken`: The hour has just been taken. */
    ConflictOrNotAllowedOrSlotTaken: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'conflict' | 'not-allowed' | 'slot-taken';
        };
      };
    };
    /** @description `conflict`: The state has changed. `session-busy`: The conversation is busy. */
    ConflictOrSessionBusy: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'conflict' | 'session-busy';
        };
      };
    };
    /** @description `conflict`: The state has changed. `slot-taken`: The hour has just been taken. */
    ConflictOrSlotTaken: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'conflict' | 'slot-taken';
        };
      };
    };
    /** @description `forbidden`: Not allowed. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'forbidden';
        };
      };
    };
    /** @description `idempotency-mismatch`: The key was used for something else. `invalid`: Some fields are not valid. */
    IdempotencyMismatchOrInvalid: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'idempotency-mismatch' | 'invalid';
        };
      };
    };
    /** @description `idempotency-mismatch`: The key was used for something else. `invalid`: Some fields are not valid. `not-served`: Not served. */
    IdempotencyMismatchOrInvalidOrNotServed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'idempotency-mismatch' | 'invalid' | 'not-served';
        };
      };
    };
    /** @description `internal`: Something went wrong on our side. */
    Internal: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'internal';
        };
      };
    };
    /** @description `invalid`: Some fields are not valid. */
    Invalid: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'invalid';
        };
      };
    };
    /** @description `invalid`: Some fields are not valid. `not-served`: Not served. */
    InvalidOrNotServed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'invalid' | 'not-served';
        };
      };
    };
    /** @description `not-acceptable`: No such answer format. */
    NotAcceptable: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'not-acceptable';
        };
      };
    };
    /** @description `not-allowed`: The rules do not allow this. */
    NotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'not-allowed';
        };
      };
    };
    /** @description `not-found`: Not found. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'not-found';
        };
      };
    };
    /** @description `precondition-failed`: Changed by somebody else meanwhile. */
    PreconditionFailed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'precondition-failed';
        };
      };
    };
    /** @description `precondition-required`: The version to change must be named. */
    PreconditionRequired: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'precondition-required';
        };
      };
    };
    /** @description `token-expired`: The session has expired. `unauthenticated`: Sign-in needed. */
    TokenExpiredOrUnauthenticated: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'WWW-Authenticate': components['headers']['WwwAuthenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'token-expired' | 'unauthenticated';
        };
      };
    };
    /** @description `too-large`: The request is too large. */
    TooLarge: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'too-large';
        };
      };
    };
    /** @description `too-many-requests`: Too many requests. */
    TooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'too-many-requests';
        };
      };
    };
    /** @description `unavailable`: Not available right now. */
    Unavailable: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'unavailable';
        };
      };
    };
    /** @description `unsupported-media-type`: The body must be JSON. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code: 'unsupported-media-type';
        };
      };
    };
  };
  parameters: {
    /** @description The company that is meant, when it is not the default one. */
    Company: string;
    /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
    IdempotencyKey: string;
    /** @description The ETag of the version that was read; another version is refused (412). */
    IfMatch: string;
    /** @description An ETag, to be refused (412) if there is another version by now. */
    OptionalIfMatch: string;
    /** @description An ETag: 304 while the version is still that one. */
    IfNoneMatch: string;
    /** @description Number of the last event that was received; only later ones are sent. */
    LastEventId: string;
  };
  requestBodies: never;
  headers: {
    /** @description Names the request in the logs; repeats a sane one of the caller. */
    RequestId: string;
    /** @description What is left of the quota, and seconds until it is full again. */
    RateLimit: string;
    /** @description The quota and its window in seconds. */
    RateLimitPolicy: string;
    /** @description Seconds after which trying again makes sense. */
    RetryAfter: string;
    /** @description The version, for `If-Match` and `If-None-Match`. */
    ETag: string;
    /** @description Token of a guest who has just been made one, for clients without cookies. */
    GuestToken: string;
    /** @description Always `Bearer`. */
    WwwAuthenticate: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  runAgUi: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunAgUiRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrSessionBusy'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createGuest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateGuestAnswer'];
        };
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  login: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['BadCredentials'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  forgotPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "asha@example.com"
         *     }
         */
        'application/json': components['schemas']['ForgotPasswordRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetPasswordRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  refresh: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  register: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Asha Rao",
         *       "email": "asha@example.com",
         *       "phone": "+919876543210",
         *       "password": "blue-kettle-on-stairs"
         *     }
         */
        'application/json': components['schemas']['RegisterRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getAuthToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetAuthTokenAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  verifyEmail: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyEmailRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  verifyPhone: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "012345"
         *     }
         */
        'application/json': components['schemas']['VerifyPhoneRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listBookings: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        /** @description One or more, repeated or with commas */
        status?: ('pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show')[];
        /** @description Start of the slot, from here on */
        from?: string;
        /** @description Start of the slot, before this */
        to?: string;
        pincode?: string;
        /** @description Bookings of this customer */
        userId?: string;
        /** @description Booking number, or its beginning */
        q?: string;
        sort?: 'startsAt' | '-startsAt' | 'createdAt' | '-createdAt';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListBookingsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "items": [
         *         {
         *           "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz0",
         *           "quantity": 2
         *         },
         *         {
         *           "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz1",
         *           "quantity": 1
         *         }
         *       ],
         *       "startsAt": "2026-11-21T11:30:00Z",
         *       "address": {
         *         "line1": "12, 5th Block, 80 Feet Road",
         *         "locality": "Koramangala",
         *         "pincode": "560034"
         *       },
         *       "quotedTotalPaise": 41064,
         *       "notes": "Ring the bell twice."
         *     }
         */
        'application/json': components['schemas']['CreateBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrSlotTaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalidOrNotServed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listBookingFreeHours: {
    parameters: {
      query: {
        /** @description What the visit is for, one or more, repeated or with commas: id of the service, or `id:quantity` */
        item: string[];
        pincode: string;
        /** @description First local day; today if absent */
        from?: string;
        days?: number;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListBookingFreeHoursAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['InvalidOrNotServed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  quoteBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "items": [
         *         {
         *           "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz0",
         *           "quantity": 2
         *         },
         *         {
         *           "rateCardId": "rc_01kabcdefghjkmnpqrstvwxyz1",
         *           "quantity": 1
         *         }
         *       ],
         *       "pincode": "560034",
         *       "startsAt": "2026-11-21T11:30:00Z"
         *     }
         */
        'application/json': components['schemas']['QuoteBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuoteBookingAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidOrNotServed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateBooking: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "address": {
         *         "line1": "12, 5th Block, 80 Feet Road",
         *         "locality": "Koramangala",
         *         "pincode": "560034"
         *       }
         *     }
         */
        'application/json': components['schemas']['UpdateBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteBooking: {
    parameters: {
      query?: {
        /** @description Why, in the customer’s words */
        reason?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag, to be refused (412) if there is another version by now. */
        'If-Match'?: components['parameters']['OptionalIfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteBookingAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description An ETag, to be refused (412) if there is another version by now. */
        'If-Match'?: components['parameters']['OptionalIfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "I am travelling that day.",
         *       "fault": "provider"
         *     }
         */
        'application/json': components['schemas']['CancelBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteBookingAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getBookingCancellation: {
    parameters: {
      query?: {
        /** @description Staff only: as if it were theirs */
        fault?: 'provider' | 'platform';
        /** @description Ids of items, repeated or with commas: what taking only these off would give back */
        items?: string[];
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetBookingCancellationAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelBookingItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description An ETag, to be refused (412) if there is another version by now. */
        'If-Match'?: components['parameters']['OptionalIfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelBookingItemRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteBookingAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rateBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description An ETag, to be refused (412) if there is another version by now. */
        'If-Match'?: components['parameters']['OptionalIfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "rating": 5,
         *       "review": "On time, and clean work."
         *     }
         */
        'application/json': components['schemas']['RateBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rescheduleBooking: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description An ETag, to be refused (412) if there is another version by now. */
        'If-Match'?: components['parameters']['OptionalIfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "startsAt": "2026-11-21T11:30:00Z"
         *     }
         */
        'application/json': components['schemas']['RescheduleBookingRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowedOrSlotTaken'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getBookingStatus: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetBookingStatusAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateBookingStatus: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id of the booking, or its number */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "confirmed"
         *     }
         */
        'application/json': components['schemas']['UpdateBookingStatusRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createChatAttachment: {
    parameters: {
      query?: {
        /** @description What the file is called, to show. */
        name?: string;
        /** @description The conversation that it is meant for. */
        sessionId?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'image/png': string;
        'image/jpeg': string;
        'image/webp': string;
        'application/pdf': string;
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateChatAttachmentAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getChatAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
          'application/pdf': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteChatAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getChatHistory: {
    parameters: {
      query: {
        limit?: number;
        cursor?: string;
        sessionId: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetChatHistoryAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  sendMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendMessageRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SendMessageAnswer'];
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrSessionBusy'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  editChatMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditChatMessageRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SendMessageAnswer'];
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateChatMessageReaction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the message. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "value": "down",
         *       "reason": "It did not answer my question."
         *     }
         */
        'application/json': components['schemas']['UpdateChatMessageReactionRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteChatMessageReaction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the message. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  cancelChatRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        turnId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CancelChatRunAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  followRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description Number of the last event that was received; only later ones are sent. */
        'Last-Event-ID'?: components['parameters']['LastEventId'];
      };
      path: {
        turnId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listChatSessions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        /** @description Part of the title or of what was said. */
        q?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListChatSessionsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteChatSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the conversation. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateChatSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the conversation. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "AC in the bedroom"
         *     }
         */
        'application/json': components['schemas']['UpdateChatSessionRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateChatSessionAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getChatSessionEvents: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description Number of the last event that was received; only later ones are sent. */
        'Last-Event-ID'?: components['parameters']['LastEventId'];
      };
      path: {
        /** @description Of the conversation. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  exportChatSessions: {
    parameters: {
      query?: {
        format?: 'json' | 'markdown' | 'pdf';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the conversation. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
          'text/markdown; charset=utf-8': string;
          'application/pdf': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  typingChatSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the conversation. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TypingChatSessionAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  sendUiMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendUiMessageRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrSessionBusy'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  followUiChat: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description Number of the last event that was received; only later ones are sent. */
        'Last-Event-ID'?: components['parameters']['LastEventId'];
      };
      path: {
        /** @description A name of the client’s own for the conversation, or its `ses_…` id */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Nothing. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getCompanyWidget: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        company: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetCompanyWidgetAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listComplaints: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        category?: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListComplaintsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createComplaint: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "category": "quality",
         *       "description": "The tap that was repaired yesterday leaks again.",
         *       "bookingId": "NX-7F3K9M",
         *       "attachmentIds": []
         *     }
         */
        'application/json': components['schemas']['CreateComplaintRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getComplaint: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateComplaint: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "category": "damage",
         *       "description": "The tap that was repaired yesterday leaks again."
         *     }
         */
        'application/json': components['schemas']['UpdateComplaintRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  escalateComplaint: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Nobody has called me back."
         *     }
         */
        'application/json': components['schemas']['EscalateComplaintRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  resolveComplaint: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "resolution": "A plumber comes again tomorrow at 10 am, free of charge."
         *     }
         */
        'application/json': components['schemas']['ResolveComplaintRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listComplaintUpdates: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListComplaintUpdatesAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createComplaintUpdate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Any time after 10 am suits me.",
         *       "isInternal": false,
         *       "attachmentIds": []
         *     }
         */
        'application/json': components['schemas']['CreateComplaintUpdateRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateComplaintUpdateAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsActivity: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        /** @description Who did it. */
        userId?: string;
        action?: string;
        /** @description What it was done to. */
        subjectType?: string;
        subjectId?: string;
        /** @description Inclusive */
        from?: string;
        /** @description Exclusive */
        to?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsActivityAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  exportOpsActivity: {
    parameters: {
      query: {
        /** @description Inclusive */
        from: string;
        /** @description Exclusive */
        to: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['NotAllowed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  opsLogin: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpsLoginRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsLoginAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['BadCredentials'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  opsRegister: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Asha Rao",
         *       "email": "asha@example.com",
         *       "phone": "+919876543210",
         *       "password": "blue-kettle-on-stairs"
         *     }
         */
        'application/json': components['schemas']['OpsRegisterRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsRegisterAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsComplaints: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'open' | 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed';
        band?: 'low' | 'medium' | 'high' | 'critical';
        category?: 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';
        /** @description A user id, `me`, or `none`. */
        assignedTo?: string;
        /** @description Whether a promised time has run out. */
        overdue?: 'true' | 'false';
        /** @description First day on which it was raised, company time. */
        from?: string;
        /** @description Last day on which it was raised, company time. */
        to?: string;
        /** @description Part of the description or of the customer’s name, or the start of the number. */
        q?: string;
        sort?: 'priority' | '-priority' | 'createdAt' | '-createdAt' | 'resolutionDueAt' | '-resolutionDueAt';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsComplaintsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getOpsComplaintAnalytics: {
    parameters: {
      query: {
        from: string;
        to: string;
        groupBy?: 'category' | 'band' | 'day' | 'assignee';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetOpsComplaintAnalyticsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listPriorityQueue: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'waiting' | 'claimed';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListPriorityQueueAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  assignOpsComplaint: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignOpsComplaintRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateOpsComplaintStatus: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id or number, e.g. `CP-7F3K9M`. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "in_progress",
         *       "note": "We are asking the professional."
         *     }
         */
        'application/json': components['schemas']['UpdateOpsComplaintStatusRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Complaint'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsHandoffs: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'waiting' | 'active' | 'ended';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsHandoffsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createOpsHandoff: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "conversationId": "ses_01kaq3x8d2v7b4n6m8p0r2t4w6"
         *     }
         */
        'application/json': components['schemas']['CreateOpsHandoffRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateOpsHandoffAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getOpsHandoff: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the handoff. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsHandoff'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  handBackOpsHandoff: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the handoff. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateOpsHandoffAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createOpsHandoffMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the handoff. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "I have asked the plumber; he will be there at 5 pm."
         *     }
         */
        'application/json': components['schemas']['CreateOpsHandoffMessageRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateOpsHandoffMessageAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createOpsHandoffNote: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the handoff. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "I have asked the plumber; he will be there at 5 pm."
         *     }
         */
        'application/json': components['schemas']['CreateOpsHandoffMessageRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateOpsHandoffMessageAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  takeOverOpsHandoff: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the handoff. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateOpsHandoffAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsPermissions: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsPermissionsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getOpsReactions: {
    parameters: {
      query: {
        from: string;
        to: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetOpsReactionsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsRoles: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsRolesAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateOpsRolePermissions: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "permissions": [
         *         "bookings.view",
         *         "customers.view"
         *       ]
         *     }
         */
        'application/json': components['schemas']['UpdateOpsRolePermissionsRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateOpsRolePermissionsAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsSessions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsSessionsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteOpsSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the session */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteOpsSessionAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsUsers: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'waiting' | 'active' | 'suspended' | 'rejected';
        /** @description Slug of a role. */
        role?: string;
        /** @description Part of a name or an e-mail address. */
        q?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsUsersAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createOpsUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Asha Rao",
         *       "email": "asha@example.com",
         *       "phone": "+919876543210",
         *       "password": "blue-kettle-on-stairs",
         *       "role": "support_agent"
         *     }
         */
        'application/json': components['schemas']['CreateOpsUserRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getOpsUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateOpsUser: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Asha Rao",
         *       "phone": "+919876543210",
         *       "status": "active"
         *     }
         */
        'application/json': components['schemas']['UpdateOpsUserRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteOpsUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  approveOpsUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "support_agent"
         *     }
         */
        'application/json': components['schemas']['ApproveOpsUserRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rejectOpsUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateOpsUserRole: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "support_agent"
         *     }
         */
        'application/json': components['schemas']['ApproveOpsUserRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsUser'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listOpsUserSessions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Of the account */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListOpsSessionsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getPincode: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        pincode: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pincode'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listProviders: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        city?: string;
        /** @description Id or slug of what they can do */
        subcategory?: string;
        /** @description Where they work */
        pincode?: string;
        minRating?: number;
        /** @description Others than the active ones are shown to staff who may see providers */
        status?: 'active' | 'paused' | 'removed';
        /** @description With a minus the greatest comes first */
        sort?: '-rating' | 'rating' | '-jobs' | 'jobs' | 'name' | '-name';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListProvidersAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  searchProviders: {
    parameters: {
      query: {
        limit?: number;
        cursor?: string;
        /** @description Id or slug of the service */
        service: string;
        pincode: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListProvidersAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the professional */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Provider'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateProvider: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id of the professional */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "active",
         *       "pincodes": [
         *         "560034"
         *       ]
         *     }
         */
        'application/json': components['schemas']['UpdateProviderRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Provider'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listProviderAvailability: {
    parameters: {
      query?: {
        /** @description First local day; else today */
        date?: string;
        days?: number;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the professional */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListProviderAvailabilityAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listProviderReviews: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id of the professional */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListProviderReviewsAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listRefunds: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        status?: 'waiting_for_approval' | 'approved' | 'rejected';
        bookingId?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRefundsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getRefund: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refund'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  approveRefund: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refund'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  rejectRefund: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Paid back in cash on the spot."
         *     }
         */
        'application/json': components['schemas']['RejectRefundRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refund'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listServices: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        /** @description Only those on offer, or only the others */
        active?: 'true' | 'false';
        /** @description Id of a subcategory */
        subcategory?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListServicesAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listServiceCategories: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListServiceCategoriesAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listServiceCategorySubcategories: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id or slug */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListServiceCategorySubcategoriesAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listServiceRecommendations: {
    parameters: {
      query?: {
        /** @description What is wrong, in the customer’s words */
        problem?: string;
        /** @description Indian postal code of the address */
        pincode?: string;
        limit?: number;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          'X-Guest-Token': components['headers']['GuestToken'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListServiceRecommendationsAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  searchServices: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
        /** @description Name or problem in the customer’s words */
        q?: string;
        /** @description Id or slug of a category */
        category?: string;
        /** @description Id or slug of a subcategory */
        subcategory?: string;
        /** @description Indian postal code of the address */
        pincode?: string;
        /** @description Of one unit, discount taken off, before charges and tax */
        minPricePaise?: number;
        maxPricePaise?: number;
        sort?: 'relevance' | 'price' | '-price' | 'duration';
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchServicesAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getService: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id or slug */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Service'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateService: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Id of the service */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "unit": "AC unit",
         *       "pricePaise": 59900
         *     }
         */
        'application/json': components['schemas']['UpdateServiceRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateServiceAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getServiceAttributes: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id or slug */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetServiceAttributesAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  priceService: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        /** @description Id or slug */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "quantity": 2,
         *       "pincode": "560034"
         *     }
         */
        'application/json': components['schemas']['PriceServiceRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceServiceAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidOrNotServed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listServiceRates: {
    parameters: {
      query?: {
        /** @description Indian postal code of the address */
        pincode?: string;
      };
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description Id or slug */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListServiceRatesAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['InvalidOrNotServed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetMeAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateMe: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Asha Rao",
         *       "email": "asha@example.com",
         *       "phone": "+919876543210"
         *     }
         */
        'application/json': components['schemas']['UpdateMeRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetMeAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteMeRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listMyAddresses: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListMyAddressesAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createMyAddress: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is refused (422). */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "label": "Home",
         *       "line1": "12, Hill Road",
         *       "locality": "Bandra West",
         *       "pincode": "400050"
         *     }
         */
        'application/json': components['schemas']['CreateMyAddressRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAddress'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ConflictOrNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyMismatchOrInvalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getMyAddress: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAddress'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateMyAddress: {
    parameters: {
      query?: never;
      header: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
        /** @description The ETag of the version that was read; another version is refused (412). */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "label": "Home",
         *       "line1": "12, Hill Road",
         *       "locality": "Bandra West",
         *       "pincode": "400050"
         *     }
         */
        'application/json': components['schemas']['CreateMyAddressRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyAddress'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      428: components['responses']['PreconditionRequired'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteMyAddress: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateMyPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMyPasswordRequest'];
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidJson'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getMyPicture: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  updateMyPicture: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'image/png': string;
        'image/jpeg': string;
        'image/webp': string;
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteMyPicture: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createMyVerification: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        contact: 'email' | 'phone';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['NotAllowed'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getUserPicture: {
    parameters: {
      query?: never;
      header?: {
        /** @description The company that is meant, when it is not the default one. */
        'X-Company'?: components['parameters']['Company'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
        };
      };
      401: components['responses']['TokenExpiredOrUnauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['Invalid'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  isLive: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IsLiveAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      406: components['responses']['NotAcceptable'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  isReady: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IsReadyAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      406: components['responses']['NotAcceptable'];
      500: components['responses']['Internal'];
      /** @description The answer, or a problem. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IsReadyAnswer'];
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 while the version is still that one. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetOpenApiAnswer'];
        };
      };
      /** @description Still the version that the caller has. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      406: components['responses']['NotAcceptable'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}
