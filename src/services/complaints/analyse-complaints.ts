import { addDays, instantOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { selectComplaintFigures, type ComplaintFigures } from '#src/db/queries/complaint-figures.ts';
import { COMPLAINT_CATEGORIES, PRIORITY_BANDS } from '#src/db/schema/complaints.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { AnalyseComplaintsInput } from './schemas.ts';

export interface ComplaintAnalysis {
  from: string;
  to: string;
  groupBy: 'category' | 'band' | 'day' | 'assignee';
  total: ComplaintFigures;
  /** Only groups that have complaints, in the order of what they stand for; `key` is null for those that are assigned to nobody. */
  groups: (ComplaintFigures & { key: string | null; label: string })[];
}

/**
 * Figures on the complaints raised on these local days, in all and by group. Two queries, whatever the range.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function analyseComplaints(ctx: Ctx, raw: AnalyseComplaintsInput): Promise<ComplaintAnalysis> {
  authoriseStaff(ctx, 'analytics.view');
  const { from, to, groupBy } = parse(AnalyseComplaintsInput, raw);
  const { id: companyId, timeZone } = ctx.company;
  const days = daysBetween(from, to);
  const dayStarts = days.map((day) => instantOf(day, 0, timeZone));
  const range = {
    companyId,
    now: ctx.now,
    from: instantOf(from, 0, timeZone),
    before: instantOf(addDays(to, 1), 0, timeZone),
  };
  const [total] = await selectComplaintFigures(ctx.db, range, { by: 'all' });
  const groups = await selectComplaintFigures(ctx.db, range, { by: groupBy, dayStarts });
  return {
    ...{ from, to, groupBy },
    total: total?.figures ?? NONE,
    groups: groups
      .map(({ key: found, name, figures }) => {
        const key = groupBy === 'day' ? (days[Number(found) - 1] ?? null) : found;
        return { key, label: name ?? key ?? 'Nobody', ...figures };
      })
      .toSorted((a, b) => placeOf(a) - placeOf(b) || a.label.localeCompare(b.label)),
  };
}

/** Categories and bands as the schema lists them; days and names by themselves; nobody's last. */
const KNOWN: readonly string[] = [...COMPLAINT_CATEGORIES, ...PRIORITY_BANDS];
const placeOf = ({ key }: { key: string | null }) => (key === null ? KNOWN.length : KNOWN.indexOf(key));

const NONE: ComplaintFigures = {
  count: 0,
  openCount: 0,
  resolvedCount: 0,
  escalatedCount: 0,
  overdueCount: 0,
  firstResponse: { averageMinutes: null, medianMinutes: null, withinSlaShare: null },
  resolution: { averageMinutes: null, medianMinutes: null, withinSlaShare: null },
};

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
