import { z } from 'zod';

/** What every list takes: `cursor` is what the previous page gave as `nextCursor`. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(256).optional(),
});
export type PageQuery = z.output<typeof PageQuery>;

export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/** The place after which the next page begins: the sort value of the last row and its id, which makes it unique. */
export interface Cursor {
  after: string | number;
  id: string;
}

/** Ids are ascii: anything else is an error to their columns. */
const CursorShape = z.tuple([z.union([z.string().max(64), z.number()]), z.string().regex(/^[\x21-\x7e]{1,64}$/)]);

export function encodeCursor({ after, id }: Cursor): string {
  return Buffer.from(JSON.stringify([after, id])).toString('base64url');
}

/** Undefined for a cursor that is not one of ours: such a list begins at its start. */
export function decodeCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [after, id] = CursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { after, id };
  } catch {
    return undefined;
  }
}

/** Instants that the database can hold. */
const LAST_MS = Date.UTC(9999, 0);

/** The same for a list in the order of an instant, whose cursors hold milliseconds. */
export function decodeInstant(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (!Number.isInteger(place?.after) || typeof place?.after !== 'number') return undefined;
  if (place.after < 0 || place.after >= LAST_MS) return undefined;
  return { at: new Date(place.after), id: place.id };
}

/**
 * Makes a page of `limit + 1` rows: the extra row only tells that there are more.
 * @param cursorOf sort value and id of a row, as the query orders by them
 */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, nextCursor: encodeCursor(cursorOf(last)) } : { items };
}
