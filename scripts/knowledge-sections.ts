import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { REFUND_POLICY } from '#src/services/bookings/refund-policy.ts';
import { COMPLAINT_SLA } from '#src/services/complaints/sla.ts';

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const hours = (n: number) => `${n} hour${n === 1 ? '' : 's'}`;
const span = (minutes: number) =>
  minutes < 60 ? `${minutes} minutes` : minutes < 7 * 1440 ? hours(minutes / 60) : `${minutes / 1440} days`;

/** The sections of the policy documents that the code's own tables write, by the name between their markers. */
export const KNOWLEDGE_SECTIONS: Record<string, () => string> = {
  'booking-rules': () =>
    table(
      ['Rule', 'Value'],
      [
        ['Working hours, every day', `${clock(BOOKING_POLICY.opensAt)}–${clock(BOOKING_POLICY.closesAt)} IST`],
        ['Earliest booking', `at least ${hours(BOOKING_POLICY.minLeadHours)} ahead`],
        ['Latest booking', `at most ${BOOKING_POLICY.maxDaysAhead} days ahead`],
        ['Slot held while you decide', `${BOOKING_POLICY.holdMinutes} minutes`],
      ],
    ),
  'visiting-charges': () =>
    table(
      ['Pincode tier', 'Visiting charge'],
      Object.entries(BOOKING_POLICY.visitingChargePaiseByTier).map(([tier, paise]) => [`Tier ${tier}`, rupees(paise)]),
    ),
  'refund-table': () =>
    table(
      ['When the booking is cancelled', 'Refund of the amount paid'],
      [
        ...REFUND_POLICY.tiers.map(({ fromHours, percent }, i) => {
          const above = REFUND_POLICY.tiers[i - 1]?.fromHours;
          const when =
            above === undefined
              ? `${hours(fromHours)} or more before the slot`
              : fromHours === 0
                ? `Less than ${hours(above)} before the slot`
                : `${hours(fromHours)} or more, but less than ${hours(above)} before the slot`;
          return [when, `${percent}%`];
        }),
        [
          "By the provider's or the platform's fault, at any time",
          `${REFUND_POLICY.atFault.percent}% plus ${rupees(REFUND_POLICY.atFault.creditPaise)} credit`,
        ],
      ],
    ),
  'complaint-sla': () =>
    table(
      ['Priority', 'Score', 'First response within', 'Resolution within'],
      COMPLAINT_SLA.bands.map((band, i) => [
        band.name,
        `${band.fromScore}–${(COMPLAINT_SLA.bands[i - 1]?.fromScore ?? 101) - 1}`,
        span(band.firstResponseMinutes),
        span(band.resolutionMinutes),
      ]),
    ),
};
