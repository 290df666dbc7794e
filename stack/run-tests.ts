import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { allDone } from './all-done.ts';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { migrateAndSeed, recreateDatabase, withDatabase } from './database.ts';
import { dataFolderOf, ensureStack } from './ensure-stack.ts';
import { findBrowser } from './find-or-install.ts';
import { PlainError } from './plain-error.ts';
import { readRecord, removeRecord } from './records.ts';
import { root } from './root.ts';
import { scriptProcess } from './script-process.ts';
import { totalsLine, type VitestResults } from './test-totals.ts';
import { buildWidget } from './widget.ts';

const DATABASE = 'convergeai_test';

/** `npm test [-- vitest's arguments]`: the whole suite against a fresh database; the totals are its last line. */
export async function runTests(command: Command): Promise<number> {
  const { args, env, steps, signal } = command;
  const folder = dataFolderOf('test');
  const report = join(folder, 'results.json');
  const code = await withCleanUp(async (atEnd) => {
    const turn = claimStack(folder, { what: 'npm test' });
    if ('holder' in turn) throw new PlainError(`npm test already runs here (pid ${turn.holder.pid}).`);
    atEnd(turn.release);
    removeRecord(report);
    const [testEnv] = await allDone([
      bringUpDatabase(atEnd),
      steps.run('Chat widget', async (say) => say((await buildWidget(root, env, signal)) ? 'built' : 'unchanged')),
    ] as const);
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return scriptProcess([vitest, 'run', ...reporters, ...args], testEnv, signal);
  });
  const results = readRecord<VitestResults>(report);
  if (!results) steps.line(`vitest ended without results (exit code ${code}).`);
  steps.line(totalsLine(results));
  return results ? code : code || 1;

  async function bringUpDatabase(atEnd: (end: () => unknown) => void): Promise<NodeJS.ProcessEnv> {
    const stack = await ensureStack({ name: 'test', env, onStep: steps.run, signal });
    atEnd(stack.stop);
    const browser = findBrowser(env);
    // Never the configured database itself: this one is dropped.
    const url = withDatabase(stack.databaseUrl, DATABASE);
    const testEnv = {
      ...env,
      DATABASE_URL: url,
      REDIS_URL: stack.redisUrl,
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
