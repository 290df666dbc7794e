import { z } from 'zod';
import { listPermissions } from '#src/services/roles/list-permissions.ts';
import { listRoles } from '#src/services/roles/list-roles.ts';
import { SetRolePermissionsInput } from '#src/services/roles/schemas.ts';
import { setRolePermissions } from '#src/services/roles/set-role-permissions.ts';
import { presentRole } from '../presenters/staff.ts';
import { defineRoute, type Route } from '../route.ts';
import { PermissionsBody, RoleBody, RolesBody } from '../schemas/ops.ts';

export const opsRoleRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/roles',
    summary: 'The roles of the company with what they may do, highest first.',
    auth: 'staff',
    permission: 'staff.view',
    query: z.strictObject({}),
    response: RolesBody,
    status: 200,
    handler: async (ctx) => ({ body: { items: (await listRoles(ctx)).map(presentRole) } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/permissions',
    summary: 'All that a role can be allowed to do.',
    auth: 'staff',
    permission: 'staff.view',
    query: z.strictObject({}),
    response: PermissionsBody,
    status: 200,
    handler: async (ctx) => ({ body: { items: listPermissions(ctx) } }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/ops/roles/{slug}/permissions',
    summary: 'Decide what a role of a lower level may do; nobody passes on what they may not do themselves.',
    auth: 'staff',
    permission: 'staff.assign_roles',
    versioned: true,
    problems: ['not-found'],
    params: z.strictObject({ slug: z.string().meta({ example: 'support_agent' }) }),
    body: SetRolePermissionsInput,
    response: RoleBody,
    status: 200,
    async handler(ctx, { params, body }, call) {
      const role = await setRolePermissions(ctx, params.slug, call.requireVersion(), body);
      return { body: presentRole(role), version: role.version };
    },
  }),
];
