import { analyseComplaints } from '#src/services/complaints/analyse-complaints.ts';
import { assignComplaint } from '#src/services/complaints/assign-complaint.ts';
import { changeComplaintStatus } from '#src/services/complaints/change-complaint-status.ts';
import { listAllComplaints } from '#src/services/complaints/list-all-complaints.ts';
import { listQueuedComplaints } from '#src/services/complaints/list-queued-complaints.ts';
import { presentComplaint, presentForOps, presentQueueItem } from '../presenters/complaints.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  AllComplaintsQuery,
  AnalyticsBody,
  AnalyticsQuery,
  AssignBody,
  ComplaintBody,
  ComplaintParams,
  OpsComplaintsBody,
  QueueBody,
  QueueQuery,
  StatusBody,
} from '../schemas/complaints.ts';

const listRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/ops/complaints',
  summary: 'All complaints: filtered, searched and sorted.',
  auth: 'staff',
  permission: 'complaints.view',
  query: AllComplaintsQuery,
  response: OpsComplaintsBody,
  status: 200,
  async handler(ctx, { query: { overdue, ...query } }) {
    const asked = { ...query, ...(overdue && { overdue: overdue === 'true' }) };
    const { items, ...rest } = await listAllComplaints(ctx, asked);
    return { body: { items: items.map((row) => presentForOps(row, ctx.actor, ctx.now)), ...rest } };
  },
});

const queueRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/ops/complaints/priority',
  summary: 'The complaints that wait for a person or are worked on, most pressing first, with their clocks.',
  auth: 'staff',
  permission: 'complaints.view',
  query: QueueQuery,
  response: QueueBody,
  status: 200,
  async handler(ctx, { query }) {
    const { items, ...rest } = await listQueuedComplaints(ctx, query);
    return { body: { items: items.map((row) => presentQueueItem(row, ctx.now)), ...rest } };
  },
});

const analyticsRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/ops/complaints/analytics',
  summary: 'Counts, times to the first response and to the resolution, and the shares within the promised time.',
  auth: 'staff',
  permission: 'analytics.view',
  query: AnalyticsQuery,
  response: AnalyticsBody,
  status: 200,
  async handler(ctx, { query }) {
    return { body: await analyseComplaints(ctx, query) };
  },
});

const assignRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/ops/complaints/{id}/assign',
  summary: 'Give a complaint to one of the staff who may work on complaints.',
  auth: 'staff',
  permission: 'complaints.assign',
  idempotent: true,
  versioned: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: AssignBody,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id }, body: { userId } }, call) {
    const { complaint } = await assignComplaint(ctx, id, { userId, version: call.requireVersion() });
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

const statusRoute = defineRoute({
  method: 'PUT',
  path: '/api/v1/ops/complaints/{id}/status',
  summary: 'Move a complaint to a next state: take it up, wait for the customer, resolve, close, take up again.',
  auth: 'staff',
  permission: 'complaints.update',
  versioned: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: StatusBody,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id }, body }, call) {
    const { complaint } = await changeComplaintStatus(ctx, id, { ...body, version: call.requireVersion() });
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

export const opsComplaintRoutes: readonly Route[] = [listRoute, queueRoute, analyticsRoute, assignRoute, statusRoute];
