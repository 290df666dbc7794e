import { z } from 'zod';
import { PERMISSIONS, type Permission } from '#src/permissions.ts';

const permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]);

export const SetRolePermissionsInput = z.strictObject({
  permissions: z
    .array(permission)
    .max(100)
    .transform((slugs) => [...new Set(slugs)])
    .meta({ description: 'All that the role may do from now on.', example: ['bookings.view', 'customers.view'] }),
});
export type SetRolePermissionsInput = z.input<typeof SetRolePermissionsInput>;
