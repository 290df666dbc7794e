import { decodeCursor } from '#src/pagination.ts';

/** Where a list ordered by an instant goes on. Undefined for a cursor that is not of such a list. */
export function instantCursor(cursor: string | undefined): { value: Date; id: string } | undefined {
  const decoded = decodeCursor(cursor);
  if (typeof decoded?.after !== 'string') return undefined;
  if (!/^[12]\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(decoded.after)) return undefined;
  const value = new Date(decoded.after);
  return Number.isNaN(value.getTime()) ? undefined : { value, id: decoded.id };
}

/** Where a list ordered by a score goes on. Undefined for a cursor that is not of such a list. */
export function scoreCursor(cursor: string | undefined): { value: number; id: string } | undefined {
  const decoded = decodeCursor(cursor);
  return typeof decoded?.after === 'number' ? { value: decoded.after, id: decoded.id } : undefined;
}
