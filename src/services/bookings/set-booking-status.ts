import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { addProviderJob } from '#src/db/queries/bookings.ts';
import type { BookingStatus } from '#src/db/schema/bookings.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { lockNamedBooking, writeBooking, type ChangedBooking, type NamedBooking } from './named-booking.ts';
import { factOf, nextStatuses } from './policy.ts';
import { SetBookingStatusInput } from './schemas.ts';

/**
 * Takes a booking one step on: pending → confirmed → in progress → completed, or no-show. A finished job counts for the
 * professional. One transaction of eight round trips, nine when completed.
 * @throws AppError forbidden | not-found | not-allowed with the statuses that may follow | precondition-failed
 */
export async function setBookingStatus(
  ctx: Ctx,
  named: NamedBooking,
  raw: SetBookingStatusInput,
): Promise<ChangedBooking> {
  authoriseStaff(ctx, 'bookings.update');
  const { status } = parse(SetBookingStatusInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, undefined);
    const next = nextStatuses(row, ctx.now);
    if (!next.includes(status))
      throw new AppError({
        code: 'not-allowed',
        detail: `${factOf(row)} ${next.length > 0 ? `It can become ${next.map(spoken).join(' or ')}.` : 'That is final.'}`,
        data: { bookingStatus: row.status, next },
      });
    if (status === 'completed') await addProviderJob(tx, row);
    const booking = await writeBooking(tx, row, { status, ...(status === 'completed' && { completedAt: ctx.now }) });
    const eventId = await recordEvent(tx, ctx, {
      type: `booking.${status}`,
      subject: { type: 'booking', id: row.id },
      data: { number: row.number, from: row.status, providerId: row.providerId },
    });
    return { booking, eventId };
  });
}

const spoken = (status: BookingStatus): string => status.replaceAll('_', ' ');
