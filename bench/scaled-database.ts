import { join } from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { createDatabase } from '#src/db/client.ts';
import { migrateDatabase } from '#src/db/migrate.ts';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { loadScaled } from '#seeds/scale.ts';
import { addTraffic, SEED_DATE } from '#tests/hot-facts.ts';

/** Of what is made when nothing is there and nothing was asked for. */
const SMALL = 10;

/**
 * A database with many times the seed data beside the given one, named after its scale. It stays for the next time.
 * @param wanted the scale; the largest that is there, if not given
 */
export async function scaledDatabase(url: string, wanted?: number): Promise<{ url: string; scale: number }> {
  const base = new URL(url);
  const prefix = `${base.pathname.slice(1)}_x`;
  const connection = await mysql.createConnection({ uri: url });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      'select schema_name as name from information_schema.schemata where left(schema_name, ?) = ?',
      [prefix.length, prefix],
    );
    const there = rows.map(({ name }) => Number(String(name).slice(prefix.length))).filter((n) => n > 0);
    const scale = wanted ?? (there.length > 0 ? Math.max(...there) : SMALL);
    const own = new URL(url);
    own.pathname = `/${prefix}${scale}`;
    if (!there.includes(scale)) {
      // Under another name until it is whole would need a rename, which MySQL has not: a load that fails is dropped.
      await connection.query(`create database \`${prefix}${scale}\` character set utf8mb4`);
      await fill(own.href, scale).catch(async (error: unknown) => {
        await connection.query(`drop database \`${prefix}${scale}\``);
        throw error;
      });
    }
    return { url: own.href, scale };
  } finally {
    await connection.end();
  }
}

async function fill(url: string, scale: number): Promise<void> {
  await migrateDatabase(url);
  const documents = await loadKnowledge(join(import.meta.dirname, '../seeds/knowledge'));
  const { db, close } = createDatabase(url, 1);
  try {
    const { rows, seconds } = await loadScaled({ url, db }, { seedDate: SEED_DATE, documents }, scale);
    console.log(`Loaded ${scale} times the seed data: ${rows} rows in ${Math.round(seconds)} s.`);
  } finally {
    await close();
  }
  const connection = await mysql.createConnection({ uri: url });
  await addTraffic(connection);
  await connection.end();
}
