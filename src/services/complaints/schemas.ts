import { z } from 'zod';
import { COMPLAINT_CATEGORIES, COMPLAINT_STATUSES, PRIORITY_BANDS } from '#src/db/schema/complaints.ts';
import { PageQuery } from '#src/pagination.ts';
import { ATTACHMENT_POLICY } from '../attachments/policy.ts';

export const ComplaintCategory = z.enum(COMPLAINT_CATEGORIES);
export const ComplaintStatus = z.enum(COMPLAINT_STATUSES);
export const PriorityBand = z.enum(PRIORITY_BANDS);

const key = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id');
const text = (least: number) =>
  z
    .string()
    .trim()
    .min(least, least === 1 ? 'must not be empty' : 'must say what happened')
    .max(2_000, 'may have at most 2,000 characters');
/** What tells something has at least so many characters. */
const LEAST_WORDS = 3;
const description = text(LEAST_WORDS);
/** Of `AgentInput.call`: the change that it names is made once. */
const effect = { turnId: key.optional(), effectKey: z.string().max(64).optional() };
/** What the customer has uploaded before, by id. */
const attachmentIds = z
  .array(key)
  .max(ATTACHMENT_POLICY.maxPerMessage, `may name at most ${ATTACHMENT_POLICY.maxPerMessage} files`)
  .optional();
/** The version that was read; the change is refused when there is a newer one. */
const version = z.number().int();

export const RaiseComplaintInput = z.strictObject({
  category: ComplaintCategory,
  description,
  /** Id or number of one of the customer's own bookings. */
  bookingId: key.optional(),
  /** Of the words, −1 … 1. */
  sentiment: z.number().min(-1).max(1).default(0),
  attachmentIds,
  ...effect,
});
export type RaiseComplaintInput = z.input<typeof RaiseComplaintInput>;

export const ListComplaintsInput = PageQuery.extend({
  status: ComplaintStatus.optional(),
  category: ComplaintCategory.optional(),
});
export type ListComplaintsInput = z.input<typeof ListComplaintsInput>;

export const UpdateComplaintInput = z
  .strictObject({ version, category: ComplaintCategory.optional(), description: description.optional() })
  .refine(({ category, description }) => category !== undefined || description !== undefined, {
    error: 'must change the category or the description',
  });
export type UpdateComplaintInput = z.input<typeof UpdateComplaintInput>;

export const AddUpdateInput = z.strictObject({
  text: text(1),
  /** A note that only staff see. */
  isInternal: z.boolean().default(false),
  attachmentIds,
  ...effect,
});
export type AddUpdateInput = z.input<typeof AddUpdateInput>;

export const EscalateComplaintInput = z.strictObject({ reason: text(1).optional(), ...effect });
export type EscalateComplaintInput = z.input<typeof EscalateComplaintInput>;

export const ResolveComplaintInput = z.strictObject({ version, resolution: text(LEAST_WORDS) });
export type ResolveComplaintInput = z.input<typeof ResolveComplaintInput>;

export const AssignComplaintInput = z.strictObject({ version, userId: key });
export type AssignComplaintInput = z.input<typeof AssignComplaintInput>;

export const ChangeStatusInput = z
  .strictObject({
    version,
    status: ComplaintStatus,
    /** For the customer; needed to resolve, where it is the resolution. */
    note: text(1).optional(),
  })
  .refine(({ status, note = '' }) => status !== 'resolved' || note.length >= LEAST_WORDS, {
    path: ['note'],
    error: 'must say how it was resolved',
  });
export type ChangeStatusInput = z.input<typeof ChangeStatusInput>;

const day = z.iso
  .date()
  .refine((date) => date >= '2000-01-01' && date < '2101-01-01', { error: 'must lie between 2000 and 2100' });
const daysInOrder = {
  path: ['to'],
  error: 'must not be before "from"',
};

export const ListAllComplaintsInput = PageQuery.extend({
  status: ComplaintStatus.optional(),
  band: PriorityBand.optional(),
  category: ComplaintCategory.optional(),
  /** A user id, or "me", or "none". */
  assignedTo: key.optional(),
  overdue: z.boolean().optional(),
  /** First and last local day on which it was raised. */
  from: day.optional(),
  to: day.optional(),
  q: z.string().trim().min(1, 'must not be empty').max(100).optional(),
  sort: z
    .enum(['priority', '-priority', 'createdAt', '-createdAt', 'resolutionDueAt', '-resolutionDueAt'])
    .default('-priority'),
}).refine(({ from, to }) => !from || !to || from <= to, daysInOrder);
export type ListAllComplaintsInput = z.input<typeof ListAllComplaintsInput>;

export const ListQueueInput = PageQuery.extend({ status: z.enum(['waiting', 'claimed']).optional() });
export type ListQueueInput = z.input<typeof ListQueueInput>;

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
export const AnalyseComplaintsInput = z
  .strictObject({
    /** First and last local day on which they were raised. */
    from: day,
    to: day,
    groupBy: z.enum(['category', 'band', 'day', 'assignee']).default('category'),
  })
  .refine(({ from, to }) => from <= to, daysInOrder)
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_DAYS * DAY_MS, {
    path: ['to'],
    error: `must end the range within ${MAX_DAYS} days`,
  });
export type AnalyseComplaintsInput = z.input<typeof AnalyseComplaintsInput>;
