import { beforeAll, expect, it } from 'vitest';
import { failuresOf, hasWrongEffect, LEAST_SHARE, playDialogues, titleOf, type Played } from './play-dialogues.ts';

let runs: Played[] = [];
beforeAll(async () => {
  runs = await playDialogues('evals/dialogues');
}, 300_000);

const failed = (among: Played[]) => among.filter((run) => run.failures.length > 0);

it('holds at least 150 conversations of several turns', () => {
  expect(runs.length).toBeGreaterThanOrEqual(150);
  expect(new Set(runs.map(titleOf)).size).toBe(runs.length);
});

it('leaves a wrong effect in none of them', () => {
  const wrong = runs.filter(hasWrongEffect);
  expect(wrong.length, `\n${wrong.map(failuresOf).join('\n')}\n`).toBe(0);
});

it('says and asks what it should in 95 % of them', () => {
  const share = 1 - failed(runs).length / runs.length;
  expect(share, `\n${failed(runs).map(failuresOf).join('\n')}\n`).toBeGreaterThanOrEqual(LEAST_SHARE);
});
