import type { Db } from '../client.ts';
import { events, staffActivityLog } from '../schema/index.ts';

export async function insertEvent(db: Db, event: typeof events.$inferInsert): Promise<void> {
  await db.insert(events).values(event);
}

export async function insertActivity(db: Db, activity: typeof staffActivityLog.$inferInsert): Promise<void> {
  await db.insert(staffActivityLog).values(activity);
}
