import { addComplaintUpdate } from '#src/services/complaints/add-complaint-update.ts';
import { escalateComplaint } from '#src/services/complaints/escalate-complaint.ts';
import { getComplaint } from '#src/services/complaints/get-complaint.ts';
import { listComplaints } from '#src/services/complaints/list-complaints.ts';
import { listComplaintUpdates } from '#src/services/complaints/list-complaint-updates.ts';
import { raiseComplaint } from '#src/services/complaints/raise-complaint.ts';
import { resolveComplaint } from '#src/services/complaints/resolve-complaint.ts';
import { updateComplaint } from '#src/services/complaints/update-complaint.ts';
import { PageQuery } from '#src/pagination.ts';
import { presentComplaint, presentListed, presentUpdate } from '../presenters/complaints.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  AddUpdateBody,
  ComplaintBody,
  ComplaintParams,
  ComplaintsBody,
  ComplaintsQuery,
  EscalateBody,
  RaiseComplaintBody,
  ResolveBody,
  UpdateComplaintBody,
  UpdateItem,
  UpdatesBody,
} from '../schemas/complaints.ts';

const raiseRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/complaints',
  summary: 'Raise a complaint; answered with its number, its priority and the times by which it is dealt with.',
  auth: 'customer',
  idempotent: true,
  problems: ['not-found'],
  body: RaiseComplaintBody,
  response: ComplaintBody,
  status: 201,
  async handler(ctx, { body }) {
    const { complaint } = await raiseComplaint(ctx, body);
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

const listRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/complaints',
  summary: 'The caller’s own complaints, newest first.',
  auth: 'customer',
  query: ComplaintsQuery,
  response: ComplaintsBody,
  status: 200,
  async handler(ctx, { query }) {
    const { items, ...rest } = await listComplaints(ctx, query);
    return { body: { items: items.map((row) => presentListed(row, ctx.actor, ctx.now)), ...rest } };
  },
});

const getRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/complaints/{id}',
  summary: 'One complaint, with its state, priority and promised times.',
  auth: 'user',
  permission: 'complaints.view',
  problems: ['not-found'],
  params: ComplaintParams,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id } }) {
    const complaint = await getComplaint(ctx, id);
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

const updateRoute = defineRoute({
  method: 'PUT',
  path: '/api/v1/complaints/{id}',
  summary: 'Change the category or the description of a complaint that is still open; its priority follows.',
  auth: 'user',
  permission: 'complaints.update',
  versioned: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: UpdateComplaintBody,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id }, body }, call) {
    const { complaint } = await updateComplaint(ctx, id, { ...body, version: call.requireVersion() });
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

const addUpdateRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/complaints/{id}/updates',
  summary: 'Write a comment on a complaint.',
  auth: 'user',
  permission: 'complaints.update',
  idempotent: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: AddUpdateBody,
  response: UpdateItem,
  status: 201,
  async handler(ctx, { params: { id }, body }) {
    const { update } = await addComplaintUpdate(ctx, id, body);
    return { body: presentUpdate(update, ctx.actor) };
  },
});

const updatesRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/complaints/{id}/updates',
  summary: 'What was written on a complaint and what happened to it, oldest first.',
  auth: 'user',
  permission: 'complaints.view',
  problems: ['not-found'],
  params: ComplaintParams,
  query: PageQuery,
  response: UpdatesBody,
  status: 200,
  async handler(ctx, { params: { id }, query }) {
    const { items, ...rest } = await listComplaintUpdates(ctx, id, query);
    return { body: { items: items.map((row) => presentUpdate(row, ctx.actor)), ...rest } };
  },
});

const escalateRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/complaints/{id}/escalate',
  summary: 'Take a complaint to the next level of staff. Customers may ask once a day, and whenever time was missed.',
  auth: 'user',
  permission: 'complaints.escalate',
  idempotent: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: EscalateBody,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id }, body }) {
    const { complaint } = await escalateComplaint(ctx, id, body);
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

const resolveRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/complaints/{id}/resolve',
  summary: 'Settle a complaint with a decision that the customer can read.',
  auth: 'staff',
  permission: 'complaints.resolve',
  idempotent: true,
  versioned: true,
  problems: ['not-found', 'not-allowed'],
  params: ComplaintParams,
  body: ResolveBody,
  response: ComplaintBody,
  status: 200,
  async handler(ctx, { params: { id }, body: { resolution } }, call) {
    const { complaint } = await resolveComplaint(ctx, id, { resolution, version: call.requireVersion() });
    return { body: presentComplaint(complaint, ctx.actor), version: complaint.version };
  },
});

export const complaintRoutes: readonly Route[] = [
  raiseRoute,
  listRoute,
  getRoute,
  updateRoute,
  addUpdateRoute,
  updatesRoute,
  escalateRoute,
  resolveRoute,
];
