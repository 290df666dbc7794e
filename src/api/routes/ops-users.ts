import { z } from 'zod';
import { approveStaff } from '#src/services/staff/approve-staff.ts';
import { assignRole } from '#src/services/staff/assign-role.ts';
import { createStaff } from '#src/services/staff/create-staff.ts';
import { getStaff } from '#src/services/staff/get-staff.ts';
import { listStaff } from '#src/services/staff/list-staff.ts';
import { rejectStaff } from '#src/services/staff/reject-staff.ts';
import { CreateStaffInput, GiveRoleInput, ListStaffInput, UpdateStaffInput } from '#src/services/staff/schemas.ts';
import { suspendStaff } from '#src/services/staff/suspend-staff.ts';
import { updateStaff } from '#src/services/staff/update-staff.ts';
import { presentStaff } from '../presenters/staff.ts';
import { defineRoute, type Route } from '../route.ts';
import { StaffBody, StaffPageBody } from '../schemas/ops.ts';

const params = z.strictObject({ id: z.string().meta({ description: 'Of the account', example: 'usr_01kaq3x8d2v7' }) });

/** Accounts of the operations side: who waits, who works there, with which role. */
export const opsUserRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/users',
    summary: 'Accounts of the operations side, newest first.',
    auth: 'staff',
    permission: 'staff.view',
    query: ListStaffInput,
    response: StaffPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listStaff(ctx, query);
      return { body: { items: items.map(presentStaff), ...rest } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/ops/users',
    summary: 'A new account with a role of a lower level than your own.',
    auth: 'staff',
    permission: 'staff.create',
    idempotent: true,
    problems: ['conflict'],
    body: CreateStaffInput,
    response: StaffBody,
    status: 201,
    async handler(ctx, { body }) {
      const account = await createStaff(ctx, body);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/users/{id}',
    summary: 'One account of the operations side.',
    auth: 'staff',
    permission: 'staff.view',
    problems: ['not-found'],
    params,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params }) {
      const account = await getStaff(ctx, params.id);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/ops/users/{id}',
    summary: 'Change the name or the number of an account, or let a suspended one in again.',
    auth: 'staff',
    permission: 'staff.update',
    versioned: true,
    problems: ['not-found', 'conflict'],
    params,
    body: UpdateStaffInput,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params, body }, call) {
      const account = await updateStaff(ctx, params.id, call.requireVersion(), body);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/ops/users/{id}',
    summary: 'Suspend an account: it is signed out everywhere and cannot sign in. What it did stays on record.',
    auth: 'staff',
    permission: 'staff.update',
    problems: ['not-found', 'not-allowed', 'conflict'],
    params,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params }) {
      const account = await suspendStaff(ctx, params.id);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/ops/users/{id}/approve',
    summary: 'Approve somebody who registered, and give them a role of a lower level than your own.',
    auth: 'staff',
    permission: 'staff.approve',
    idempotent: true,
    problems: ['not-found', 'conflict'],
    params,
    body: GiveRoleInput,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params, body }) {
      const account = await approveStaff(ctx, params.id, body);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/ops/users/{id}/reject',
    summary: 'Turn down somebody who registered. They can still be approved later.',
    auth: 'staff',
    permission: 'staff.approve',
    idempotent: true,
    problems: ['not-found', 'conflict'],
    params,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params }) {
      const account = await rejectStaff(ctx, params.id);
      return { body: presentStaff(account), version: account.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/ops/users/{id}/role',
    summary: 'Give one of the staff another role. Both roles are of a lower level than your own.',
    auth: 'staff',
    permission: 'staff.assign_roles',
    versioned: true,
    problems: ['not-found', 'not-allowed', 'conflict'],
    params,
    body: GiveRoleInput,
    response: StaffBody,
    status: 200,
    async handler(ctx, { params, body }, call) {
      const account = await assignRole(ctx, params.id, call.requireVersion(), body);
      return { body: presentStaff(account), version: account.version };
    },
  }),
];
