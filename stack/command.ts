import { join } from 'node:path';
import { createSteps, type Steps } from './steps.mjs';
import { withEnvFile } from './environment.ts';
import { onInterruption } from './interruption.ts';
import { PlainError } from './plain-error.ts';
import { type Needs, prepare } from './prepare.ts';
import { root } from './root.ts';

/** What every command gets; it resolves to the exit code. */
export type Command = {
  args: string[];
  env: NodeJS.ProcessEnv;
  steps: Steps;
  signal: AbortSignal;
};

type Entry = { needs: Needs; load: () => Promise<(command: Command) => Promise<number>> };

const nothing: Needs = { dependencies: false, servers: false, browser: false };
const packages: Needs = { ...nothing, dependencies: true };
const everything: Needs = { ...packages, servers: true };

/** Loaded late: what they import may only be there after `npm ci`. */
const commands: Record<string, Entry> = {
  start: { needs: everything, load: async () => (await import('./start.ts')).start },
  dev: { needs: everything, load: async () => (await import('./start.ts')).startWatching },
  test: { needs: { ...everything, browser: true }, load: async () => (await import('./run-tests.ts')).runTests },
  // Its MySQL is its own; what else it needs is brought up as it goes.
  'test:mysql': { needs: packages, load: async () => (await import('./run-mysql-tests.ts')).runMysqlTests },
  'db:reset': { needs: everything, load: async () => (await import('./reset-database.ts')).resetDatabase },
  stack: { needs: everything, load: async () => (await import('./serve-stack.ts')).serveStack },
  stop: { needs: nothing, load: async () => (await import('./stop.ts')).stop },
  run: { needs: packages, load: async () => (await import('./run-script.ts')).runScript },
  'with-data': { needs: everything, load: async () => (await import('./run-script.ts')).runScriptWithData },
  'with-stack': { needs: everything, load: async () => (await import('./run-script.ts')).runScriptWithStack },
};

const [name = '', ...args] = process.argv.slice(2);
const signal = onInterruption();
try {
  const entry = commands[name];
  if (!entry) throw new PlainError(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  const steps = createSteps();
  const env = withEnvFile(process.env, join(root, '.env'));
  await prepare({ root, needs: entry.needs, env, steps, signal });
  const command = await entry.load();
  process.exitCode = await command({ args, env, steps, signal });
} catch (error) {
  process.exitCode = error instanceof PlainError ? error.exitCode : 1;
  if (signal.aborted) process.exitCode = 130;
  else console.error(error instanceof PlainError ? `\n${error.message}` : error);
}
// The channel to the bootstrap would keep this process alive.
if (process.connected) process.disconnect();
