import type { Ctx } from '#src/context.ts';
import { selectAddressesOfUser } from '#src/db/queries/addresses.ts';
import { AppError } from '#src/errors.ts';
import { parse } from '../parse.ts';
import { createBooking, priceChanged, type CreatedBooking } from './create-booking.ts';
import { customerOf } from './customer-of.ts';
import { holdSlot } from './hold-slot.ts';
import { loadJob } from './load-job.ts';
import { releaseHold } from './release-hold.ts';
import { BookSlotInput } from './schemas.ts';

/**
 * Holds an hour and books it in one go, by the verbs that a conversation uses one after the other. If the second fails,
 * the hour is given back. Two transactions; about 24 round trips for a customer with a saved address.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | not-served | conflict (another price than was
 * shown) | slot-taken with the nearest `freeHours`
 */
export async function bookSlot(ctx: Ctx, raw: BookSlotInput): Promise<CreatedBooking> {
  const { address, quotedTotalPaise, notes, channel, userId, ...wish } = parse(BookSlotInput, raw);
  const customerId = await customerOf(ctx, userId);
  const pincode = 'id' in address ? await pincodeOf(ctx, customerId, address.id) : address.pincode;
  const job = await loadJob(ctx, { ...wish, pincode });
  if (job.price.totalPaise !== quotedTotalPaise) throw priceChanged(job.price);

  const { holdId } = await holdSlot(ctx, { ...wish, pincode });
  try {
    return await createBooking(ctx, {
      ...wish,
      ...{ pincode, holdId, address, quotedTotalPaise, channel },
      ...(notes !== undefined && { notes }),
      ...(userId !== undefined && { userId }),
    });
  } catch (error) {
    await releaseHold(ctx, { holdId });
    throw error;
  }
}

async function pincodeOf(ctx: Ctx, userId: string, addressId: string): Promise<string> {
  const address = (await selectAddressesOfUser(ctx.db, ctx.company.id, userId)).find((row) => row.id === addressId);
  if (address) return address.pincode;
  throw new AppError({ code: 'not-found', detail: 'This address is not among the saved ones.' });
}
