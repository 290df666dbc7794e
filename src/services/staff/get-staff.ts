import type { Ctx } from '#src/context.ts';
import type { StaffRow } from '#src/db/queries/staff.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { findStaff } from './lock-staff.ts';

/** @throws AppError unauthenticated | forbidden | not-found */
export async function getStaff(ctx: Ctx, userId: string): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.view');
  assertKey(userId, 'There is no such account on the operations side.');
  return findStaff(ctx.db, ctx, userId);
}
