import { AppError } from '#src/errors.ts';
import { assertKey } from '../conversations/assert-key.ts';

export const noSuchComplaint = () => new AppError({ code: 'not-found', detail: 'There is no such complaint.' });

/** What people name a complaint or booking by: its number ("CP-7F3K2M", in any case) or its id. @throws AppError not-found */
export function refOf(text: string, detail = 'There is no such complaint.'): { id: string } | { number: string } {
  assertKey(text, detail);
  return /^[a-z]{2}-/i.test(text) ? { number: text.toUpperCase() } : { id: text };
}
