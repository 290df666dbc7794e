import type { Actor } from '#src/context.ts';
import type { UserRow } from '#src/db/queries/users.ts';

/** The account's actor, by the role it has now. */
export function actorOf({ id, name, role }: Pick<UserRow, 'id' | 'name' | 'role'>): Extract<Actor, { name: string }> {
  return role === 'customer' ? { kind: 'customer', id, name } : { kind: 'staff', id, name, role };
}
