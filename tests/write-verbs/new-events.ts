import { and, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '#src/db/client.ts';
import { events, staffActivityLog } from '#src/db/schema/index.ts';

export type Event = typeof events.$inferSelect;

/** What the event log of these companies has after `work` and had not before, by id. */
export async function newEvents<T>(
  db: Database,
  companies: string[],
  work: () => Promise<T>,
): Promise<{ result: T; told: Event[] }> {
  const list = () => db.select().from(events).where(inArray(events.companyId, companies)).orderBy(events.id);
  const before = new Set((await list()).map(({ id }) => id));
  const result = await work();
  const told = (await list()).filter(({ id }) => !before.has(id));
  return { result, told };
}

/** How often the activity log of the staff names a request. */
export async function activitiesOf(db: Database, companyId: string, requestId: string): Promise<number> {
  const of = and(eq(staffActivityLog.companyId, companyId), eq(staffActivityLog.requestId, requestId));
  const [row] = await db.select({ count: count() }).from(staffActivityLog).where(of);
  return row?.count ?? 0;
}
