import { instantOf, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { BOOKING_POLICY, startProblem } from './policy.ts';

const PROBLEMS = {
  past: 'That time has passed.',
  'too-soon': `We need at least ${BOOKING_POLICY.minLeadHours} hours' notice.`,
  'too-far': `We take bookings up to ${BOOKING_POLICY.maxDaysAhead} days ahead.`,
  closed: `Jobs are done between ${BOOKING_POLICY.opensAt}:00 and ${BOOKING_POLICY.closesAt}:00.`,
  'off-hour': 'Jobs begin on the full hour.',
} as const;

/**
 * That a job of so many hours may start then. Only full local hours can be taken: the key that keeps bookings apart is
 * the hour, and 10:30 would stand between two of them.
 * @throws AppError invalid, with the `problem`
 */
export function checkStart(ctx: Pick<Ctx, 'company' | 'now'>, startsAt: Date, hours: number): void {
  const { date, hour } = localOf(startsAt, ctx.company.timeZone);
  const offHour = instantOf(date, hour, ctx.company.timeZone).getTime() !== startsAt.getTime();
  const problem = offHour ? 'off-hour' : startProblem({ startsAt, now: ctx.now, localHour: hour, hours });
  if (!problem) return;
  const detail = PROBLEMS[problem];
  throw new AppError({ code: 'invalid', detail, data: { problem }, issues: [{ pointer: '/startsAt', detail }] });
}
