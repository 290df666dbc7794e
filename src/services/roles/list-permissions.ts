import type { Ctx } from '#src/context.ts';
import { PERMISSIONS, type Permission } from '#src/permissions.ts';
import { authoriseStaff } from '../authorise.ts';

export interface PermissionEntry {
  slug: Permission;
  module: string;
  description: string;
}

/** All that roles can be allowed to do. @throws AppError unauthenticated | forbidden */
export function listPermissions(ctx: Ctx): PermissionEntry[] {
  authoriseStaff(ctx, 'staff.view');
  return (Object.entries(PERMISSIONS) as [Permission, string][]).map(([slug, description]) => ({
    slug,
    module: slug.slice(0, slug.indexOf('.')),
    description,
  }));
}
