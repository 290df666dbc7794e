import type { Agent } from '../contract.ts';
import { runBooking } from './run-booking.ts';
import { runReschedule } from './reschedule/run-reschedule.ts';
import { showBookings } from './show-bookings.ts';

/** Books services by filling a draft in any order, moves bookings, and tells about them. */
export function createBookingAgent(): Agent {
  return {
    name: 'booking',
    intents: ['book_service', 'booking_status', 'reschedule_booking'],
    flows: ['book_service', 'reschedule_booking'],
    slots: ['service', 'quantity', 'pincode', 'address', 'date', 'hour', 'booking', 'repeat'],
    description: 'Books a home service, moves a booking to another time, and tells about your bookings.',
    labels: {
      book_service: 'Book a service',
      booking_status: 'Show my bookings',
      reschedule_booking: 'Move a booking to another time',
    },
    run: (ctx, input) => {
      if (input.intent === 'booking_status') return showBookings(ctx, input);
      return input.intent === 'reschedule_booking' ? runReschedule(ctx, input) : runBooking(ctx, input);
    },
  };
}
