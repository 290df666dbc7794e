import type { Ctx } from '#src/context.ts';
import type { Db, Transaction } from '#src/db/client.ts';
import { lockAccounts, selectStaffAccount, type StaffRow } from '#src/db/queries/staff.ts';
import { selectStaffRole } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';
import { authoriseStaff } from '../authorise.ts';

export interface ActingStaff {
  id: string;
  level: number;
  permissions: ReadonlySet<Permission>;
}

/**
 * Who acts, as they are now, locked until the transaction ends. What a request knows of its caller may be half a minute
 * old: too old for handing out power.
 * @throws AppError forbidden when the permission has been taken away meanwhile
 */
export async function lockActor(
  tx: Transaction,
  ctx: Ctx,
  permission: Permission,
  alsoLock: string[] = [],
): Promise<ActingStaff> {
  const { id } = authoriseStaff(ctx, permission);
  await lockAccounts(tx, ctx.company.id, [id, ...alsoLock]);
  const account = await selectStaffAccount(tx, ctx.company.id, id);
  const held = account?.status === 'active' ? await selectStaffRole(tx, id) : undefined;
  const permissions = new Set(held?.permissions);
  if (!held || !permissions.has(permission))
    throw new AppError({ code: 'forbidden', detail: `Your role does not allow this any more (${permission}).` });
  return { id, level: held.level, permissions };
}

/**
 * Who acts and the account acted on, both locked.
 * @throws AppError not-found | forbidden
 */
export async function lockStaff(
  tx: Transaction,
  ctx: Ctx,
  permission: Permission,
  userId: string,
): Promise<{ actor: ActingStaff; target: StaffRow & { level: number } }> {
  const actor = await lockActor(tx, ctx, permission, [userId]);
  const target = await findStaff(tx, ctx, userId);
  return { actor, target: { ...target, level: target.role?.level ?? 0 } };
}

/** @throws AppError not-found, also for customers and for accounts of other companies */
export async function findStaff(db: Db, ctx: Ctx, userId: string): Promise<StaffRow> {
  const account = await selectStaffAccount(db, ctx.company.id, userId);
  if (account) return account;
  throw new AppError({ code: 'not-found', detail: 'There is no such account on the operations side.' });
}
