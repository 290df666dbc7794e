import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { runCommand } from './run-command.ts';

const KEYRINGS = ['/usr/share/keyrings/debian-archive-keyring.gpg', '/usr/share/keyrings/debian-archive-keyring.pgp'];

export type Download = { suite: string; folder: string; signal: AbortSignal };

/**
 * Downloads a package and all that it depends on, down to the C library, from a suite of the Debian mirror that this
 * machine uses; resolves to the files. All of apt's state is in `folder`: the machine's own lists and packages stay as
 * they are, and it takes no root. Throws a PlainError, its message half a sentence, when that is not possible.
 */
export async function downloadPackage(name: string, { suite, folder, signal }: Download): Promise<string[]> {
  const keyring = KEYRINGS.find((file) => existsSync(file));
  if (!keyring || !existsSync('/usr/bin/apt-get'))
    throw new PlainError('this machine has no apt with the keys of Debian');
  const mirror = debianMirror(await apt('apt-get', 'update', '--print-uris'));
  if (!mirror) throw new PlainError('no Debian mirror is configured for apt');

  for (const path of ['none', 'state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  // Nothing counts as installed: what is unpacked must not need the machine's own, older libraries.
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(join(folder, 'apt.conf'), privateSettings(folder, await apt('apt-config', 'dump')));
  await apt('apt-get', '-q', 'update');
  await apt('apt-get', '-q', '-y', '--download-only', 'install', name);
  const archives = join(folder, 'cache', 'archives');
  return readdirSync(archives)
    .filter((file) => file.endsWith('.deb'))
    .map((file) => join(archives, file));

  async function apt(command: string, ...args: string[]): Promise<string> {
    const settings = join(folder, 'apt.conf');
    const own = existsSync(settings) ? { APT_CONFIG: settings } : {};
    try {
      return await runCommand(command, args, { env: { ...process.env, LC_ALL: 'C.UTF-8', ...own }, signal });
    } catch (error) {
      signal.throwIfAborted();
      const complaint = error instanceof PlainError && /^(?:E|W): (.*)/m.exec(error.message)?.[1];
      throw complaint ? new PlainError(`apt says "${complaint}"`) : error;
    }
  }
}

/** The mirror among the addresses that `apt-get update --print-uris` names; security and other vendors' archives are not it. */
export function debianMirror(printedUris: string): string | undefined {
  return /^'(\S+\/debian(?:\.list)?)\/+dists\//m.exec(printedUris)?.[1];
}

/** How the machine reaches and checks its mirror stays (a proxy, say); where apt reads and writes does not. */
function privateSettings(folder: string, machineSettings: string): string {
  const kept = machineSettings
    .split('\n')
    .filter((line) => /^Acquire::(?!IndexTargets|Languages|CompressionTypes|Changelogs|cdrom)/.test(line));
  const none = join(folder, 'none');
  const own = {
    'Dir::Etc::main': join(none, 'apt.conf'),
    'Dir::Etc::parts': none,
    'Dir::Etc::preferences': join(none, 'preferences'),
    'Dir::Etc::preferencesparts': none,
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': none,
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Acquire::Languages': 'none',
    // Otherwise a mirror out of reach is a warning only.
    'APT::Update::Error-Mode': 'any',
    'APT::Install-Recommends': 'false',
    // apt's own account may not enter folders below somebody's home.
    'APT::Sandbox::User': 'root',
  };
  return `${[...kept, ...Object.entries(own).map(([name, value]) => `${name} ${JSON.stringify(value)};`)].join('\n')}\n`;
}
