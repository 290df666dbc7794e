import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import { selectSubcategoriesOfBooking, type BookingRow } from '#src/db/queries/bookings.ts';
import {
  deleteExpiredHolds,
  deleteHoursOfBooking,
  insertHold,
  selectProvidersDoing,
  selectTakenHours,
  type ProviderRef,
} from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { checkStart } from './check-start.ts';
import { slotTaken } from './find-free-hours.ts';
import {
  assertVersion,
  findNamedBooking,
  lockNamedBooking,
  writeBooking,
  type ChangedBooking,
  type NamedBooking,
} from './named-booking.ts';
import { canReschedule } from './policy.ts';
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
  const { startsAt, turnId } = parse(RescheduleBookingInput, raw);
  const before = await findNamedBooking(ctx, named.ref, onlyOf);
  assertVersion(named, before);
  assertMovable(before, ctx.now, startsAt);
  const length = hoursOf(before);
  checkStart(ctx, startsAt, length);

  const job = {
    companyId: ctx.company.id,
    subcategoryIds: await selectSubcategoriesOfBooking(ctx.db, before.id),
    pincode: before.pincode,
  };
  const providers = await selectProvidersDoing(ctx.db, job);
  const providerIds = providers.map((provider) => provider.id);
  const endsAt = new Date(startsAt.getTime() + length * HOUR_MS);
  const wish = { providerIds, exceptBookingId: before.id };
  const taken = await selectTakenHours(ctx.db, { ...wish, from: startsAt, to: endsAt, now: ctx.now });
  const busy = new Set(taken.map((row) => row.providerId));
  const free = providers.filter((provider) => !busy.has(provider.id));
  const candidates = free.toSorted((a, b) => Number(b.id === before.providerId) - Number(a.id === before.providerId));

  for (const provider of candidates) {
    try {
      return await moveTo(ctx, named, { onlyOf, provider, job, startsAt, turnId });
    } catch (error) {
      // Somebody was faster with this provider, or took them off the job; the old hours are still the booking's.
      if (error !== NOT_ANY_MORE && errnoOf(error) !== DUPLICATE_KEY) throw error;
    }
  }
  throw await slotTaken(ctx, { ...wish, hours: length, startsAt });
}

const NOT_ANY_MORE = new Error('The professional does not do this job any more.');

interface Move {
  onlyOf: string | undefined;
  provider: ProviderRef;
  job: Parameters<typeof selectProvidersDoing>[1];
  startsAt: Date;
  turnId: string | undefined;
}

async function moveTo(ctx: Ctx, named: NamedBooking, move: Move): Promise<ChangedBooking> {
  const { provider, job, startsAt, onlyOf, turnId } = move;
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
    if (!(await selectProvidersDoing(tx, job)).some(({ id }) => id === provider.id)) throw NOT_ANY_MORE;
    const booking = await writeBooking(tx, row, {
      providerId: provider.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + length * HOUR_MS),
      rescheduleCount: row.rescheduleCount + 1,
    });
    const eventId = await recordEvent(tx, ctx, {
      type: 'booking.rescheduled',
      subject: { type: 'booking', id: row.id },
      turnId,
      data: {
        number: row.number,
        from: { startsAt: row.startsAt, providerId: row.providerId },
        to: { startsAt, providerId: provider.id },
      },
    });
    return { booking, eventId };
  });
}

const hoursOf = ({ startsAt, endsAt }: Pick<BookingRow, 'startsAt' | 'endsAt'>): number =>
  Math.ceil((endsAt.getTime() - startsAt.getTime()) / HOUR_MS);

function assertMovable(booking: BookingRow, now: Date, startsAt: Date): void {
  const verdict = canReschedule(booking, now);
  if (!verdict.allowed)
    throw new AppError({ code: 'not-allowed', detail: verdict.reason, data: { bookingStatus: booking.status } });
  if (booking.startsAt.getTime() === startsAt.getTime())
    throw new AppError({ code: 'not-allowed', detail: `Booking ${booking.number} is at that time already.` });
}
