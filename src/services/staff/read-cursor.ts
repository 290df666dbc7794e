import { decodeCursor } from '#src/pagination.ts';

const KEY = /^[\x21-\x7e]{1,64}$/;
/** Years that the database can hold. */
const LAST_MOMENT = Date.UTC(9999, 0);

/** Where a list ordered by id goes on; undefined, its start, for a cursor that cannot be ours. */
export function idAfter(cursor: string | undefined): string | undefined {
  const id = decodeCursor(cursor)?.id;
  return id !== undefined && KEY.test(id) ? id : undefined;
}

/** The same for a list ordered by instant and id; `after` is milliseconds. */
export function momentAfter(cursor: string | undefined): { at: Date; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (!place || typeof place.after !== 'number' || !KEY.test(place.id)) return undefined;
  return place.after >= 0 && place.after < LAST_MOMENT ? { at: new Date(place.after), id: place.id } : undefined;
}
