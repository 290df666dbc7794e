import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import type { BookingRow } from '#src/db/queries/bookings.ts';
import type { Transaction } from '#src/db/client.ts';
import { selectAddressesOfUser } from '#src/db/queries/addresses.ts';
import { selectPincode } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { lockNamedBooking, writeBooking, type ChangedBooking, type NamedBooking } from './named-booking.ts';
import { canUpdate } from './policy.ts';
import { resolveAddress, snapshotOf } from './resolve-address.ts';
import { UpdateBookingInput, type WantedAddress } from './schemas.ts';

/**
 * Changes the notes, or the address inside the same pincode: another pincode would mean another price and another
 * professional. One transaction of seven round trips, up to eleven with a new address.
 * @throws AppError not-found | not-allowed | invalid | precondition-failed
 */
export async function updateBooking(ctx: Ctx, named: NamedBooking, raw: UpdateBookingInput): Promise<ChangedBooking> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.update');
  const input = parse(UpdateBookingInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, onlyOf);
    const verdict = canUpdate(row, ctx.now);
    if (!verdict.allowed)
      throw new AppError({ code: 'not-allowed', detail: verdict.reason, data: { bookingStatus: row.status } });
    const address = input.address && (await addressInPlace(tx, ctx, row, input.address));
    const booking = await writeBooking(tx, row, {
      ...(input.notes !== undefined && { notes: input.notes }),
      ...(address && { addressId: address.id, address: snapshotOf(address) }),
    });
    const eventId = await recordEvent(tx, ctx, {
      type: 'booking.updated',
      subject: { type: 'booking', id: row.id },
      data: { number: row.number, changed: Object.keys(input) },
    });
    return { booking, eventId };
  });
}

async function addressInPlace(tx: Transaction, ctx: Ctx, row: BookingRow, wanted: WantedAddress) {
  const place = await selectPincode(tx, row.pincode);
  if (!place) throw new AppError({ code: 'internal', detail: 'The pincode of the booking is missing.' });
  if ('id' in wanted) {
    const saved = await selectAddressesOfUser(tx, ctx.company.id, row.userId);
    const named = saved.find((address) => address.id === wanted.id);
    if (named && named.pincode !== row.pincode) throw elsewhere(row);
  } else if (wanted.pincode !== row.pincode) throw elsewhere(row);
  return resolveAddress(tx, ctx, row.userId, wanted, place);
}

const elsewhere = ({ pincode }: BookingRow): AppError =>
  new AppError({
    code: 'not-allowed',
    detail: `The address must stay in ${pincode}. For another pincode, cancel the booking and book again.`,
    data: { pincode },
  });
