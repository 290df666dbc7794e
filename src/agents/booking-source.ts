import type { BookingRow } from '#src/db/queries/bookings.ts';
import type { Source } from '#src/turn.ts';

export const bookingSource = ({ id, number, status, startsAt, totalPaise }: BookingRow): Source => ({
  kind: 'row',
  table: 'bookings',
  id,
  label: `Booking ${number}`,
  fields: { status, startsAt: startsAt.toISOString(), totalPaise },
});
