import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Program = {
  title: string;
  /** Names of the executable, best first. */
  names: readonly string[];
  /** Debian/Ubuntu packages that bring it: the first set that the machine's package index knows is installed. */
  packages: ReadonlyArray<readonly string[]>;
  /** Whether the text printed by `--version` names a version that we support. Absent: any will do. */
  supports?: (version: string) => boolean;
};

/** The `-core` packages are the bare server with its set-up tools: no service, no system-wide data, half the size. */
export const mysqlServer: Program = {
  title: 'MySQL (8.0 or newer) or MariaDB (10.11 or newer)',
  names: ['mariadbd', 'mysqld'],
  packages: [['mariadb-server-core', 'mariadb-client-core'], ['mysql-server-core-8.0'], ['mariadb-server']],
  supports: (version) => (isMariaDb(version) ? atLeast(version, 10, 11) : atLeast(version, 8, 0)),
};

/** What no MariaDB answers to, even where it is called `mysqld`. */
export const realMysqlServer: Program = {
  title: 'MySQL (8.0 or newer)',
  names: ['mysqld'],
  packages: [],
  supports: (version) => !isMariaDb(version) && atLeast(version, 8, 0),
};

export const redisServer: Program = {
  title: 'Redis or Valkey',
  names: ['redis-server', 'valkey-server'],
  packages: [['redis-server'], ['valkey-server']],
};

export const chromium: Program = {
  title: 'Chromium or Chrome',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Google Chrome', 'Chromium'],
  packages: [['chromium']],
};

/** Where servers and browsers live besides the PATH: Debian's and Red Hat's folders, Homebrew, MySQL's own packages. */
const FOLDERS = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/bin',
  ...['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'].flatMap((brew) => [
    `${brew}/bin`,
    ...['mariadb', 'mysql', 'mysql@8.4', 'mysql@8.0', 'redis', 'valkey'].map((formula) => `${brew}/opt/${formula}/bin`),
  ]),
  '/usr/local/mysql/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

/** The path of the program on this machine, passing over versions that are too old. */
export function findProgram(program: Program, path = process.env['PATH'] ?? ''): string | undefined {
  const folders = [...new Set([...path.split(delimiter).filter(Boolean), ...FOLDERS])];
  const candidates = program.names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((file) => isExecutable(file) && (!program.supports || program.supports(versionOf(file))));
}

export function versionOf(file: string): string {
  try {
    return execFileSync(file, ['--no-defaults', '--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

export function isMariaDb(version: string): boolean {
  return /mariadb/i.test(version);
}

function atLeast(version: string, major: number, minor: number): boolean {
  const [, x = '0', y = '0'] = /\bVer\s+(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(x) > major || (Number(x) === major && Number(y) >= minor);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
