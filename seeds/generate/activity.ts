import { COMPANY_ID } from './company.ts';
import { createRandom, seedId } from './random.ts';
import type { ActivityRow, ComplaintRow, EventRow, StaffRow } from './rows.ts';

/** How many of the latest complaints that somebody has taken on are in the log: they were looked at. */
const LOOKED_UP = 15;
const MINUTE_MS = 60_000;

/** The log of what staff did: everything of theirs among the events, the approvals, and some looking up. Oldest first. */
export function generateActivity(
  events: readonly EventRow[],
  staff: readonly StaffRow[],
  complaints: readonly ComplaintRow[],
): ActivityRow[] {
  const entry = (
    userId: string,
    action: string,
    subject: { type: string; id: string },
    createdAt: Date,
    data: Record<string, unknown> = {},
  ): ActivityRow => ({
    id: seedId('log', createdAt, `${action} ${subject.id}`),
    companyId: COMPANY_ID,
    userId,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    requestId: null,
    data,
    createdAt,
  });
  const written = events.flatMap((event) =>
    event.actorKind === 'staff' && event.actorId !== null
      ? [
          entry(
            event.actorId,
            event.type,
            { type: event.subjectType, id: event.subjectId },
            event.createdAt,
            event.data,
          ),
        ]
      : [],
  );
  const looked = complaints
    .filter((row) => row.assignedTo !== null && row.firstRespondedAt !== null)
    .slice(-LOOKED_UP)
    .flatMap((row) => {
      const before = createRandom(`looked up ${row.id}`).int(1, 9) * MINUTE_MS;
      const createdAt = new Date(Math.max(row.createdAt.getTime(), (row.firstRespondedAt?.getTime() ?? 0) - before));
      return [entry(row.assignedTo ?? '', 'complaint.viewed', { type: 'complaint', id: row.id }, createdAt)];
    });
  const approvals = staff.flatMap((row) =>
    row.approvedBy && row.approvedAt
      ? [entry(row.approvedBy, 'staff.approved', { type: 'user', id: row.userId }, row.approvedAt)]
      : [],
  );
  return [...written, ...looked, ...approvals].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
