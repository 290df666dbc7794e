import { sql, type SQL } from 'drizzle-orm';

/** What `json_value` gives whole on every server. */
const LONGEST = 100;

/**
 * Narrows a search down to JSON documents whose field may be this value, where SQL can tell: it lets too much through, but
 * nothing too little, so who asks looks again. Undefined where it cannot tell.
 */
export function mayHave(document: SQL, field: string, value: unknown): SQL | undefined {
  const isText = typeof value === 'string' && value.length <= LONGEST && value.isWellFormed();
  if (!/^\w+$/.test(field) || !(isText || (typeof value === 'number' && Number.isFinite(value)))) return undefined;
  return sql`json_value(${document}, ${`$.${field}`}) = ${value}`;
}
