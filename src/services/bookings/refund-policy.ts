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
  /** A person with the permission decides about refunds above this. */
  approvalAbovePaise: 500_000,
} as const;

export const FAULTS = ['provider', 'platform'] as const;
/** Whose fault a cancellation is, when it is not the customer's own wish. */
export type Fault = (typeof FAULTS)[number];

export interface Refund {
  percent: number;
  /** Of the total, rounded half up to the paisa. */
  amountPaise: number;
  /** On top, for a later booking. */
  creditPaise: number;
  status: 'approved' | 'waiting_for_approval';
  /** The row of the table that was used: at least so many hours before the slot, or whose fault. */
  rule: { fromHours: number } | { fault: Fault };
  policyVersion: string;
}

const HOUR_MS = 3_600_000;

/**
 * What a cancellation at `now` gives back. Once the slot has begun, the last row counts.
 * @param booking.totalPaise what was charged for what is cancelled
 * @param booking.refundedPaise granted for other items of the same booking before: what needs a person does so in pieces, too
 */
export function refundFor(
  booking: { startsAt: Date; totalPaise: number; refundedPaise?: number },
  now: Date,
  fault?: Fault,
): Refund {
  const { tiers, atFault, approvalAbovePaise, version } = REFUND_POLICY;
  const ahead = booking.startsAt.getTime() - now.getTime();
  const tier = tiers.find(({ fromHours }) => ahead >= fromHours * HOUR_MS) ?? tiers[tiers.length - 1];
  const percent = fault ? atFault.percent : (tier?.percent ?? 0);
  const amountPaise = Math.round((booking.totalPaise * percent) / 100);
  const needsPerson = amountPaise > 0 && amountPaise + (booking.refundedPaise ?? 0) > approvalAbovePaise;
  return {
    percent,
    amountPaise,
    creditPaise: fault ? atFault.creditPaise : 0,
    status: needsPerson ? 'waiting_for_approval' : 'approved',
    rule: fault ? { fault } : { fromHours: tier?.fromHours ?? 0 },
    policyVersion: version,
  };
}

/** The row of the table that counts, for people: "4 to 24 hours before the slot: 75 %". */
export function refundRule({ rule, percent }: Pick<Refund, 'rule' | 'percent'>): string {
  if ('fault' in rule) return `The ${rule.fault}’s fault, at any time: ${percent} %`;
  const { tiers } = REFUND_POLICY;
  const above = tiers[tiers.findIndex(({ fromHours }) => fromHours === rule.fromHours) - 1]?.fromHours;
  const from = `${rule.fromHours} ${rule.fromHours === 1 ? 'hour' : 'hours'}`;
  if (above === undefined) return `${from} or more before the slot: ${percent} %`;
  if (rule.fromHours > 0) return `${rule.fromHours} to ${above} hours before the slot: ${percent} %`;
  return `Less than ${above} ${above === 1 ? 'hour' : 'hours'} before the slot: ${percent} %`;
}
