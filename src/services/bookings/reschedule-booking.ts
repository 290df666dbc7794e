import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import { deleteExpiredHolds, deleteHoursOfBooking, insertHold, type ProviderRef } from '#src/db/queries/slot-holds.ts';
import { newId } from '#src/ids.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import {
  assertVersion,
  findNamedBooking,
  lockNamedBooking,
  writeBooking,
  type ChangedBooking,
  type NamedBooking,
} from './named-booking.ts';
import { assertMovable, hoursOf, planMove, providersFor } from './plan-move.ts';
import { RescheduleBookingInput } from './schemas.ts';

const HOUR_MS = 3_600_000;

/**
 * Moves a booking to another hour at the same price and under the same number: with the same professional if they are
 * free, else with the best-rated who is. The new hours are taken and the old ones given back in one transaction, so no
 * hour is ever lost or taken twice. Five queries, then a transaction of eleven round trips (twelve for staff) for each
 * professional that is tried: one, unless somebody else is faster.
 * @throws AppError not-found | not-allowed | invalid | slot-taken with the nearest `freeHours` | precondition-failed
 */
export async function rescheduleBooking(
  ctx: Ctx,
  named: NamedBooking,
  raw: RescheduleBookingInput,
): Promise<ChangedBooking> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.update');
  const input = parse(RescheduleBookingInput, raw);
  return makeOnce(ctx, input.effectKey, {
    again: async ({ eventId, subjectId }) => ({ booking: await findNamedBooking(ctx, subjectId, onlyOf), eventId }),
    make: () => reschedule(ctx, named, { ...input, onlyOf }),
  });
}

async function reschedule(ctx: Ctx, named: NamedBooking, wish: Omit<Move, 'provider'>): Promise<ChangedBooking> {
  const before = await findNamedBooking(ctx, named.ref, wish.onlyOf);
  assertVersion(named, before);
  const { candidates, taken } = await planMove(ctx, before, wish.startsAt);
  for (const provider of candidates) {
    try {
      return await moveTo(ctx, named, { ...wish, provider });
    } catch (error) {
      // Somebody was faster with this provider, or took them off the job; the old hours are still the booking's.
      if (error !== NOT_ANY_MORE && errnoOf(error) !== DUPLICATE_KEY) throw error;
    }
  }
  throw await taken();
}

const NOT_ANY_MORE = new Error('The professional does not do this job any more.');

interface Move {
  onlyOf: string | undefined;
  provider: ProviderRef;
  startsAt: Date;
  turnId?: string | undefined;
  effectKey?: string | undefined;
}

async function moveTo(ctx: Ctx, named: NamedBooking, move: Move): Promise<ChangedBooking> {
  const { provider, startsAt, onlyOf, turnId, effectKey } = move;
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, onlyOf);
    assertMovable(row, ctx.now, startsAt);
    const length = hoursOf(row);
    const hours = Array.from({ length }, (_, h) => new Date(startsAt.getTime() + h * HOUR_MS));
    await deleteHoursOfBooking(tx, row.id);
    await deleteExpiredHolds(tx, provider.id, hours, ctx.now);
    await insertHold(tx, {
      holdId: row.holdId ?? newId('hold', ctx.now),
      companyId: row.companyId,
      providerId: provider.id,
      holderId: row.userId,
      hours,
      bookingId: row.id,
    });
    // Taking the hours has waited for whoever was changing the professional: only now it is certain who still comes.
    if (!(await providersFor({ ...ctx, db: tx }, row)).some(({ id }) => id === provider.id)) throw NOT_ANY_MORE;
    const booking = await writeBooking(tx, row, {
      providerId: provider.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + length * HOUR_MS),
      rescheduleCount: row.rescheduleCount + 1,
    });
    const eventId = await recordEvent(tx, ctx, {
      type: 'booking.rescheduled',
      subject: { type: 'booking', id: row.id },
      ...{ turnId, effectKey },
      data: {
        number: row.number,
        from: { startsAt: row.startsAt, providerId: row.providerId },
        to: { startsAt, providerId: provider.id },
      },
    });
    return { booking, eventId };
  });
}
