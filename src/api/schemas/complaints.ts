import { z } from 'zod';
import {
  AddUpdateInput,
  AnalyseComplaintsInput,
  AssignComplaintInput,
  ChangeStatusInput,
  ComplaintCategory,
  ComplaintStatus,
  EscalateComplaintInput,
  ListAllComplaintsInput,
  ListComplaintsInput,
  ListQueueInput,
  PriorityBand,
  RaiseComplaintInput,
  ResolveComplaintInput,
  UpdateComplaintInput,
} from '#src/services/complaints/schemas.ts';

const id = z.string();
const instant = z.iso.datetime();
const example = {
  description: 'The tap that was repaired yesterday leaks again.',
  resolution: 'A plumber comes again tomorrow at 10 am, free of charge.',
};

const uploaded = 'Files that the customer has uploaded to `/api/v1/chat/attachments`, by id.';

export const ComplaintParams = z.strictObject({
  id: z.string().meta({ description: 'Id or number, e.g. `CP-7F3K9M`.', example: 'CP-7F3K9M' }),
});

export const RaiseComplaintBody = z.strictObject({
  category: RaiseComplaintInput.shape.category.meta({ description: 'What it is about.', example: 'quality' }),
  description: RaiseComplaintInput.shape.description.meta({
    description: 'What happened, in the customer’s words.',
    example: example.description,
  }),
  bookingId: RaiseComplaintInput.shape.bookingId.meta({
    description: 'Id or number of the booking that it is about.',
    example: 'NX-7F3K9M',
  }),
  attachmentIds: RaiseComplaintInput.shape.attachmentIds.meta({ description: uploaded, example: [] }),
});

export const UpdateComplaintBody = z
  .strictObject({
    category: UpdateComplaintInput.shape.category.meta({ example: 'damage' }),
    description: UpdateComplaintInput.shape.description.meta({ example: example.description }),
  })
  .meta({ description: 'What is not named stays. Something must be named.' });

export const AddUpdateBody = z.strictObject({
  text: AddUpdateInput.shape.text.meta({ example: 'Any time after 10 am suits me.' }),
  isInternal: AddUpdateInput.shape.isInternal.meta({
    description: 'A note that only staff see; for staff only.',
    example: false,
  }),
  attachmentIds: AddUpdateInput.shape.attachmentIds.meta({ description: uploaded, example: [] }),
});

export const EscalateBody = z.strictObject({
  reason: EscalateComplaintInput.shape.reason.meta({ example: 'Nobody has called me back.' }),
});

export const ResolveBody = z.strictObject({
  resolution: ResolveComplaintInput.shape.resolution.meta({
    description: 'The decision and its reason; the customer reads it.',
    example: example.resolution,
  }),
});

export const AssignBody = z.strictObject({
  userId: AssignComplaintInput.shape.userId.meta({ description: 'User id of an active member of staff.' }),
});

export const StatusBody = z.strictObject({
  status: ChangeStatusInput.shape.status.meta({
    description: 'To resolve needs `complaints.resolve` as well.',
    example: 'in_progress',
  }),
  note: ChangeStatusInput.shape.note.meta({
    description: 'The customer reads it. Needed to resolve: then it is the resolution.',
    example: 'We are asking the professional.',
  }),
});

export const ComplaintsQuery = ListComplaintsInput;
export const QueueQuery = ListQueueInput;
export const AnalyticsQuery = AnalyseComplaintsInput;
export const AllComplaintsQuery = z.strictObject({
  ...ListAllComplaintsInput.shape,
  assignedTo: ListAllComplaintsInput.shape.assignedTo.meta({
    description: 'A user id, `me`, or `none`.',
    example: 'me',
  }),
  overdue: z.enum(['true', 'false']).optional().meta({ description: 'Whether a promised time has run out.' }),
  from: ListAllComplaintsInput.shape.from.meta({ description: 'First day on which it was raised, company time.' }),
  to: ListAllComplaintsInput.shape.to.meta({ description: 'Last day on which it was raised, company time.' }),
  q: ListAllComplaintsInput.shape.q.meta({
    description: 'Part of the description or of the customer’s name, or the start of the number.',
    example: 'leaks',
  }),
});

const Person = z.strictObject({ id, name: z.string() });

const sla = {
  firstResponseDueAt: instant,
  firstRespondedAt: instant.exactOptional(),
  resolutionDueAt: instant,
  resolvedAt: instant.exactOptional(),
};

export const AttachmentItem = z.strictObject({
  id: z.string().meta({ description: 'Read it at `/api/v1/chat/attachments/{id}`.' }),
  name: z.string().meta({ example: 'leak.jpg' }),
  contentType: z.string().meta({ example: 'image/jpeg' }),
  bytes: z.number().int().meta({ example: 48_213 }),
  createdAt: instant,
});
export type AttachmentItem = z.input<typeof AttachmentItem>;

export const ComplaintBody = z.strictObject({
  id,
  number: z.string().meta({ example: 'CP-7F3K9M' }),
  category: ComplaintCategory,
  description: z.string().meta({ example: example.description }),
  status: ComplaintStatus,
  priorityScore: z
    .number()
    .int()
    .min(0)
    .max(100)
    .meta({ description: 'As calculated when last looked at.', example: 60 }),
  priorityBand: PriorityBand,
  booking: z.strictObject({ id, number: z.string() }).exactOptional(),
  escalationLevel: z.number().int().min(0).max(3).meta({ description: '0 until it was escalated.', example: 0 }),
  escalatedTo: z.string().exactOptional().meta({ description: 'Role that the level goes to.', example: 'team_lead' }),
  ...sla,
  resolution: z.string().exactOptional().meta({ example: example.resolution }),
  customer: Person.exactOptional().meta({ description: 'For staff only.' }),
  assignedTo: Person.exactOptional().meta({ description: 'For staff only.' }),
  attachments: z.array(AttachmentItem).exactOptional().meta({ description: 'Where a complaint is read by itself.' }),
  version: z.number().int().min(1).meta({ description: 'Goes into `If-Match`, in quotes.', example: 1 }),
  createdAt: instant,
  updatedAt: instant,
});
export type ComplaintBody = z.input<typeof ComplaintBody>;

const isOverdue = z.boolean().meta({ description: 'Whether a promised time has run out by now.', example: false });
const nextStatuses = z.array(ComplaintStatus).meta({ description: 'The states that it may go to now.' });

const nextCursor = z.string().exactOptional().meta({ description: 'For the next page; absent on the last one.' });
const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), nextCursor });

export const ListedComplaint = z.strictObject({ ...ComplaintBody.shape, isOverdue });
export type ListedComplaint = z.input<typeof ListedComplaint>;
export const ComplaintsBody = pageOf(ListedComplaint);

export const OpsComplaint = z.strictObject({ ...ListedComplaint.shape, nextStatuses });
export type OpsComplaint = z.input<typeof OpsComplaint>;
export const OpsComplaintsBody = pageOf(OpsComplaint);

export const QueueItem = z.strictObject({
  id,
  complaintId: id,
  number: z.string().meta({ example: 'CP-7F3K9M' }),
  category: ComplaintCategory,
  complaintStatus: ComplaintStatus,
  priorityScore: z.number().int().min(0).max(100).meta({
    description: 'The complaint’s, raised by 10 for each level of escalation.',
    example: 70,
  }),
  priorityBand: PriorityBand,
  summary: z.string().meta({ example: `CP-7F3K9M, quality: ${example.description}` }),
  status: z.enum(['waiting', 'claimed']),
  escalationLevel: z.number().int(),
  customer: Person,
  assignedTo: Person.exactOptional(),
  ...sla,
  isOverdue,
  version: z.number().int(),
  createdAt: instant,
});
export type QueueItem = z.input<typeof QueueItem>;
export const QueueBody = pageOf(QueueItem);

export const UpdateItem = z.strictObject({
  id,
  kind: z.enum(['comment', 'status', 'assignment', 'escalation', 'resolution']),
  text: z.string().meta({ example: 'Any time after 10 am suits me.' }),
  isInternal: z.boolean().meta({ example: false }),
  author: z.strictObject({
    kind: z.enum(['customer', 'staff', 'system']),
    name: z.string().exactOptional().meta({ description: 'Staff’s names are for staff only.' }),
  }),
  createdAt: instant,
});
export type UpdateItem = z.input<typeof UpdateItem>;
export const UpdatesBody = pageOf(UpdateItem);

const Span = z.strictObject({
  averageMinutes: z.number().nullable().meta({ description: 'Null when there is nothing to average.', example: 42.5 }),
  medianMinutes: z.number().nullable().meta({ example: 30 }),
  withinSlaShare: z.number().min(0).max(1).nullable().meta({
    description: 'Of those that were done, or should have been by now.',
    example: 0.925,
  }),
});
const figures = {
  count: z.number().int(),
  openCount: z.number().int().meta({ description: 'Neither resolved nor closed.' }),
  resolvedCount: z.number().int(),
  escalatedCount: z.number().int(),
  overdueCount: z.number().int().meta({ description: 'Now.' }),
  firstResponse: Span,
  resolution: Span,
};
export const AnalyticsBody = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  groupBy: z.enum(['category', 'band', 'day', 'assignee']),
  total: z.strictObject(figures),
  groups: z.array(
    z.strictObject({
      key: z.string().nullable().meta({ description: 'Category, band, day or user id; null: nobody’s.' }),
      label: z.string(),
      ...figures,
    }),
  ),
});
