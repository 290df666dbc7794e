import { localOf } from '#src/clock.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { cancelBooking } from '#src/services/bookings/cancel-booking.ts';
import { cancelItems } from '#src/services/bookings/cancel-items.ts';
import { getBookingStatus } from '#src/services/bookings/get-booking-status.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { listFreeHours } from '#src/services/bookings/list-free-hours.ts';
import { previewCancellation } from '#src/services/bookings/preview-cancellation.ts';
import { quoteBooking } from '#src/services/bookings/quote-booking.ts';
import { rateBooking } from '#src/services/bookings/rate-booking.ts';
import { rescheduleBooking } from '#src/services/bookings/reschedule-booking.ts';
import { searchBookings } from '#src/services/bookings/search-bookings.ts';
import { setBookingStatus } from '#src/services/bookings/set-booking-status.ts';
import { updateBooking } from '#src/services/bookings/update-booking.ts';
import {
  presentBooking,
  presentCancellation,
  presentCancelled,
  presentFreeHours,
  presentProgress,
  presentQuote,
} from '../presenters/bookings.ts';
import { defineRoute, type Route } from '../route.ts';
import * as schema from '../schemas/bookings.ts';

const dated = (iso: string | undefined) => (iso === undefined ? undefined : new Date(iso));
/** "rc_1:2" → two of the service rc_1. */
const itemOf = (text: string) => {
  const [rateCardId = '', quantity = '1'] = text.split(':');
  return { rateCardId, quantity: Number(quantity) };
};
const base = '/api/v1/bookings';
const params = schema.BookingParams;

/** Literal paths come before `{id}`: the first that fits is taken. */
export const bookingRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: base,
    summary:
      'Book a visit for one or more services at the quoted price. If taken, the problem names `freeHours` near it.',
    auth: 'user',
    permission: 'bookings.create',
    idempotent: true,
    problems: ['not-found', 'not-served', 'slot-taken', 'conflict'],
    body: schema.CreateBookingBody,
    response: schema.BookingBody,
    status: 201,
    async handler(ctx, { body: { startsAt, notes, userId, ...body } }) {
      const { booking } = await bookSlot(ctx, {
        ...body,
        startsAt: new Date(startsAt),
        channel: 'api',
        ...(notes !== undefined && { notes }),
        ...(userId !== undefined && { userId }),
      });
      return {
        body: presentBooking(booking),
        headers: { Location: `${base}/${booking.id}` },
        version: booking.version,
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: base,
    summary: 'The caller’s bookings, or for staff everybody’s.',
    auth: 'user',
    permission: 'bookings.view',
    query: schema.ListBookingsQuery,
    response: schema.BookingsPageBody,
    status: 200,
    async handler(ctx, { query: { from, to, ...query } }) {
      const { items, ...rest } = await searchBookings(ctx, { ...query, from: dated(from), to: dated(to) });
      return { body: { items: items.map(presentBooking), ...rest } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/quote`,
    summary: 'What a visit costs, line by line, and whether somebody is free for it. Nothing is held.',
    auth: 'guest',
    problems: ['not-found', 'not-served'],
    body: schema.QuoteBookingBody,
    response: schema.BookingQuoteBody,
    status: 200,
    async handler(ctx, { body: { startsAt, ...body } }) {
      return { body: presentQuote(await quoteBooking(ctx, { ...body, startsAt: dated(startsAt) })) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/free-hours`,
    summary: 'Hours at which a visit for these services could start, earliest first.',
    auth: 'guest',
    problems: ['not-found', 'not-served'],
    query: schema.FreeHoursQuery,
    response: schema.FreeHoursBody,
    status: 200,
    async handler(ctx, { query: { from, item, ...query } }) {
      const fromDate = from ?? localOf(ctx.now, ctx.company.timeZone).date;
      return { body: presentFreeHours(await listFreeHours(ctx, { ...query, items: item.map(itemOf), fromDate })) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/{id}`,
    summary: 'One booking.',
    auth: 'user',
    permission: 'bookings.view',
    problems: ['not-found'],
    params,
    response: schema.BookingBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      const booking = await getBooking(ctx, id);
      return { body: presentBooking(booking), version: booking.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${base}/{id}`,
    summary: 'Change the notes, or the address inside the same pincode. What is not named stays.',
    auth: 'user',
    permission: 'bookings.update',
    versioned: true,
    problems: ['not-found', 'not-allowed'],
    params,
    body: schema.UpdateBookingBody,
    response: schema.BookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const { booking } = await updateBooking(ctx, { ref: id, version: call.requireVersion() }, body);
      return { body: presentBooking(booking), version: booking.version };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${base}/{id}`,
    summary: 'Cancel a booking: the same as its `cancel`, by the customer’s own wish.',
    auth: 'user',
    permission: 'bookings.cancel',
    versioned: 'optional',
    problems: ['not-found', 'not-allowed'],
    params,
    query: schema.DeleteBookingQuery,
    response: schema.CancelledBookingBody,
    status: 200,
    async handler(ctx, { params: { id }, query }, call) {
      const cancelled = await cancelBooking(ctx, { ref: id, version: call.namedVersion() }, query);
      return { body: presentCancelled(cancelled), version: cancelled.booking.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/{id}/cancel`,
    summary: 'Cancel a booking. What is refunded follows from the hours before the slot.',
    auth: 'user',
    permission: 'bookings.cancel',
    idempotent: true,
    versioned: 'optional',
    problems: ['not-found', 'not-allowed', 'conflict'],
    params,
    body: schema.CancelBookingBody,
    response: schema.CancelledBookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const cancelled = await cancelBooking(ctx, { ref: id, version: call.namedVersion() }, body);
      return { body: presentCancelled(cancelled), version: cancelled.booking.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/{id}/items/cancel`,
    summary: 'Take items off a booking. The visit gets shorter; the visiting charge goes with the last item.',
    auth: 'user',
    permission: 'bookings.cancel',
    idempotent: true,
    versioned: 'optional',
    problems: ['not-found', 'not-allowed', 'conflict'],
    params,
    body: schema.CancelItemsBody,
    response: schema.CancelledBookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const cancelled = await cancelItems(ctx, { ref: id, version: call.namedVersion() }, body);
      return { body: presentCancelled(cancelled), version: cancelled.booking.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/{id}/cancellation`,
    summary: 'What cancelling now would give back, the booking or some of its items. Changes nothing.',
    auth: 'user',
    permission: 'bookings.view',
    problems: ['not-found', 'not-allowed'],
    params,
    query: schema.CancellationQuery,
    response: schema.CancellationBody,
    status: 200,
    async handler(ctx, { params: { id }, query: { fault, items } }) {
      return { body: presentCancellation(await previewCancellation(ctx, id, fault, items)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/{id}/reschedule`,
    summary: 'Move a booking to another hour; number and price stay.',
    auth: 'user',
    permission: 'bookings.update',
    idempotent: true,
    versioned: 'optional',
    problems: ['not-found', 'not-allowed', 'slot-taken'],
    params,
    body: schema.RescheduleBookingBody,
    response: schema.BookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const { booking } = await rescheduleBooking(
        ctx,
        { ref: id, version: call.namedVersion() },
        { startsAt: new Date(body.startsAt) },
      );
      return { body: presentBooking(booking), version: booking.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/{id}/status`,
    summary: 'Where a booking stands, and what may follow.',
    auth: 'user',
    permission: 'bookings.view',
    problems: ['not-found'],
    params,
    response: schema.BookingStatusBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      return { body: presentProgress(await getBookingStatus(ctx, id)) };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${base}/{id}/status`,
    summary: 'Take a booking one step on: confirmed, in progress, completed, or no-show.',
    auth: 'staff',
    permission: 'bookings.update',
    versioned: true,
    problems: ['not-found', 'not-allowed'],
    params,
    body: schema.SetStatusBody,
    response: schema.BookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const { booking } = await setBookingStatus(ctx, { ref: id, version: call.requireVersion() }, body);
      return { body: presentBooking(booking), version: booking.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/{id}/rate`,
    summary: 'Rate finished work, once.',
    auth: 'customer',
    idempotent: true,
    versioned: 'optional',
    problems: ['not-found', 'not-allowed'],
    params,
    body: schema.RateBookingBody,
    response: schema.BookingBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const { booking } = await rateBooking(ctx, { ref: id, version: call.namedVersion() }, body);
      return { body: presentBooking(booking), version: booking.version };
    },
  }),
];
