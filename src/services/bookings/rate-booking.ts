import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { addProviderRating } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { lockNamedBooking, writeBooking, type ChangedBooking, type NamedBooking } from './named-booking.ts';
import { canRate } from './policy.ts';
import { RateBookingInput } from './schemas.ts';

/**
 * The customer's verdict on finished work, once; it counts in the professional's mean at once. One transaction of eight
 * round trips.
 * @throws AppError unauthenticated | forbidden (staff) | not-found | not-allowed | precondition-failed
 */
export async function rateBooking(ctx: Ctx, named: NamedBooking, raw: RateBookingInput): Promise<ChangedBooking> {
  const actor = authorise(ctx, 'customer');
  const { rating, review } = parse(RateBookingInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, actor.id);
    const verdict = canRate(row);
    if (!verdict.allowed)
      throw new AppError({ code: 'not-allowed', detail: verdict.reason, data: { bookingStatus: row.status } });
    await addProviderRating(tx, { companyId: row.companyId, providerId: row.providerId, rating });
    const booking = await writeBooking(tx, row, { rating, review: review ?? null });
    const eventId = await recordEvent(tx, ctx, {
      type: 'booking.rated',
      subject: { type: 'booking', id: row.id },
      data: { number: row.number, providerId: row.providerId, rating },
    });
    return { booking, eventId };
  });
}
