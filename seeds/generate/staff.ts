import { PERMISSIONS, ROLE_TEMPLATES } from '#src/permissions.ts';
import { COMPANY_ID, type SeedClock } from './company.ts';
import { at, seedId } from './random.ts';
import type { SeedRows, UserRow } from './rows.ts';
import { APPROVED_OPS, type Users } from './users.ts';

/** Who of the staff does what in the seed. */
export interface Team {
  owner: UserRow;
  admin: UserRow;
  manager: UserRow;
  lead: UserRow;
  agent: UserRow;
}

/** The roles of the first four ops accounts. */
const OPS_ROLES = ['owner', 'operations_manager', 'team_lead', 'support_agent'];
const HOUR_MS = 3_600_000;

export const teamOf = ({ admin, ops }: Users): Team => ({
  admin,
  owner: at(ops, 0),
  manager: at(ops, 1),
  lead: at(ops, 2),
  agent: at(ops, 3),
});

/** The permissions, the roles that every company starts with, and a role each for five of the ops accounts. */
export function generateStaff(
  clock: SeedClock,
  { admin, ops }: Users,
): Pick<SeedRows, 'permissions' | 'roles' | 'rolePermissions' | 'staff'> {
  const createdAt = clock.at(-420, 12);
  const roles = ROLE_TEMPLATES.map(({ permissions: _permissions, ...template }) => ({
    id: seedId('rol', createdAt, template.slug),
    companyId: COMPANY_ID,
    ...template,
    version: 1,
    createdAt,
    updatedAt: createdAt,
  }));
  const idOf = new Map(roles.map((role) => [role.slug, role.id]));
  const members = [
    { user: admin, role: 'admin' },
    ...OPS_ROLES.slice(0, APPROVED_OPS).map((role, i) => ({ user: at(ops, i), role })),
  ];
  return {
    permissions: Object.entries(PERMISSIONS).map(([slug, description]) => ({
      slug,
      module: slug.slice(0, slug.indexOf('.')),
      description,
    })),
    roles,
    rolePermissions: ROLE_TEMPLATES.flatMap(({ slug, permissions }) =>
      permissions.map((permission) => ({ roleId: idOf.get(slug) ?? '', permission })),
    ),
    staff: members.map(({ user, role }) => {
      // The administrator was there first, and nobody stands above the owner.
      const isFirst = role === 'admin' || role === 'owner';
      const approvedAt = new Date(user.createdAt.getTime() + (isFirst ? 0 : 5 * HOUR_MS));
      return {
        id: seedId('stf', approvedAt, user.id),
        companyId: COMPANY_ID,
        userId: user.id,
        roleId: idOf.get(role) ?? '',
        status: 'active' as const,
        approvedBy: isFirst ? null : admin.id,
        approvedAt,
        createdAt: approvedAt,
        updatedAt: approvedAt,
      };
    }),
  };
}
