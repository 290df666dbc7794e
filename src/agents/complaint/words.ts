import { DateTime } from 'luxon';
import { dayLabel, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { ComplaintCategory, ComplaintDetail, ComplaintStatus } from '#src/db/queries/complaints.ts';
import { COMPLAINT_POLICY } from '#src/services/complaints/policy.ts';
import type { Source } from '#src/turn.ts';

export const CATEGORIES: Record<ComplaintCategory, string> = {
  quality: 'Quality of the work',
  delay: 'Delay or no-show',
  overcharge: 'Charged too much',
  damage: 'Something was damaged',
  behaviour: 'Behaviour',
  safety: 'Safety',
  other: 'Something else',
};

export const STATUS: Record<ComplaintStatus, string> = {
  open: 'waiting for our first answer',
  in_progress: 'in progress',
  waiting_for_customer: 'waiting for your answer',
  resolved: 'resolved',
  closed: 'closed',
};

const ROLES: Record<string, string> = {
  team_lead: 'our team lead',
  operations_manager: 'our operations manager',
  admin: 'our administrator',
};
export const roleName = (slug: string | undefined): string => ROLES[slug ?? ''] ?? 'our support team';

/** "6:30 pm today", "10 am on Sat 28 Nov", in the company's time zone. */
export function momentLabel({ now, company: { timeZone } }: Ctx, instant: Date): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  const time = local.toFormat(local.minute === 0 ? 'h a' : 'h:mm a').toLowerCase();
  return `${time} ${onDay(dayLabel(localOf(instant, timeZone).date, now, timeZone))}`;
}

/** "on Thu 19 Nov", "today". */
export const onDay = (day: string): string => (day === 'today' || day === 'tomorrow' ? day : `on ${day}`);

/** "Tap repair on Thu 19 Nov". */
export function titleOf({ now, company: { timeZone } }: Ctx, { items, startsAt }: BookingWithItems): string {
  const names = items.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(', ');
  return `${names} ${onDay(dayLabel(localOf(startsAt, timeZone).date, now, timeZone))}`;
}

export const complaintSource = (row: ComplaintDetail): Source => ({
  kind: 'row',
  table: 'complaints',
  id: row.id,
  label: `Complaint ${row.number}`,
  fields: {
    status: row.status,
    priorityBand: row.priorityBand,
    escalationLevel: row.escalationLevel,
    firstResponseDueAt: row.firstResponseDueAt.toISOString(),
    resolutionDueAt: row.resolutionDueAt.toISOString(),
  },
});

export const policySource: Source = {
  kind: 'policy',
  rule: 'complaints',
  version: COMPLAINT_POLICY.version,
  label: 'By when complaints are answered and settled',
};
