import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requiredEnv } from '#tests/env.ts';
import { migrateDatabase } from './migrate.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

describe('migrateDatabase', () => {
  const own = new URL(requiredEnv('DATABASE_URL'));
  const name = `${own.pathname.slice(1)}_migrate`;
  own.pathname = `/${name}`;

  async function run(query: string, url = own.href): Promise<unknown[]> {
    const connection = await mysql.createConnection({ uri: url, multipleStatements: true });
    try {
      const [rows] = await connection.query(query);
      return rows as unknown[];
    } finally {
      await connection.end();
    }
  }
  const recreate = () =>
    run(
      `drop database if exists \`${name}\`; create database \`${name}\` character set utf8mb4`,
      requiredEnv('DATABASE_URL'),
    );
  const tables = async () => (await run('show tables')).length;

  beforeAll(recreate);
  afterAll(() => run(`drop database if exists \`${name}\``, requiredEnv('DATABASE_URL')));

  it('lets processes that start at once migrate an empty database once', async () => {
    const applied = await Promise.all([
      migrateDatabase(own.href),
      migrateDatabase(own.href),
      migrateDatabase(own.href),
    ]);
    expect(applied.filter((count) => count > 0)).toHaveLength(1);
    expect(await migrateDatabase(own.href)).toBe(0);
  });

  it('starts again when the first migration was cut off', async () => {
    const whole = await tables();
    await recreate();
    const [first = ''] = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted();
    const statements = (await readFile(join(MIGRATIONS, first), 'utf8')).split('--> statement-breakpoint');
    await run(statements.slice(0, statements.length / 2).join(''));
    expect(await migrateDatabase(own.href)).toBeGreaterThan(0);
    expect(await tables()).toBe(whole);
  });

  it('leaves tables with rows of somebody else alone', async () => {
    await recreate();
    await run('create table users (id int); insert into users values (1)');
    await expect(migrateDatabase(own.href)).rejects.toThrow('"users" exists already');
    expect(await run('select id from users')).toEqual([{ id: 1 }]);
  });
});
