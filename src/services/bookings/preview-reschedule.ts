import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { ProviderRef } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { findNamedBooking } from './named-booking.ts';
import { planMove } from './plan-move.ts';

export interface ReschedulePreview {
  booking: BookingWithItems;
  startsAt: Date;
  endsAt: Date;
  /** Who would come, as things are. */
  provider: ProviderRef;
}

/**
 * What moving a booking to another hour would come to. Changes nothing and holds nothing. Five queries.
 * @throws AppError unauthenticated | forbidden | not-found | not-allowed | invalid | slot-taken with the nearest `freeHours`
 */
export async function previewReschedule(ctx: Ctx, ref: string, startsAt: Date): Promise<ReschedulePreview> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  const { endsAt, candidates } = await planMove(ctx, booking, startsAt);
  const [provider] = candidates;
  if (!provider) throw new AppError({ code: 'internal', detail: 'A plan without a professional.' });
  return { booking, startsAt, endsAt, provider };
}
