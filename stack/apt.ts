import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim } from './claim.ts';
import { PlainError } from './plain-error.ts';
import { runCommand } from './run-command.ts';

const POLICY = '/usr/sbin/policy-rc.d';
const POLICY_KEPT = `${POLICY}.before-install`;
const POLICY_MARK = '# Written for the time of one installation';

/** Installing takes root on Debian or Ubuntu. */
export function canInstall(): boolean {
  return (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    osIds().some((id) => id === 'debian' || id === 'ubuntu')
  );
}

export function isDebian(): boolean {
  return osIds()[0] === 'debian';
}

/** Alternatives, each a set of packages. */
export type Packages = ReadonlyArray<readonly string[]>;

/**
 * Installs, of each list of alternatives, the first that the machine's index knows, without starting the services
 * that come with it. Returns the packages' names. It is never cut short: dpkg would be left broken.
 * What is wanted is asked when it is our turn: somebody else may have installed it until then.
 */
export async function aptInstall(ask: () => readonly Packages[]): Promise<string[]> {
  const release = await waitForTurn();
  try {
    const wanted = ask();
    if (wanted.length === 0) return [];
    await apt(['update']);
    const names = (await Promise.all(wanted.map(firstKnown))).flat();
    // Heals an installation that was interrupted earlier, ours or somebody else's.
    await runCommand('dpkg', ['--configure', '-a'], { env: aptEnv() });
    await withoutServices(() => apt(['install', '-y', '--no-install-recommends', ...names]));
    return names;
  } finally {
    release();
  }
}

async function apt(args: string[]): Promise<void> {
  await runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env: aptEnv(),
  });
}

function aptEnv(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
}

async function firstKnown(alternatives: Packages): Promise<readonly string[]> {
  for (const names of alternatives) {
    const policies = await runCommand('apt-cache', ['policy', ...names], { env: aptEnv() });
    if ((policies.match(/Candidate: (?!\(none\))\S/g) ?? []).length === names.length) return names;
  }
  throw new PlainError(`apt knows none of these packages: ${alternatives.flat().join(', ')}.`);
}

/** Two commands started side by side on a fresh machine install one after the other. */
async function waitForTurn(): Promise<() => void> {
  const marker = process.argv[1] ?? 'node';
  for (;;) {
    const turn = claim(join(tmpdir(), 'convergeai-apt.lock'), { marker, what: 'apt' });
    if ('release' in turn) return turn.release;
    await sleep(500);
  }
}

/**
 * Packages ask policy-rc.d before they start a service; 101 means no. Ours says so only while this process lives,
 * so that one left behind by a crash does no harm.
 */
async function withoutServices(install: () => Promise<void>): Promise<void> {
  const leftover = existsSync(POLICY) && readFileSync(POLICY, 'utf8').includes(POLICY_MARK);
  if (existsSync(POLICY) && !leftover) renameSync(POLICY, POLICY_KEPT);
  writeFileSync(POLICY, `#!/bin/sh\n${POLICY_MARK}.\n[ -d /proc/${process.pid} ] && exit 101\nexit 0\n`);
  chmodSync(POLICY, 0o755);
  try {
    await install();
  } finally {
    if (existsSync(POLICY_KEPT)) renameSync(POLICY_KEPT, POLICY);
    else rmSync(POLICY, { force: true });
  }
}

function osIds(): string[] {
  if (!existsSync('/etc/os-release')) return [];
  const release = readFileSync('/etc/os-release', 'utf8');
  return [/^ID=(.*)$/m, /^ID_LIKE=(.*)$/m].flatMap((line) =>
    (line.exec(release)?.[1] ?? '').replaceAll('"', '').split(' '),
  );
}
