import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import {
  lockBooking,
  selectBooking,
  updateBooking,
  type BookingKey,
  type BookingRow,
  type BookingWithItems,
} from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';

const REF = /^[\x21-\x7e]{1,32}$/;

/** What a write gives back: the booking as it is now, and the event that is the receipt of the change. */
export interface ChangedBooking {
  booking: BookingWithItems;
  eventId: string;
}

/** A booking as the caller named it. */
export interface NamedBooking {
  /** Id, or the number that people use ("NX-7F3K2M", in any case). */
  ref: string;
  /** Refuse if the booking has another version by now. */
  version?: number | undefined;
}

export const noSuchBooking = (ref: string): AppError =>
  new AppError({ code: 'not-found', detail: `There is no booking ${ref.toUpperCase()} in your account.` });

/** @throws AppError not-found for what cannot name a booking; other characters would be a database error */
export function bookingKey(ctx: Ctx, ref: string, onlyOf: string | undefined): BookingKey {
  if (!REF.test(ref)) throw new AppError({ code: 'not-found', detail: 'There is no such booking.' });
  return { companyId: ctx.company.id, ref: ref.startsWith('bkg_') ? ref : ref.toUpperCase(), onlyOf };
}

/** @throws AppError precondition-failed when another version was named */
export function assertVersion(named: NamedBooking, row: Pick<BookingRow, 'version'>): void {
  if (named.version !== undefined && named.version !== row.version) throw changedMeanwhile(row.version);
}

/** One booking with its items. Two queries. @throws AppError not-found */
export async function findNamedBooking(ctx: Ctx, ref: string, onlyOf: string | undefined): Promise<BookingWithItems> {
  const booking = await selectBooking(ctx.db, bookingKey(ctx, ref, onlyOf));
  if (!booking) throw noSuchBooking(ref);
  return booking;
}

/**
 * The row, locked until the transaction ends: whoever changes the same booking waits, and then sees the new state.
 * @throws AppError not-found | precondition-failed
 */
export async function lockNamedBooking(
  tx: Transaction,
  ctx: Ctx,
  named: NamedBooking,
  onlyOf: string | undefined,
): Promise<BookingRow> {
  const row = await lockBooking(tx, bookingKey(ctx, named.ref, onlyOf));
  if (!row) throw noSuchBooking(named.ref);
  assertVersion(named, row);
  return row;
}

/** Writes the changes with the next version and reads the booking back. Three queries. */
export async function writeBooking(
  tx: Transaction,
  row: BookingRow,
  changes: Parameters<typeof updateBooking>[2],
): Promise<BookingWithItems> {
  if (!(await updateBooking(tx, row, changes))) throw changedMeanwhile();
  const booking = await selectBooking(tx, { companyId: row.companyId, ref: row.id });
  if (!booking) throw new AppError({ code: 'internal', detail: 'The booking is missing after it was written.' });
  return booking;
}

const changedMeanwhile = (version?: number): AppError =>
  new AppError({
    code: 'precondition-failed',
    detail: 'The booking was changed meanwhile: read it again.',
    ...(version !== undefined && { data: { version } }),
  });
