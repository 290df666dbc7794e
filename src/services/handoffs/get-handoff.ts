import type { Ctx } from '#src/context.ts';
import { selectBookings, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { selectComplaints, type ComplaintDetail } from '#src/db/queries/complaints.ts';
import type { HandoffDetail } from '#src/db/queries/handoffs.ts';
import { selectMessagesAfter, selectSpeaker, type NotedMessage } from '#src/db/queries/messages.ts';
import { authoriseStaff } from '../authorise.ts';
import { recordActivity } from '../record-event.ts';
import { loadHandoff } from './load-handoff.ts';

/** The latest messages, bookings and complaints that a handoff comes with. */
const MESSAGES = 200;
const OF_EACH = 5;

export interface HandoffContext {
  handoff: HandoffDetail;
  /** Contacts may be shown. */
  mayContact: boolean;
  /** The latest 200, oldest first, with the notes of the staff. */
  messages: NotedMessage[];
  /** The customer's latest five of each; undefined where the reader may not see them. */
  bookings: BookingWithItems[] | undefined;
  complaints: ComplaintDetail[] | undefined;
}

/**
 * A handoff with what whoever takes it needs to know: what was said, and what the customer has with us as far as the
 * reader may see it. The look is in the activity log. At most seven queries.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function getHandoff(ctx: Ctx, id: string): Promise<HandoffContext> {
  const { permissions } = authoriseStaff(ctx, 'conversations.view');
  const handoff = await loadHandoff(ctx, id);
  const { conversationId, customer } = handoff;
  const companyId = ctx.company.id;
  await recordActivity(ctx.db, ctx, {
    action: 'handoff.viewed',
    subject: { type: 'handoff', id },
    data: { conversationId, ...(customer && { customerId: customer.id }) },
  });
  const speaking = await selectSpeaker(ctx.db, { companyId, conversationId, owner: undefined });
  const afterSeq = Math.max(0, (speaking?.messageCount ?? 0) - MESSAGES);
  const messages = await selectMessagesAfter(ctx.db, { conversationId, afterSeq, withNotes: true, limit: MESSAGES });
  const bookings =
    customer && permissions.has('bookings.view')
      ? await selectBookings(ctx.db, {
          ...{ companyId, userId: customer.id, limit: OF_EACH },
          sort: { by: 'createdAt', descending: true },
        })
      : undefined;
  const complaints =
    customer && permissions.has('complaints.view')
      ? await selectComplaints(
          ctx.db,
          { companyId, userId: customer.id },
          { by: 'createdAt', descending: true },
          OF_EACH,
        )
      : undefined;
  return { handoff, mayContact: permissions.has('customers.view'), messages, bookings, complaints };
}
