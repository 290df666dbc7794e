import { sql } from 'drizzle-orm';
import { createDatabase, type Database } from '#src/db/client.ts';

/** How many statements, so round trips, `work` sends: it gets a connection of its own, which counts them. */
export async function countStatements(url: string, work: (db: Database) => Promise<unknown>): Promise<number> {
  const { db, close } = createDatabase(url, 1);
  const sent = async () => {
    const [rows] = await db.execute(sql`show session status like 'Questions'`);
    return Number((rows as unknown as { Value: string }[])[0]?.Value);
  };
  try {
    const before = await sent();
    await work(db);
    // The second look counts itself.
    return (await sent()) - before - 1;
  } finally {
    await close();
  }
}
