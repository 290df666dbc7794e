import { refundFor } from '#src/services/bookings/refund-policy.ts';
import type { SeededBooking } from './bookings.ts';
import { COMPANY_ID } from './company.ts';
import { createRandom, seedId } from './random.ts';
import type { RefundRow } from './rows.ts';
import type { Team } from './staff.ts';

const HOUR_MS = 3_600_000;

/** What the cancelled bookings gave back; large refunds wait for the operations manager's approval for up to two days. */
export function generateRefunds(bookings: readonly SeededBooking[], now: Date, { manager }: Team): RefundRow[] {
  return bookings.flatMap(({ row }): RefundRow[] => {
    const { cancelledAt } = row;
    if (!cancelledAt) return [];
    const { percent, amountPaise, creditPaise, status, policyVersion } = refundFor(row, cancelledAt);
    const needsPerson = status === 'waiting_for_approval';
    const decidedAt = new Date(cancelledAt.getTime() + createRandom(`refund of ${row.id}`).int(2, 48) * HOUR_MS);
    const isDecided = needsPerson && decidedAt < now;
    return [
      {
        id: seedId('rfd', cancelledAt, row.id),
        companyId: COMPANY_ID,
        bookingId: row.id,
        percent,
        amountPaise,
        creditPaise,
        reason: row.cancelReason ?? '',
        policyVersion,
        status: isDecided ? 'approved' : status,
        decidedBy: isDecided ? manager.id : null,
        decidedAt: isDecided ? decidedAt : null,
        decisionReason: null,
        createdAt: cancelledAt,
        updatedAt: isDecided ? decidedAt : cancelledAt,
      },
    ];
  });
}
