import { decodeCursor } from '#src/pagination.ts';

const ID = /^[\x21-\x7e]{1,32}$/;
const MAX = Date.UTC(2200, 0);

/** The place where a page begins in a list sorted by an instant; undefined for what is not such a cursor. */
export function afterInstant(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (typeof place?.after !== 'number' || !ID.test(place.id)) return undefined;
  if (!Number.isInteger(place.after) || place.after < 0 || place.after > MAX) return undefined;
  return { at: new Date(place.after), id: place.id };
}
