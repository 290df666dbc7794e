import { AppError } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';

export interface Rank {
  id: string;
  /** 1–100; 0 without a role. */
  level: number;
}

interface Powers extends Rank {
  permissions: ReadonlySet<Permission>;
}

/**
 * Staff act on those of a lower level. So nobody can remove the highest, and a company always keeps one who can do all.
 * @throws AppError forbidden
 */
export function assertOutranks(actor: Rank, target: Rank): void {
  if (actor.level > target.level) return;
  throw new AppError({ code: 'forbidden', detail: 'This account is of your own level or above it.' });
}

/**
 * Staff give roles of a lower level than their own, and never a role that may do what they themselves may not.
 * @throws AppError forbidden
 */
export function assertMayGive(actor: Powers, role: { level: number; permissions: readonly Permission[] }): void {
  if (actor.level <= role.level)
    throw new AppError({ code: 'forbidden', detail: 'This role is of your own level or above it.' });
  assertHolds(actor, role.permissions, 'This role may do what you may not');
}

/** @throws AppError forbidden, naming what the actor lacks */
export function assertHolds(actor: Powers, permissions: readonly Permission[], because: string): void {
  const lacking = permissions.filter((permission) => !actor.permissions.has(permission));
  if (lacking.length === 0) return;
  throw new AppError({ code: 'forbidden', detail: `${because}: ${lacking.join(', ')}.` });
}

/** @throws AppError not-allowed */
export function assertNotSelf(actor: Rank, target: Rank, what: string): void {
  if (actor.id !== target.id) return;
  throw new AppError({ code: 'not-allowed', detail: `You cannot ${what} yourself.` });
}
