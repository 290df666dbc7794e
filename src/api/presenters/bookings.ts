import type { z } from 'zod';
import type { BookingItemRow, BookingWithItems } from '#src/db/queries/bookings.ts';
import type { CancelledBooking } from '#src/services/bookings/cancel-booking.ts';
import type { FreeHour } from '#src/services/bookings/find-free-hours.ts';
import type { BookingProgress } from '#src/services/bookings/get-booking-status.ts';
import type { CancellationPreview } from '#src/services/bookings/preview-cancellation.ts';
import type { BookingQuote } from '#src/services/bookings/quote-booking.ts';
import type {
  BookingBody,
  BookingQuoteBody,
  BookingStatusBody,
  CancellationBody,
  CancelledBookingBody,
  FreeHoursBody,
} from '../schemas/bookings.ts';

export function presentBooking(booking: BookingWithItems): z.input<typeof BookingBody> {
  const { id, number, userId, status, channel, rescheduleCount, version, address } = booking;
  const { subtotalPaise, visitingChargePaise, discountPaise, gstPaise, totalPaise } = booking;
  const { notes, rating, review, cancelReason, cancelledAt, completedAt } = booking;
  return {
    ...{ id, number, userId, status },
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    provider: { id: booking.providerId, name: booking.provider.name, rating: booking.provider.rating },
    address: {
      label: address.label,
      line1: address.line1,
      locality: address.locality,
      city: address.city,
      state: address.state,
      pincode: address.pincode,
    },
    items: booking.items.map(presentItem),
    ...{ subtotalPaise, visitingChargePaise, discountPaise, gstPaise, totalPaise, channel },
    ...(notes !== null && { notes }),
    ...(rating !== null && { rating }),
    ...(review !== null && { review }),
    ...(cancelReason !== null && { cancelReason }),
    ...(cancelledAt && { cancelledAt: cancelledAt.toISOString() }),
    ...(completedAt && { completedAt: completedAt.toISOString() }),
    ...{ rescheduleCount, version },
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
  };
}

function presentItem(row: BookingItemRow): z.input<typeof BookingBody>['items'][number] {
  const { bookingId: _bookingId, cancelledAt, refundId, ...item } = row;
  return {
    ...item,
    ...(cancelledAt && { cancelledAt: cancelledAt.toISOString() }),
    ...(refundId !== null && { refundId }),
  };
}

export function presentCancelled({ booking, refund }: CancelledBooking): z.input<typeof CancelledBookingBody> {
  const { id, percent, amountPaise, creditPaise, status, policyVersion } = refund;
  return {
    booking: presentBooking(booking),
    refund: { id, percent, amountPaise, creditPaise, status, policyVersion },
  };
}

export function presentCancellation(preview: CancellationPreview): z.input<typeof CancellationBody> {
  const { verdict, refund, stake } = preview;
  return {
    allowed: verdict.allowed,
    ...(!verdict.allowed && { reason: verdict.reason }),
    hoursBefore: Math.round(preview.hoursBefore * 100) / 100,
    ...(stake && { whole: stake.isWhole }),
    ...(refund && {
      refund: {
        percent: refund.percent,
        paidPaise: stake?.paidPaise ?? 0,
        amountPaise: refund.amountPaise,
        creditPaise: refund.creditPaise,
        needsApproval: refund.status === 'waiting_for_approval',
        policy: { version: refund.policyVersion, ...refund.rule },
      },
    }),
  };
}

export function presentProgress({ booking, next, actions }: BookingProgress): z.input<typeof BookingStatusBody> {
  const { id, number, status, version } = booking;
  return { id, number, status, next, actions, version };
}

export function presentFreeHours(hours: FreeHour[]): z.input<typeof FreeHoursBody> {
  return { items: hours.map(({ date, hour, startsAt }) => ({ date, hour, startsAt: startsAt.toISOString() })) };
}

export function presentQuote({ job, slot }: BookingQuote): z.input<typeof BookingQuoteBody> {
  return {
    pincode: job.place.pincode,
    hours: job.hours,
    price: job.price,
    ...(slot && {
      slot: {
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        available: slot.freeProviders > 0,
        freeProviders: slot.freeProviders,
      },
    }),
  };
}
