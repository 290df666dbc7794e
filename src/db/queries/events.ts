import type { Db } from '../client.ts';
import { events } from '../schema/index.ts';

export async function insertEvent(db: Db, event: typeof events.$inferInsert): Promise<void> {
  await db.insert(events).values(event);
}
