import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allDone } from './all-done.ts';
import { appEnvironment } from './app-environment.ts';
import { openAppLog } from './app-log.ts';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { migrateAndSeed } from './database.ts';
import { dataFolderOf, ensureStack, type Stack } from './ensure-stack.ts';
import { PlainError } from './plain-error.ts';
import { isPortFree } from './ports.ts';
import { root } from './root.ts';
import { stopRecorded, supervise } from './supervise.ts';
import { buildWidget, viteBuild } from './widget.ts';

const GRACE_MS = 10_000;

/** `npm start`: databases, migrations, seed data, widget and server, until it is interrupted. */
export function start(command: Command): Promise<number> {
  return serve(command, { what: 'npm start', watch: false });
}

/** `npm run dev`: the same, and server and widget follow their sources. */
export function startWatching(command: Command): Promise<number> {
  return serve(command, { what: 'npm run dev', watch: true });
}

async function serve(command: Command, { what, watch }: { what: string; watch: boolean }): Promise<number> {
  const { env, steps, signal } = command;
  const folder = dataFolderOf('dev');
  const port = Number(env['PORT'] || 8080);
  const url = pageUrl(env['HOST'], port);
  const main = join(root, 'src', 'main.ts');

  const turn = claimStack(folder, { what, url });
  if ('holder' in turn) {
    const { holder } = turn;
    steps.line(
      `${holder.what} already runs here (${holder.url ?? 'no page'}, pid ${holder.pid}); npm run stop ends it.`,
    );
    return 1;
  }
  try {
    await withCleanUp(async (atEnd) => {
      atEnd(turn.release);
      // A server that outlived its supervisor still holds the port.
      await stopRecorded({ folder, name: 'server', marker: main, graceMs: GRACE_MS });
      await requireFreePort(port, env['HOST']);
      const [{ stack, appEnv }] = await allDone([bringUpStack(atEnd), watch || bringUpWidget()] as const);

      const output = openAppLog(join(folder, 'app.log'), steps.line);
      const run = (name: string, marker: string, args: string[], graceMs: number) => {
        const onRestart = (reason: string, delayMs: number) =>
          steps.line(`The ${name} ${reason}; starting it again in ${delayMs / 1000} s.`);
        const child = supervise({ name, marker, args, graceMs, cwd: root, env: appEnv, folder, output, onRestart });
        atEnd(child.stop);
        return child.failed;
      };
      const failures = [run('server', main, watch ? ['--watch', '--watch-preserve-output', main] : [main], GRACE_MS)];
      if (watch) {
        const [vite = '', ...rest] = viteBuild(root);
        failures.push(run('widget', vite, [vite, ...rest, '--watch'], 2_000));
      }
      await steps.run('Server', () => Promise.race([ready(url, signal), ...failures]));
      for (const line of greeting(url, process.uptime())) steps.line(line);
      await Promise.race([keepStackAlive(stack), ...failures]);
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  steps.line('Stopped.');
  return 0;

  async function bringUpStack(atEnd: (end: () => unknown) => void) {
    const stack = await ensureStack({ name: 'dev', env, onStep: steps.run, signal });
    atEnd(stack.stop);
    const appEnv = appEnvironment(env, stack, folder);
    await steps.run('Schema and seed data', () => migrateAndSeed(appEnv, signal));
    return { stack, appEnv };
  }

  function bringUpWidget() {
    return steps.run('Chat widget', async (say) => say((await buildWidget(root, env, signal)) ? 'built' : 'unchanged'));
  }

  /** A database server that dies comes back on the same port, where the application's pools find it again. */
  async function keepStackAlive(stack: Stack): Promise<never> {
    for (;;) {
      await sleep(2_000, undefined, { signal });
      for (const service of await stack.revive()) steps.line(`The ${service} server had ended; it runs again.`);
    }
  }
}

async function requireFreePort(port: number, host: string | undefined): Promise<void> {
  // A number that is no port is for the server to refuse, together with its other settings.
  if (!Number.isInteger(port) || port < 1 || port > 65_535 || (await isPortFree(port, host || undefined))) return;
  throw new PlainError(`Port ${port} is taken by another program; choose another one: PORT=${port + 1} npm start`);
}

/** Where a browser on this machine finds a server that listens on `host`. */
function pageUrl(host: string | undefined, port: number): string {
  const isLocal = !host || ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}

/** Resolves when the server answers that it is ready. */
async function ready(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      await response.body?.cancel();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(50, undefined, { signal });
  }
}

function greeting(url: string, seconds: number): string[] {
  return [
    '',
    `  ConvergeAI is ready after ${seconds.toFixed(1)} s: ${url}`,
    '',
    '  customer       customer@demo.nexora.test   Demo@12345',
    '  administrator  admin@demo.nexora.test      Demo@12345',
    '',
    '  Ctrl-C ends it. The log is in .data/dev/app.log',
    '',
  ];
}
