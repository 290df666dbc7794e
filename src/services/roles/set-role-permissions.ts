import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { changeRolePermissions, countHolders, lockRole, selectRole } from '#src/db/queries/roles.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertVersion } from '../staff/assert-version.ts';
import { lockActor } from '../staff/lock-staff.ts';
import { assertHolds } from '../staff/policy.ts';
import type { Role } from './list-roles.ts';
import { SetRolePermissionsInput } from './schemas.ts';

const SLUG = /^[a-z][a-z0-9_]{0,39}$/;

/**
 * Decides what a role of a lower level may do; it counts within half a minute. Nobody passes on what they do not hold;
 * what the role had already may stay.
 * @param version the one that was read
 * @throws AppError unauthenticated | forbidden | not-found | invalid | precondition-failed
 */
export async function setRolePermissions(
  ctx: Ctx,
  slug: string,
  version: number,
  raw: SetRolePermissionsInput,
): Promise<Role> {
  authoriseStaff(ctx, 'staff.assign_roles');
  const { permissions } = parse(SetRolePermissionsInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const actor = await lockActor(tx, ctx, 'staff.assign_roles');
    if (SLUG.test(slug)) await lockRole(tx, ctx.company.id, slug);
    const role = SLUG.test(slug) ? await selectRole(tx, ctx.company.id, slug) : undefined;
    if (!role) throw new AppError({ code: 'not-found', detail: 'There is no such role.' });
    if (role.level >= actor.level)
      throw new AppError({ code: 'forbidden', detail: 'This role is of your own level or above it.' });
    assertVersion(role, version);
    const added = permissions.filter((permission) => !role.permissions.includes(permission));
    const removed = role.permissions.filter((permission) => !permissions.includes(permission));
    assertHolds(actor, added, 'You cannot give what you may not do yourself');
    if (added.length + removed.length > 0) {
      await changeRolePermissions(tx, role.id, { added, removed, at: ctx.now });
      await recordEvent(tx, ctx, {
        type: 'role.permissions_changed',
        subject: { type: 'role', id: role.id },
        data: { role: slug, added, removed },
      });
    }
    const changed = (await selectRole(tx, ctx.company.id, slug)) ?? role;
    const holders = await countHolders(tx, ctx.company.id);
    return { ...changed, holders: holders.get(role.id) ?? 0 };
  });
}
