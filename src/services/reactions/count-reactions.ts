import { addDays, instantOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { countReactions as count } from '#src/db/queries/reactions.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { CountReactionsInput } from './schemas.ts';

export interface ReactionFigures {
  from: string;
  to: string;
  up: number;
  down: number;
  /** Only days on which somebody has reacted, in order. */
  days: { date: string; up: number; down: number }[];
}

/**
 * The thumbs that were given on these local days, in all and by day. One query.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function countReactions(ctx: Ctx, raw: CountReactionsInput): Promise<ReactionFigures> {
  authoriseStaff(ctx, 'analytics.view');
  const { from, to } = parse(CountReactionsInput, raw);
  const { id: companyId, timeZone } = ctx.company;
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  const rows = await count(ctx.db, {
    companyId,
    dayStarts: dates.map((date) => instantOf(date, 0, timeZone)),
    before: instantOf(addDays(to, 1), 0, timeZone),
  });
  const days = rows
    .map(({ day, up, down }) => ({ date: dates[day - 1] ?? from, up, down }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const sum = (kind: 'up' | 'down') => days.reduce((all, day) => all + day[kind], 0);
  return { from, to, up: sum('up'), down: sum('down'), days };
}
