import { AppError } from '#src/errors.ts';

const KEY = /^[\x21-\x7e]{1,32}$/;

/**
 * Refuses what cannot be an id before it reaches an ascii column, where other characters are a database error.
 * @throws AppError not-found with the detail
 */
export function assertKey(value: string, detail: string): void {
  if (!KEY.test(value)) throw new AppError({ code: 'not-found', detail });
}
