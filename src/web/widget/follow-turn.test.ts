import { expect, it } from 'vitest';
import { backOffMs } from './follow-turn.ts';

it('waits twice as long after every failed reconnect, from half a second to half a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 100].map(backOffMs)).toEqual([
    500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000,
  ]);
});
