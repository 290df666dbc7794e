import { describe, expect, it } from 'vitest';
import { decodeCursor, decodeInstant, encodeCursor, pageOf } from './pagination.ts';

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((id, i) => ({ id, at: i }));
  const cursorOf = (row: { id: string; at: number }) => ({ after: row.at, id: row.id });

  it('names its successor only when there is one', () => {
    const page = pageOf(rows, 2, cursorOf);
    expect(page.items.map((row) => row.id)).toEqual(['a', 'b']);
    expect(decodeCursor(page.nextCursor)).toEqual({ after: 1, id: 'b' });
    expect(pageOf(rows, 3, cursorOf)).toEqual({ items: rows });
  });

  it('begins at the start for a cursor that is not one', () => {
    for (const nonsense of [undefined, '', 'x', encodeCursor({ after: 1, id: 'x' }).slice(1), 'W10'])
      expect(decodeCursor(nonsense)).toBeUndefined();
  });

  it('begins at the start for a place that no column has', () => {
    for (const id of ['', 'घर', 'a b', 'x'.repeat(65)])
      expect(decodeCursor(encodeCursor({ after: 1, id }))).toBeUndefined();
    for (const after of ['2026-11-20', -1, Date.UTC(9999, 0)])
      expect(decodeInstant(encodeCursor({ after, id: 'a' }))).toBeUndefined();
    expect(decodeInstant(encodeCursor({ after: 86_400_000, id: 'a' }))).toEqual({
      at: new Date('1970-01-02'),
      id: 'a',
    });
  });
});
