import type { SlotValue } from '#src/language/contract.ts';

/** When somebody shall come, as far as it is known. */
export interface TimeWish {
  /** Local day, `YYYY-MM-DD`. */
  date?: string;
  /** Local hour, 0–23. */
  hour?: number;
  /** Hours the customer would like when no exact one was given: from ≤ hour < to. */
  part?: { from: number; to: number; name: string };
}

type TimeValue = Extract<SlotValue, { slot: 'date' | 'hour' }>;

/** Writes a day or an hour into the wish. */
export function applyTime(wish: TimeWish, value: TimeValue, notes: string[]): void {
  if (value.slot === 'date') {
    wish.date = value.value;
    return;
  }
  if (!value.part && value.minute === 0) {
    wish.hour = value.hour;
    delete wish.part;
    return;
  }
  if (!value.part) notes.push('Professionals start on the full hour.');
  wish.part = value.part ?? { from: value.hour, to: value.hour + 2, name: 'around that time' };
  delete wish.hour;
}

/** A picked `time:2026-11-21T17`, `date:2026-11-21` or `hour:17`. @returns whether it was one of them */
export function applyTimeChoice(wish: TimeWish, kind: string, rest: string): boolean {
  if (kind === 'time') {
    wish.date = rest.slice(0, 10);
    wish.hour = Number(rest.slice(11));
    delete wish.part;
  } else if (kind === 'date') wish.date = rest;
  else if (kind === 'hour') {
    wish.hour = Number(rest);
    delete wish.part;
  } else return false;
  return true;
}

export function forgetTime(wish: TimeWish): void {
  delete wish.date;
  delete wish.hour;
  delete wish.part;
}
