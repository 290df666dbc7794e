import { dayLabel, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { RefundRow } from '#src/db/queries/refunds.ts';
import { rupees } from '#src/money.ts';
import { aboveLimit } from './quote.ts';

/** How much, what share, and how it stands: only what the row says. */
export function refundLine(ctx: Ctx, refund: RefundRow): string {
  const { amountPaise, percent, creditPaise, status } = refund;
  const dayOf = (instant: Date) => dayLabel(localOf(instant, ctx.company.timeZone).date, ctx.now, ctx.company.timeZone);
  const on = (instant: Date) => (dayOf(instant) === 'today' ? 'today' : `on ${dayOf(instant)}`);
  const credit = creditPaise > 0 ? ` with ${rupees(creditPaise)} of credit` : '';
  if (amountPaise === 0 && creditPaise === 0)
    return `Its refund is ${rupees(0)}, by the ${percent} % row of our table.`;
  const amount = `The refund of ${rupees(amountPaise)} (${percent} %)${credit}`;
  if (status === 'waiting_for_approval')
    return `${amount} waits since ${dayOf(refund.createdAt)}. ${aboveLimit()}; it has not been decided yet.`;
  if (status === 'rejected')
    return `${amount} was rejected ${on(refund.decidedAt ?? refund.updatedAt)}${refund.decisionReason ? `: ${refund.decisionReason}` : '.'}`;
  return `${amount} was approved ${on(refund.decidedAt ?? refund.createdAt)}.`;
}
