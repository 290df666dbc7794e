import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';
import { assertKey } from '#src/services/conversations/assert-key.ts';
import { endStaffSession } from '#src/services/staff/end-staff-session.ts';
import { listStaffSessions } from '#src/services/staff/list-staff-sessions.ts';
import { presentStaffSession } from '../presenters/staff.ts';
import { defineRoute, type Route } from '../route.ts';
import { StaffSessionBody, StaffSessionsPageBody } from '../schemas/ops.ts';

/** Where staff are signed in. */
export const opsSessionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/sessions',
    summary: 'Sessions of all staff that still run, newest first.',
    auth: 'staff',
    permission: 'staff.view',
    query: PageQuery,
    response: StaffSessionsPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listStaffSessions(ctx, query);
      return { body: { items: items.map(presentStaffSession), ...rest } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/users/{id}/sessions',
    summary: 'Sessions of one account that still run, newest first.',
    auth: 'staff',
    permission: 'staff.view',
    problems: ['not-found'],
    params: z.strictObject({ id: z.string().meta({ description: 'Of the account' }) }),
    query: PageQuery,
    response: StaffSessionsPageBody,
    status: 200,
    async handler(ctx, { params, query }) {
      assertKey(params.id, 'There is no such account on the operations side.');
      const { items, ...rest } = await listStaffSessions(ctx, { ...query, userId: params.id });
      return { body: { items: items.map(presentStaffSession), ...rest } };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/ops/sessions/{id}',
    summary: 'End a session from afar: its tokens are refused at once.',
    auth: 'staff',
    permission: 'staff.update',
    problems: ['not-found'],
    params: z.strictObject({ id: z.string().meta({ description: 'Of the session' }) }),
    response: StaffSessionBody,
    status: 200,
    handler: async (ctx, { params }) => ({ body: presentStaffSession(await endStaffSession(ctx, params.id)) }),
  }),
];
