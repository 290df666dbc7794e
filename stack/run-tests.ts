import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { allDone } from './all-done.ts';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { migrateAndSeed, recreateDatabase, withDatabase } from './database.ts';
import { dataFolderOf, ensureStack, type Stack } from './ensure-stack.ts';
import { findBrowser } from './find-or-install.ts';
import { PlainError } from './plain-error.ts';
import { readRecord, removeRecord } from './records.ts';
import { root } from './root.ts';
import { scriptProcess } from './script-process.ts';
import { totalsLine, type VitestResults } from './test-totals.ts';
import { buildWidget } from './widget.ts';

const DATABASE = 'convergeai_test';

type Servers = Pick<Stack, 'databaseUrl' | 'redisUrl'>;

export type Run = {
  /** The npm command, for whoever starts it twice. */
  what: string;
  /** Folder of the servers and of the results. */
  folder: string;
  /** vitest's arguments. */
  args: readonly string[];
  /** Resolves to nothing, having said why, when the tests cannot run here: they count as skipped. */
  bringUp(atEnd: (end: () => unknown) => void): Promise<Servers | undefined>;
};

/** `npm test [-- vitest's arguments]`: the whole suite against a fresh database; the totals are its last line. */
export function runTests(command: Command): Promise<number> {
  const { args, env, steps, signal } = command;
  return runVitest(command, {
    what: 'npm test',
    folder: dataFolderOf('test'),
    args,
    bringUp: async (atEnd) => {
      const stack = await ensureStack({ name: 'test', env, onStep: steps.run, signal });
      atEnd(stack.stop);
      return stack;
    },
  });
}

/** Runs vitest against a fresh database on the servers that `run` brings up; the totals are the last line. */
export async function runVitest({ env, steps, signal }: Command, run: Run): Promise<number> {
  const { what, folder, args } = run;
  const report = join(folder, 'results.json');
  const code = await withCleanUp(async (atEnd) => {
    const turn = claimStack(folder, { what });
    if ('holder' in turn) throw new PlainError(`${what} already runs here (pid ${turn.holder.pid}).`);
    atEnd(turn.release);
    removeRecord(report);
    const [testEnv] = await allDone([
      run.bringUp(atEnd).then((servers) => servers && freshDatabase(servers)),
      steps.run('Chat widget', async (say) => say((await buildWidget(root, env, signal)) ? 'built' : 'unchanged')),
    ] as const);
    if (!testEnv) return undefined;
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return scriptProcess([vitest, 'run', ...reporters, ...args], testEnv, signal);
  });
  if (code === undefined) {
    steps.line('0 passed, 0 failed, 1 skipped');
    return 0;
  }
  const results = readRecord<VitestResults>(report);
  if (!results) steps.line(`vitest ended without results (exit code ${code}).`);
  steps.line(totalsLine(results, code));
  return results ? code : code || 1;

  async function freshDatabase(servers: Servers): Promise<NodeJS.ProcessEnv> {
    const browser = findBrowser(env);
    // Never the configured database itself: this one is dropped.
    const url = withDatabase(servers.databaseUrl, DATABASE);
    const testEnv = {
      ...env,
      DATABASE_URL: url,
      REDIS_URL: servers.redisUrl,
      JWT_SECRET: randomBytes(48).toString('base64url'),
      ...(browser && { CHROMIUM_PATH: browser }),
    };
    await steps.run(`Fresh database ${DATABASE}`, async () => {
      await recreateDatabase(url);
      await migrateAndSeed(testEnv, signal);
    });
    return testEnv;
  }
}
