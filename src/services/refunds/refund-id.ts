import { AppError } from '#src/errors.ts';

const ID = /^[\x21-\x7e]{1,32}$/;

export const noSuchRefund = (): AppError => new AppError({ code: 'not-found', detail: 'There is no such refund.' });

/** Keeps what cannot be an id from an ascii column. @throws AppError not-found */
export function assertRefundId(id: string): void {
  if (!ID.test(id)) throw noSuchRefund();
}
