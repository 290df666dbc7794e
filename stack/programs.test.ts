import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neededServers } from './find-or-install.ts';
import { findProgram, mysqlServer, realMysqlServer, redisServer } from './programs.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'programs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(name: string, version: string, mode = 0o755): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${name}  Ver ${version}'\n`);
  chmodSync(file, mode);
  return file;
}

/** The machine's own servers must not decide these cases. */
const onlyHere = (name: string) => ({ ...mysqlServer, names: [name] });

describe('findProgram', () => {
  it.each([
    ['8.0.36 for Linux on x86_64 (MySQL Community Server - GPL)', true],
    ['8.4.2 for Linux on x86_64 (MySQL Community Server - GPL)', true],
    ['9.1.0 for macos15 on arm64 (Homebrew)', true],
    ['5.7.44 for Linux on x86_64 (MySQL Community Server (GPL))', false],
    ['10.11.6-MariaDB for debian-linux-gnu on x86_64', true],
    ['11.4.2-MariaDB for Linux on x86_64', true],
    ['10.6.18-MariaDB-0ubuntu0.22.04.1 for debian-linux-gnu', false],
    ['unreadable', false],
  ])('with a server of version %s answers %s', (version, supported) => {
    const file = install('some-sql-server', version);
    expect(findProgram(onlyHere('some-sql-server'), folder)).toBe(supported ? file : undefined);
  });

  it('takes no MariaDB for real MySQL', () => {
    const wanted = { ...realMysqlServer, names: ['some-sql-server'] };
    install('some-sql-server', '10.11.6-MariaDB for debian-linux-gnu on x86_64');
    expect(findProgram(wanted, folder)).toBeUndefined();
    const file = install('some-sql-server', '9.7.4-2 for Linux on x86_64 ((Debian))');
    expect(findProgram(wanted, folder)).toBe(file);
  });

  it('takes no file that is not a program', () => {
    install('some-sql-server', '8.4.2', 0o644);
    expect(findProgram(onlyHere('some-sql-server'), folder)).toBeUndefined();
  });

  it('prefers the first name, wherever it lies on the path', () => {
    const file = install('first-choice', '8.4.2');
    install('second-choice', '8.4.2');
    expect(findProgram({ ...mysqlServer, names: ['first-choice', 'second-choice'] }, `/nowhere:${folder}`)).toBe(file);
  });
});

describe('neededServers', () => {
  it.each([
    [{}, [mysqlServer, redisServer]],
    [{ DATABASE_URL: 'mysql://h/d' }, [redisServer]],
    [{ REDIS_URL: 'redis://h' }, [mysqlServer]],
    [{ DATABASE_URL: 'mysql://h/d', REDIS_URL: 'redis://h' }, []],
    [{ DATABASE_URL: '', REDIS_URL: '' }, [mysqlServer, redisServer]],
  ])('with %o are only those without a URL', (env, servers) => {
    expect(neededServers(env)).toEqual(servers);
  });
});
