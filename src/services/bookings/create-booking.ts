import type { z } from 'zod';
import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { insertBooking, selectBookingByHold, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { bookHold, lockHold, selectProvidersDoing } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { findEffect, makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { referenceNumber, withFreshNumber } from '../reference-number.ts';
import { customerOf } from './customer-of.ts';
import { loadJob } from './load-job.ts';
import type { Price } from './price.ts';
import { resolveAddress, snapshotOf } from './resolve-address.ts';
import { CreateBookingInput } from './schemas.ts';

export interface CreatedBooking {
  booking: BookingWithItems;
  /** The receipt. Undefined when this hold had become a booking earlier: nothing was done now. */
  eventId: string | undefined;
}

/**
 * Turns a hold into a confirmed booking at the quoted price: the customer's own, or for staff the one of the customer
 * they name. Safe to repeat: one hold becomes at most one booking. One query (two for staff), a transaction of nine round
 * trips (ten for staff, one more for a new address), and two queries to read it back.
 * @throws AppError unauthenticated (a guest) | forbidden | hold-expired | conflict (the price has changed) | not-found
 */
export async function createBooking(ctx: Ctx, raw: CreateBookingInput): Promise<CreatedBooking> {
  const actor = authorise(ctx, 'customer', 'staff');
  const input = parse(CreateBookingInput, raw);
  return makeOnce(ctx, input.effectKey, {
    again: async ({ eventId }) => ({ booking: await bookingOf(ctx, input.holdId), eventId }),
    make: () => book(ctx, actor.id, input),
  });
}

async function book(ctx: Ctx, holderId: string, input: z.output<typeof CreateBookingInput>): Promise<CreatedBooking> {
  const userId = await customerOf(ctx, input.userId);
  const job = await loadJob(ctx, input);
  if (job.price.totalPaise !== input.quotedTotalPaise) throw priceChanged(job.price);

  const endsAt = new Date(input.startsAt.getTime() + job.hours * 3_600_000);
  const work = async (tx: Transaction): Promise<string | undefined> => {
    const hold = await lockHold(tx, input.holdId);
    const first = hold[0];
    if (!first || first.holderId !== holderId || first.companyId !== ctx.company.id) throw expired();
    if (first.bookingId) return input.effectKey && (await findEffect(tx, ctx, input.effectKey))?.eventId;
    const stillHeld = first.expiresAt && first.expiresAt > ctx.now;
    const fits = first.hour.getTime() === input.startsAt.getTime() && hold.length === job.hours;
    if (!stillHeld || !fits) throw expired();
    const { subcategoryIds, price } = job;
    const where = { companyId: ctx.company.id, subcategoryIds, pincode: input.pincode };
    const provider = (await selectProvidersDoing(tx, where)).find((p) => p.id === first.providerId);
    if (!provider)
      throw new AppError({ code: 'not-served', detail: 'The held professional does not do all of this there.' });

    const address = await resolveAddress(tx, ctx, userId, input.address, job.place);
    const bookingId = newId('booking', ctx.now);
    const number = referenceNumber('NX');
    await insertBooking(
      tx,
      {
        id: bookingId,
        companyId: ctx.company.id,
        number,
        userId,
        providerId: first.providerId,
        addressId: address.id,
        address: snapshotOf(address),
        pincode: address.pincode,
        status: 'confirmed',
        startsAt: input.startsAt,
        endsAt,
        subtotalPaise: price.subtotalPaise,
        visitingChargePaise: price.visitingChargePaise,
        discountPaise: price.discountPaise,
        gstPaise: price.gstPaise,
        totalPaise: price.totalPaise,
        channel: input.channel,
        conversationId: input.conversationId ?? null,
        notes: input.notes ?? null,
        holdId: input.holdId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      price.items.map((item, i) => ({
        // A millisecond apart, so that they are read in this order.
        id: newId('bookingItem', new Date(ctx.now.getTime() + i)),
        bookingId,
        ...item,
      })),
    );
    await bookHold(tx, input.holdId, bookingId);
    return recordEvent(tx, ctx, {
      type: 'booking.created',
      subject: { type: 'booking', id: bookingId },
      turnId: input.turnId,
      effectKey: input.effectKey,
      data: { number, totalPaise: price.totalPaise, items: input.items, providerId: first.providerId },
    });
  };

  const eventId = await withFreshNumber(() => inTransaction(ctx.db, work));
  return { booking: await bookingOf(ctx, input.holdId), eventId };
}

async function bookingOf(ctx: Ctx, holdId: string): Promise<BookingWithItems> {
  const booking = await selectBookingByHold(ctx.db, ctx.company.id, holdId);
  if (!booking) throw new AppError({ code: 'internal', detail: 'The booking is missing after it was written.' });
  return booking;
}

export const priceChanged = (price: Price): AppError =>
  new AppError({ code: 'conflict', detail: 'The price has changed since it was shown.', data: { price } });

const expired = () => new AppError({ code: 'hold-expired', detail: 'The hour is no longer held for you.' });
