import mysql from 'mysql2/promise';
import { createDatabase, type DatabaseHandle } from '#src/db/client.ts';
import { migrateDatabase } from '#src/db/migrate.ts';

/** A migrated, empty database beside the given one, for tests that look at whole tables. `drop` ends it. */
export async function createOwnDatabase(
  url: string,
  purpose: string,
): Promise<DatabaseHandle & { url: string; drop: () => Promise<void> }> {
  const own = new URL(url);
  const name = `${own.pathname.slice(1)}_${purpose}`;
  own.pathname = `/${name}`;
  const run = async (statement: string) => {
    const connection = await mysql.createConnection({ uri: url });
    await connection.query(statement);
    await connection.end();
  };
  await run(`drop database if exists \`${name}\``);
  await run(`create database \`${name}\` character set utf8mb4`);
  await migrateDatabase(own.href);
  const handle = createDatabase(own.href, 4);
  return {
    ...handle,
    url: own.href,
    drop: async () => {
      await handle.close();
      await run(`drop database \`${name}\``);
    },
  };
}
