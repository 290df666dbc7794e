import { createConnection } from 'mysql2/promise';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Drops the URL's database with everything in it and makes it anew, empty. */
export async function recreateDatabase(url: string): Promise<void> {
  const name = `\`${decodeURIComponent(new URL(url).pathname.slice(1)).replaceAll('`', '``')}\``;
  const connection = await createConnection({ uri: withDatabase(url, '') });
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  } finally {
    await connection.end();
  }
}

export async function migrate(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  await runCommand(process.execPath, ['src/db/migrate.ts'], { cwd: root, env, signal });
}

/** Applies the migrations and fills an empty database; both find out by themselves what is to be done. */
export async function migrateAndSeed(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  await migrate(env, signal);
  await runCommand(process.execPath, ['seeds/seed.ts', '--if-empty'], { cwd: root, env, signal });
}
