import { aptInstall, canInstall, isDebian } from './apt.ts';
import { PlainError } from './plain-error.ts';
import { chromium, findProgram, mysqlServer, type Program, redisServer } from './programs.ts';

/** Runs one step and reports it, with words that `say` adds; `run` of steps.mjs is one. */
export type OnStep = <T>(label: string, work: (say: (detail: string) => void) => Promise<T>) => Promise<T>;
export const silently: OnStep = (_, work) => work(() => {});

/** What a private stack needs on this machine: a server only where no URL is configured. */
export function neededServers(env: NodeJS.ProcessEnv): Program[] {
  return [...(env['DATABASE_URL'] ? [] : [mysqlServer]), ...(env['REDIS_URL'] ? [] : [redisServer])];
}

/** Throws a PlainError when a needed server is neither here nor can be installed. */
export function requireObtainable(env: NodeJS.ProcessEnv): void {
  const servers = missingServers(env);
  if (servers.length > 0 && !canInstall()) throw notFound(servers);
}

/** Installs what is missing where that is possible. Throws a PlainError when a needed server cannot be had. */
export async function installMissing(
  env: NodeJS.ProcessEnv,
  { browser, onStep }: { browser: boolean; onStep: OnStep },
): Promise<void> {
  requireObtainable(env);
  // Ubuntu's package of that name is a snap, which does not run in containers.
  const wantsBrowser = browser && canInstall() && isDebian();
  const missing = () => [...missingServers(env), ...(wantsBrowser && !findBrowser(env) ? [chromium] : [])];
  if (missing().length === 0) return;
  try {
    await onStep('Missing programs', async (say) => {
      say('apt-get install');
      const names = await aptInstall(() => missing().map((program) => program.packages));
      say(names.length > 0 ? `installed ${names.join(', ')} with apt` : 'installed meanwhile');
    });
  } catch (error) {
    // Without a browser its one test is skipped, and counted as skipped; there is no stack without a server.
    const without = missingServers(env);
    if (without.length > 0) throw notFound(without, error);
  }
}

function missingServers(env: NodeJS.ProcessEnv): Program[] {
  return neededServers(env).filter((program) => !findProgram(program));
}

export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  return env['CHROMIUM_PATH'] || findProgram(chromium);
}

export function requireProgram(program: Program): string {
  const file = findProgram(program);
  if (!file) throw notFound([program]);
  return file;
}

function notFound(missing: Program[], cause?: unknown): PlainError {
  const lines = [
    `${missing.map((program) => program.title).join(' and ')} not found on this machine. Three ways out:`,
    `  1. install: ${missing.map(installHint).join(' and ')}, then start again (as root on Debian or Ubuntu it is done for you);`,
    '  2. run `docker compose up -d`, then `cp .env.example .env` (its URLs fit the containers);',
    `  3. set ${missing.map((program) => (program === mysqlServer ? 'DATABASE_URL' : 'REDIS_URL')).join(' and ')} in the environment or in .env to servers that you have.`,
  ];
  if (cause instanceof Error) lines.push('', `Installing with apt failed: ${cause.message}`);
  return new PlainError(lines.join('\n'));
}

function installHint(program: Program): string {
  return program === mysqlServer ? 'mariadb-server (or mysql-server)' : 'redis-server (or valkey)';
}
