import type { Db } from '#src/db/client.ts';
import { countComplaintsOf, selectBookingOf, type ComplaintRow } from '#src/db/queries/complaints.ts';
import { bandOf, COMPLAINT_POLICY, dueTimes, priorityOf } from './policy.ts';

type Scored = Pick<ComplaintRow, 'companyId' | 'userId' | 'category' | 'sentiment' | 'createdAt'> & {
  /** Absent before it is written. */
  id?: string;
};

export type Score = Pick<ComplaintRow, 'priorityScore' | 'priorityBand' | 'firstResponseDueAt' | 'resolutionDueAt'>;

/**
 * Priority now, and the times promised. The promise follows from what was complained about: it does not get shorter
 * because time passes.
 * @param bookingValuePaise 0 without a booking
 */
export async function scoreComplaint(
  tx: Db,
  it: Scored,
  { bookingValuePaise, now }: { bookingValuePaise: number; now: Date },
): Promise<Score> {
  const since = new Date(it.createdAt.getTime() - COMPLAINT_POLICY.repeatDays * 86_400_000);
  const { companyId, userId, createdAt } = it;
  const repeatsIn30Days = await countComplaintsOf(tx, { companyId, userId, since, before: createdAt, exceptId: it.id });
  const facts = { category: it.category, sentiment: it.sentiment, repeatsIn30Days, bookingValuePaise };
  const promised = dueTimes(priorityOf({ ...facts, elapsedSlaShare: 0 }), createdAt);
  const elapsedSlaShare =
    (now.getTime() - createdAt.getTime()) / (promised.resolutionDueAt.getTime() - createdAt.getTime());
  const priorityScore = priorityOf({ ...facts, elapsedSlaShare });
  return { priorityScore, priorityBand: bandOf(priorityScore), ...promised };
}

/** The same for one that is written, with the value of its booking. */
export async function scoreAgain(tx: Db, row: ComplaintRow, now: Date): Promise<Score> {
  const { companyId, userId, bookingId } = row;
  const booking = bookingId ? await selectBookingOf(tx, { companyId, userId, ref: { id: bookingId } }) : undefined;
  return scoreComplaint(tx, row, { bookingValuePaise: booking?.totalPaise ?? 0, now });
}
