interface Message {
  /** Names the message, so that sending it again is the same message. */
  id: string;
  companyId: string;
  /** Why it is sent: an adapter may have a template for it. */
  purpose:
    | 'password-reset'
    | 'password-changed'
    | 'verify-email'
    | 'verify-phone'
    | 'contact-changed'
    | 'account-deleted'
    | 'complaint-escalated';
  to: string;
  text: string;
  /** The secret that `text` holds, for templates. */
  secret?: string;
}

/** What leaves the product by itself: not an answer in a conversation. */
export type OutgoingMessage =
  | (Message & { channel: 'email'; subject: string })
  | (Message & { /** `to` is E.164. */ channel: 'sms' });

/** A way out. A new one is a file that makes this, and the line in `src/deps.ts` that chooses it. */
export interface Outbox<Taken extends OutgoingMessage = OutgoingMessage> {
  /** Rejects when the message could not be handed over, with an error that holds nothing of it. */
  send(message: Taken): Promise<void>;
  /** Waits for what is being sent. */
  close?(): Promise<void>;
}
