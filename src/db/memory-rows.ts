import type { MatchCondition } from '@langchain/langgraph-checkpoint';
import { and, eq, like, or, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { mayHave } from './may-have.ts';
import { memories } from './schema/checkpoints.ts';

export interface MemoryKey {
  namespace: string[];
  key: string;
}

/** Labels joined so that no two namespaces look the same; what begins with a namespace's path lies in or below it. */
export const pathOf = (labels: string[]): string =>
  labels.map((label) => `${label.replaceAll('%', '%25').replaceAll('.', '%2E')}.`).join('');

const labelsOf = (path: string): string[] =>
  path
    .split('.')
    .slice(0, -1)
    .map((label) => label.replaceAll('%2E', '.').replaceAll('%25', '%'));

const likePattern = (path: string): string => path.replace(/[\\%_]/g, '\\$&');

export interface Memory extends MemoryKey {
  value: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
}

type Row = typeof memories.$inferSelect;

const toMemory = ({ namespace, key, value, createdAt, updatedAt }: Row): Memory => ({
  ...{ namespace: labelsOf(namespace), key, value, createdAt, updatedAt },
});

const isAt = ({ namespace, key }: MemoryKey) => and(eq(memories.namespace, pathOf(namespace)), eq(memories.key, key));

/** What is remembered under these keys, in any order. */
export async function selectMemories(db: Db, keys: MemoryKey[]): Promise<Memory[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .select()
    .from(memories)
    .where(or(...keys.map(isAt)));
  return rows.map(toMemory);
}

export interface MemorySearch {
  prefix: string[];
  /** Values that a memory must have; the caller looks again, exactly. */
  equal: Record<string, unknown>;
  limit: number;
  offset: number;
}

/** For each search a page of what lies below its prefix, by namespace and key: one statement for all. */
export async function searchMemories(db: Db, searches: MemorySearch[]): Promise<Memory[][]> {
  if (searches.length === 0) return [];
  const parts = searches.map(({ prefix, equal, limit, offset }, search) => {
    const where = and(
      like(memories.namespace, `${likePattern(pathOf(prefix))}%`),
      ...Object.entries(equal).map(([field, value]) => mayHave(sql`memories.value`, field, value)),
    );
    return sql`(select ${search} search, memories.* from memories where ${where}
      order by namespace, \`key\` limit ${limit} offset ${offset})`;
  });
  const [rows] = await db.execute(sql.join(parts, sql` union all `));
  const found = searches.map((): Memory[] => []);
  for (const row of rows as unknown as RawRow[]) found[row.search]?.push(fromRaw(row));
  return found.map((page) => page.toSorted(byPlace));
}

/** As the driver gives it, without drizzle's columns: MariaDB has JSON as text. */
interface RawRow {
  search: number;
  namespace: Buffer;
  key: Buffer;
  value: string | Record<string, unknown>;
  created_at: string;
  updated_at: string;
}

function fromRaw(row: RawRow): Memory {
  const instant = (text: string) => new Date(`${text.replace(' ', 'T')}Z`);
  return toMemory({
    namespace: row.namespace.toString(),
    key: row.key.toString(),
    value: typeof row.value === 'string' ? (JSON.parse(row.value) as Record<string, unknown>) : row.value,
    createdAt: instant(row.created_at),
    updatedAt: instant(row.updated_at),
  });
}

const byPlace = (a: Memory, b: Memory) =>
  Buffer.compare(Buffer.from(pathOf(a.namespace)), Buffer.from(pathOf(b.namespace))) ||
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

/** The namespaces with memories in them that may match, in any order. */
export async function selectMemoryNamespaces(db: Db, conditions: MatchCondition[]): Promise<string[][]> {
  const rows = await db
    .selectDistinct({ namespace: memories.namespace })
    .from(memories)
    .where(
      and(
        ...conditions.map(({ matchType, path }) => {
          const pattern = path.map((label) => (label === '*' ? '%.' : likePattern(pathOf([label])))).join('');
          return like(memories.namespace, matchType === 'prefix' ? `${pattern}%` : `%${pattern}`);
        }),
      ),
    );
  return rows.map(({ namespace }) => labelsOf(namespace));
}

/** Remembers these values at this instant, in place of what was there. */
export async function upsertMemories(
  db: Db,
  values: (MemoryKey & { value: Record<string, unknown> })[],
  at: Date,
): Promise<void> {
  if (values.length === 0) return;
  await db
    .insert(memories)
    .values(
      values
        .map(({ namespace, key, value }) => ({
          namespace: pathOf(namespace),
          key,
          // As text: drizzle takes an object without a prototype for one of its own.
          value: sql`${JSON.stringify(value)}`,
          createdAt: at,
          updatedAt: at,
        }))
        // In one order, so that writers of the same rows do not wait for each other in a circle.
        .toSorted((a, b) => (a.namespace + a.key < b.namespace + b.key ? -1 : 1)),
    )
    .onDuplicateKeyUpdate({ set: { value: sql`values(value)`, updatedAt: sql`values(updated_at)` } });
}

export async function deleteMemories(db: Db, keys: MemoryKey[]): Promise<void> {
  if (keys.length > 0) await db.delete(memories).where(or(...keys.map(isAt)));
}
