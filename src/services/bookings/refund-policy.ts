/** What is refunded of the amount paid when a booking is cancelled, by hours before the slot. */
export const REFUND_POLICY = {
  version: '2026-10',
  /** Latest limit that is still met counts; `fromHours` is inclusive. */
  tiers: [
    { fromHours: 24, percent: 100 },
    { fromHours: 4, percent: 75 },
    { fromHours: 1, percent: 50 },
    { fromHours: 0, percent: 0 },
  ],
  /** The provider's or the platform's fault, whenever. */
  atFault: { percent: 100, creditPaise: 10_000 },
} as const;
