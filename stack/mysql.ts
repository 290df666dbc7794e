import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Endpoint, Service } from './daemon.ts';
import { isMariaDb, versionOf } from './programs.ts';
import { writePrivately } from './records.ts';
import { runCommand } from './run-command.ts';

const USER = 'convergeai';
export const DATABASE = 'convergeai';

export type MysqlOptions = {
  folder: string;
  program: string;
  /** Whether a commit must survive a power cut: always, save for tests. */
  durable: boolean;
  signal?: AbortSignal | undefined;
};

/** A private MySQL or MariaDB with its data in `<folder>/mysql`, on 127.0.0.1 only. */
export function mysqlService({ folder, program, durable, signal }: MysqlOptions): Service {
  const data = join(folder, 'mysql');
  const grants = join(folder, 'mysql-grants.sql');
  const runAsRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  return {
    name: 'mysql',
    program,
    graceMs: 30_000,
    marker: () => `--datadir=${data}`,
    prepare: async (endpoint) => {
      const mariaDb = isMariaDb(versionOf(program));
      if (!existsSync(data)) await initialise(mariaDb);
      writePrivately(grants, grantStatements(endpoint.password));
      return [
        '--no-defaults',
        `--datadir=${data}`,
        ...runAsRoot,
        `--port=${endpoint.port}`,
        '--bind-address=127.0.0.1',
        // Relative to the data folder: an absolute path soon exceeds the 107 characters that a socket's name may have.
        '--socket=mysql.sock',
        '--loose-mysqlx=OFF',
        // Packaged MySQL wants a folder for exports that only its full package makes and only its own user may read.
        ...(mariaDb ? [] : ['--secure-file-priv=NULL']),
        `--pid-file=${join(folder, 'mysql.pid')}`,
        `--log-error=${join(folder, 'mysql.log')}`,
        `--init-file=${grants}`,
        '--skip-name-resolve',
        '--skip-log-bin',
        '--character-set-server=utf8mb4',
        '--collation-server=utf8mb4_unicode_ci',
        '--default-time-zone=+00:00',
        '--innodb-buffer-pool-size=256M',
        `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
        '--performance-schema=OFF',
        '--max-connections=200',
      ];
    },
    login: async (endpoint) => {
      const connection = await createConnection({ uri: mysqlUrl(endpoint), connectTimeout: 5_000 });
      await connection.end();
      rmSync(grants, { force: true });
    },
  };

  /** Made under another name first, so that an interrupted run leaves nothing that looks finished. */
  async function initialise(mariaDb: boolean): Promise<void> {
    const draft = `${data}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const common = ['--no-defaults', `--datadir=${draft}`, ...runAsRoot];
    if (mariaDb) {
      const script = ['mariadb-install-db', 'mysql_install_db'].find((name) => existsSync(join(binFolder(), name)));
      const options = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
      await runCommand(script ? join(binFolder(), script) : 'mariadb-install-db', [...common, ...options], { signal });
    } else {
      await runCommand(program, [...common, '--initialize-insecure'], { signal });
    }
    renameSync(draft, data);
  }

  /** Debian keeps the server in sbin and its set-up script in bin. */
  function binFolder(): string {
    return dirname(program).replace(/\/(sbin|libexec)$/, '/bin');
  }
}

export function mysqlUrl({ port, password }: Endpoint, database = DATABASE): string {
  return `mysql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Run by the server at every start, one statement a line: the record's password always wins, nobody is root. */
function grantStatements(password: string): string {
  return [
    `CREATE DATABASE IF NOT EXISTS \`${DATABASE}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `CREATE USER IF NOT EXISTS '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON \`${DATABASE}\`.* TO '${USER}'@'127.0.0.1';`,
    `GRANT ALL PRIVILEGES ON \`${DATABASE}\\_%\`.* TO '${USER}'@'127.0.0.1';`,
    // MariaDB's set-up makes root accounts without a password for these as well.
    `DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';`,
    `ALTER USER 'root'@'localhost' ACCOUNT LOCK;`,
    '',
  ].join('\n');
}
