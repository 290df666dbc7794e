import { and, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { complaints, users } from '../schema/index.ts';
import { isOverdueAt } from './complaints.ts';

interface SpanFigures {
  averageMinutes: number | null;
  medianMinutes: number | null;
  /** 0–1, of those that were done or should have been by now; null when there are none. */
  withinSlaShare: number | null;
}

export interface ComplaintFigures {
  count: number;
  openCount: number;
  resolvedCount: number;
  escalatedCount: number;
  overdueCount: number;
  firstResponse: SpanFigures;
  resolution: SpanFigures;
}

export interface FiguresGroup {
  /** Category, band, user id, or for days the place (from 1) among `dayStarts`. */
  key: string | null;
  /** The assignee's. */
  name: string | null;
  figures: ComplaintFigures;
}

export type FiguresGrouping =
  | { by: 'all' | 'category' | 'band' | 'assignee' }
  | { by: 'category' | 'band' | 'day' | 'assignee'; dayStarts: Date[] };

function groupKey(grouping: FiguresGrouping): SQL {
  switch (grouping.by) {
    case 'all':
      return sql`1`;
    case 'category':
      return sql`${complaints.category}`;
    case 'band':
      return sql`${complaints.priorityBand}`;
    case 'assignee':
      return sql`${complaints.assignedTo}`;
    case 'day': {
      // Local days begin at instants, which differ in distance where clocks are changed.
      const starts = grouping.dayStarts.map((start) => sql`${start.getTime() / 1000}`);
      return sql`interval(timestampdiff(second, '1970-01-01', ${complaints.createdAt}), ${sql.join(starts, sql`, `)})`;
    }
  }
}

const minutesTo = (end: typeof complaints.resolvedAt) =>
  sql`timestampdiff(second, ${complaints.createdAt}, ${end}) / 60`;

/** Rank and number of the values of a group that are not null: the middle one, or the two, make the median. */
const ranks = (value: SQL, name: string) => sql`
  row_number() over (partition by ${sql.raw('grp')} order by ${value} is null, ${value}) as ${sql.raw(`${name}_rank`)},
  count(${value}) over (partition by ${sql.raw('grp')}) as ${sql.raw(`${name}_count`)}`;

const median = (name: string) =>
  sql.raw(
    `avg(case when ${name}_rank in (floor((${name}_count + 1) / 2), ceil((${name}_count + 1) / 2)) then ${name} end)`,
  );

/** 1 in time, 0 too late, null when it is still to come. */
const inTime = (done: typeof complaints.resolvedAt, due: typeof complaints.resolutionDueAt, now: Date) =>
  sql`case when ${done} is not null then ${done} <= ${due} when ${lt(due, now)} then 0 end`;

/** Figures on the complaints raised in [from, before), by group. One query. */
export async function selectComplaintFigures(
  db: Db,
  range: { companyId: string; from: Date; before: Date; now: Date },
  grouping: FiguresGrouping,
): Promise<FiguresGroup[]> {
  const { companyId, from, before, now } = range;
  const raised = and(
    eq(complaints.companyId, companyId),
    gte(complaints.createdAt, from),
    lt(complaints.createdAt, before),
  );
  const [rows] = await db.execute(sql`
    with facts as (
      select ${groupKey(grouping)} as grp,
        ${minutesTo(complaints.firstRespondedAt)} as response,
        ${minutesTo(complaints.resolvedAt)} as resolution,
        ${inTime(complaints.firstRespondedAt, complaints.firstResponseDueAt, now)} as response_in_time,
        ${inTime(complaints.resolvedAt, complaints.resolutionDueAt, now)} as resolution_in_time,
        ${complaints.resolvedAt} is not null as resolved,
        ${complaints.escalationLevel} > 0 as escalated,
        ${isOverdueAt(now)} as overdue
      from ${complaints} where ${raised}
    ),
    ranked as (
      select facts.*, ${ranks(sql.raw('response'), 'response')}, ${ranks(sql.raw('resolution'), 'resolution')} from facts
    ),
    figures as (
      select grp, count(*) as n, sum(resolved) as resolved, sum(escalated) as escalated, sum(overdue) as overdue,
        avg(response) as response_avg, ${median('response')} as response_median, avg(response_in_time) as response_share,
        avg(resolution) as resolution_avg, ${median('resolution')} as resolution_median, avg(resolution_in_time) as resolution_share
      from ranked group by grp
    )
    select figures.*, ${grouping.by === 'assignee' ? users.name : sql`null`} as name
    from figures ${grouping.by === 'assignee' ? sql`left join ${users} on ${users.id} = figures.grp` : sql``}`);
  return (rows as unknown as RawFigures[]).map(figuresOf);
}

interface RawFigures {
  grp: string | number | null;
  name: string | null;
  n: number;
  /** Sums and averages come as decimals: strings. */
  resolved: string;
  escalated: string;
  overdue: string;
  response_avg: string | null;
  response_median: string | null;
  response_share: string | null;
  resolution_avg: string | null;
  resolution_median: string | null;
  resolution_share: string | null;
}

function figuresOf(row: RawFigures): FiguresGroup {
  const rounded = (value: string | null, places: number) =>
    value === null ? null : Number(Number(value).toFixed(places));
  const span = (average: string | null, middle: string | null, share: string | null): SpanFigures => ({
    averageMinutes: rounded(average, 1),
    medianMinutes: rounded(middle, 1),
    withinSlaShare: rounded(share, 4),
  });
  const resolved = Number(row.resolved);
  return {
    key: row.grp === null ? null : String(row.grp),
    name: row.name,
    figures: {
      count: Number(row.n),
      openCount: Number(row.n) - resolved,
      resolvedCount: resolved,
      escalatedCount: Number(row.escalated),
      overdueCount: Number(row.overdue),
      firstResponse: span(row.response_avg, row.response_median, row.response_share),
      resolution: span(row.resolution_avg, row.resolution_median, row.resolution_share),
    },
  };
}
