import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageOf } from './pagination.ts';

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
});
