import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { downloadPackage } from './private-apt.ts';
import { versionOf } from './programs.ts';
import { readRecord, writeRecord } from './records.ts';
import { runCommand } from './run-command.ts';

const PACKAGE = 'mysql-server-core';
/** No release of Debian carries MySQL. */
const SUITE = 'unstable';

/** Written last, as `fetched.json`. */
type Fetched = { package: string; suite: string; program: string };

/**
 * The path of a real MySQL server kept in `folder`; it is downloaded once, and nothing is installed on the machine.
 * Throws a PlainError, its message half a sentence, when it cannot be had here.
 */
export async function fetchMysql(folder: string, signal: AbortSignal): Promise<string> {
  const kept = readRecord<Fetched>(join(folder, 'fetched.json'));
  if (kept?.package === PACKAGE && kept.suite === SUITE && existsSync(join(folder, kept.program))) {
    return join(folder, kept.program);
  }
  // Made under another name first, so that an interrupted run leaves nothing that looks finished.
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const program = await unpackInto(draft, signal);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return join(folder, program);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Downloads and unpacks the server; returns the name of the script that starts it. */
async function unpackInto(folder: string, signal: AbortSignal): Promise<string> {
  const packages = join(folder, 'packages');
  const unpacked = join(folder, 'root');
  for (const file of await downloadPackage(PACKAGE, { suite: SUITE, folder: packages, signal })) {
    await runCommand('dpkg', ['-x', file, unpacked], { signal });
  }
  rmSync(packages, { recursive: true });
  const launcher = join(folder, 'mysqld');
  writeFileSync(launcher, launcherScript(unpacked), { mode: 0o755 });
  const version = /\bVer (\S+)/.exec(versionOf(launcher))?.[1];
  if (!version) throw new PlainError(`${PACKAGE} of Debian ${SUITE} does not run on this machine`);
  // The path tells one version from another: their data are not interchangeable.
  const program = `mysqld-${version}`;
  renameSync(launcher, join(folder, program));
  writeRecord(join(folder, 'fetched.json'), { package: PACKAGE, suite: SUITE, program } satisfies Fetched);
  return program;
}

/** Starts the server with its own loader and libraries, and as itself: a signal reaches it, and its pid is the one recorded. */
function launcherScript(root: string): string {
  const libraries = readdirSync(join(root, 'usr/lib')).find((name) => name.includes('-linux-gnu'));
  const loader = libraries && readdirSync(join(root, 'usr/lib', libraries)).find((name) => name.startsWith('ld-linux'));
  if (!loader) throw new PlainError(`${PACKAGE} came without the loader of its libraries`);
  return [
    '#!/bin/sh',
    'root=$(dirname "$0")/root',
    `libraries=$root/usr/lib/${libraries}`,
    `exec "$libraries/${loader}" --library-path "$libraries" "$root/usr/sbin/mysqld" "$@" --basedir="$root/usr"`,
    '',
  ].join('\n');
}
