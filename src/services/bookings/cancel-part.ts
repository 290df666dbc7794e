import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import {
  cancelItemsOfBooking,
  selectItemsOfBooking,
  type BookingItemRow,
  type BookingRow,
} from '#src/db/queries/bookings.ts';
import { insertRefund, selectRefundsOfBooking } from '#src/db/queries/refunds.ts';
import { deleteHoursOfBooking } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { FoundEffect } from '../find-effect.ts';
import { recordEvent } from '../record-event.ts';
import { stakeOf, type Stake } from './cancellation-stake.ts';
import {
  findNamedBooking,
  lockNamedBooking,
  writeBooking,
  type ChangedBooking,
  type NamedBooking,
} from './named-booking.ts';
import { canCancel, minutesHours } from './policy.ts';
import { refundFor, type Fault, type Refund } from './refund-policy.ts';

export interface CancelledPart extends ChangedBooking, Stake {
  refund: Refund & { id: string };
}

interface Wish {
  /** Without them all that is left. */
  itemIds?: readonly string[] | undefined;
  reason: string;
  fault?: Fault | undefined;
  quotedRefundPaise?: number | undefined;
  onlyOf: string | undefined;
  turnId?: string | undefined;
  effectKey?: string | undefined;
}

const HOUR_MS = 3_600_000;

/**
 * Takes items off a booking, or cancels what is left of it: refund, hours, booking and event in one transaction. Whoever
 * cancels something of the same booking waits for its row, and then sees what is left.
 * @throws AppError not-found | not-allowed | conflict (another refund than was shown) | precondition-failed
 */
export async function cancelPart(ctx: Ctx, named: NamedBooking, wish: Wish): Promise<CancelledPart> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, wish.onlyOf);
    assertCancellable(row);
    const all = await selectItemsOfBooking(tx, row.id);
    const stake = stakeOf(row, all, wish.itemIds);
    const refundedPaise = await refundedBefore(tx, row, all);
    const of = { startsAt: row.startsAt, totalPaise: stake.paidPaise, refundedPaise };
    const refund = { id: newId('refund', ctx.now), ...refundFor(of, ctx.now, wish.fault) };
    if (wish.quotedRefundPaise !== undefined && wish.quotedRefundPaise !== refund.amountPaise)
      throw new AppError({
        code: 'conflict',
        detail: 'The refund has changed since it was shown.',
        data: { refundPaise: refund.amountPaise, percent: refund.percent },
      });
    const { id, percent, amountPaise, creditPaise, policyVersion, status } = refund;
    await insertRefund(tx, {
      id,
      companyId: row.companyId,
      bookingId: row.id,
      ...{ percent, amountPaise, creditPaise, policyVersion, status },
      reason: wish.reason,
      decidedAt: status === 'approved' ? ctx.now : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    const changes = stake.isWhole ? wholeChanges(ctx, wish) : await takeOff(tx, ctx, { row, all, stake, refundId: id });
    await deleteHoursOfBooking(tx, row.id, changes.endsAt);
    const booking = await writeBooking(tx, row, changes);
    const eventId = await recordEvent(tx, ctx, {
      type: stake.isWhole ? 'booking.cancelled' : 'booking.items_cancelled',
      subject: { type: 'booking', id: row.id },
      ...{ turnId: wish.turnId, effectKey: wish.effectKey },
      data: {
        ...{ number: row.number, providerId: row.providerId, startsAt: row.startsAt, fault: wish.fault },
        ...{ refundId: id, percent, amountPaise, creditPaise, policyVersion, refundStatus: status, rule: refund.rule },
        ...{ itemIds: stake.items.map((item) => item.id), isWhole: stake.isWhole, paidPaise: stake.paidPaise },
      },
    });
    return { booking, refund, eventId, ...stake };
  });
}

function assertCancellable(row: BookingRow): void {
  const verdict = canCancel(row);
  if (verdict.allowed) return;
  const since = row.cancelledAt && { cancelledAt: row.cancelledAt };
  throw new AppError({ code: 'not-allowed', detail: verdict.reason, data: { bookingStatus: row.status, ...since } });
}

/** Only what has lost items has refunds: all others are spared the query. */
export async function refundedBefore(
  db: Parameters<typeof selectRefundsOfBooking>[0],
  row: Pick<BookingRow, 'id' | 'companyId'>,
  items: readonly BookingItemRow[],
): Promise<number> {
  if (items.every((item) => item.cancelledAt === null)) return 0;
  const refunds = await selectRefundsOfBooking(db, { companyId: row.companyId, bookingId: row.id });
  return refunds.reduce((sum, { status, amountPaise }) => sum + (status === 'rejected' ? 0 : amountPaise), 0);
}

const wholeChanges = (ctx: Ctx, { reason }: Wish): Partial<BookingRow> => ({
  status: 'cancelled',
  cancelReason: reason,
  cancelledAt: ctx.now,
});

/** The visit is as short as what is left of it; price and charge stay as they were. */
async function takeOff(
  tx: Transaction,
  ctx: Ctx,
  { row, all, stake, refundId }: { row: BookingRow; all: BookingItemRow[]; stake: Stake; refundId: string },
): Promise<Partial<BookingRow>> {
  const gone = stake.items.map((item) => item.id);
  await cancelItemsOfBooking(tx, { bookingId: row.id, itemIds: gone, refundId, cancelledAt: ctx.now });
  const left = all.filter((item) => item.cancelledAt === null && !gone.includes(item.id));
  const hours = minutesHours(left.reduce((sum, item) => sum + item.durationMinutes * item.quantity, 0));
  const endsAt = new Date(row.startsAt.getTime() + hours * HOUR_MS);
  return { endsAt: endsAt < row.endsAt ? endsAt : row.endsAt };
}

/** The same result, from the event of the change and the booking as it is now. */
export async function cancelledBefore(ctx: Ctx, { eventId, subjectId, data }: FoundEffect): Promise<CancelledPart> {
  const told = data as unknown as Omit<Refund, 'status'> & {
    refundId: string;
    refundStatus: Refund['status'];
    itemIds: string[];
    isWhole: boolean;
    paidPaise: number;
  };
  const { percent, amountPaise, creditPaise, rule, policyVersion, isWhole, paidPaise } = told;
  const booking = await findNamedBooking(ctx, subjectId, undefined);
  return {
    booking,
    refund: {
      ...{ id: told.refundId, status: told.refundStatus },
      ...{ percent, amountPaise, creditPaise, rule, policyVersion },
    },
    items: booking.items.filter((item) => told.itemIds.includes(item.id)),
    ...{ isWhole, paidPaise, eventId },
  };
}
