import type { Actor, Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';

/**
 * First line of every verb: the actor must be of one of these kinds.
 * @throws AppError unauthenticated for a guest who would have to sign in, forbidden otherwise
 */
export function authorise<K extends Actor['kind']>(ctx: Ctx, ...kinds: K[]): Extract<Actor, { kind: K }> {
  const { actor } = ctx;
  if ((kinds as string[]).includes(actor.kind)) return actor as Extract<Actor, { kind: K }>;
  if (actor.kind === 'guest') throw new AppError({ code: 'unauthenticated', detail: 'Please sign in to do this.' });
  throw new AppError({ code: 'forbidden', detail: 'Your account may not do this.' });
}

type StaffActor = Extract<Actor, { kind: 'staff' }>;

/**
 * For verbs of the staff: they must hold the permission.
 * @throws AppError unauthenticated for a guest, forbidden otherwise
 */
export function authoriseStaff(ctx: Ctx, permission: Permission): StaffActor {
  const actor = authorise(ctx, 'staff');
  if (!actor.permissions.has(permission))
    throw new AppError({ code: 'forbidden', detail: `Your role does not allow this (${permission}).` });
  return actor;
}

/**
 * For verbs that customers use on what is theirs and staff on everybody's: who acts, and whose things they may touch
 * (`undefined`: everybody's). Queries take `onlyOf`, so that a foreign id is simply not found.
 * @throws AppError unauthenticated for a guest, forbidden for staff without the permission
 */
export function authoriseOwnerOr(
  ctx: Ctx,
  permission: Permission,
): { actor: Extract<Actor, { kind: 'customer' }> | StaffActor; onlyOf: string | undefined } {
  const actor = authorise(ctx, 'customer', 'staff');
  if (actor.kind === 'customer') return { actor, onlyOf: actor.id };
  return { actor: authoriseStaff(ctx, permission), onlyOf: undefined };
}
