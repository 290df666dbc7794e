import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command.ts';
import { readDaemon, startDaemon } from './daemon.ts';
import { dataFolderOf, ensureStack } from './ensure-stack.ts';
import { fetchMysql } from './fetch-mysql.ts';
import { installMissing } from './find-or-install.ts';
import { mysqlService, mysqlUrl } from './mysql.ts';
import { PlainError } from './plain-error.ts';
import { stopProcess } from './processes.ts';
import { findProgram, realMysqlServer } from './programs.ts';
import { runVitest } from './run-tests.ts';

/**
 * `npm run test:mysql [-- vitest's arguments]`: the database tests on a private server of real MySQL, this machine's
 * or one that is downloaded. Where there is none to be had, they count as skipped.
 */
export function runMysqlTests(command: Command): Promise<number> {
  const { args, env, steps, signal } = command;
  const folder = dataFolderOf('test-mysql');
  return runVitest(command, {
    what: 'npm run test:mysql',
    folder,
    args: ['--project', 'database', ...args],
    bringUp: async (atEnd) => {
      const program = await realMysql(command);
      if (!program) return undefined;
      await dropDataOfAnotherServer(folder, program);
      const service = mysqlService({ folder, program, durable: false, signal });
      const mysql = await steps.run('MySQL', () => startDaemon(folder, service, signal));
      atEnd(mysql.stop);
      const others = { ...env, DATABASE_URL: mysqlUrl(mysql) };
      await installMissing(others, { browser: true, onStep: steps.run });
      const stack = await ensureStack({ name: 'test-mysql', env: others, onStep: steps.run, signal });
      atEnd(stack.stop);
      return stack;
    },
  });
}

async function realMysql({ steps, signal }: Command): Promise<string | undefined> {
  const installed = findProgram(realMysqlServer);
  if (installed) return installed;
  try {
    return await steps.run('MySQL server', () => fetchMysql(dataFolderOf('mysql-server'), signal));
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    signal.throwIfAborted();
    steps.line(
      `The tests on MySQL are skipped, for there is no MySQL server here and none could be downloaded: ${error.message}.`,
    );
    return undefined;
  }
}

/** A version may not read what another one has written; it is only a test's. */
async function dropDataOfAnotherServer(folder: string, program: string): Promise<void> {
  const known = readDaemon(folder, 'mysql');
  if (!known || known.program === program) return;
  await stopProcess(known.pid, known.marker, { graceMs: 30_000 });
  rmSync(join(folder, 'mysql'), { recursive: true, force: true });
}
