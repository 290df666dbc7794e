import type { Actor } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectStaffRole, type UserRow } from '#src/db/queries/users.ts';

/** The account's actor, with the role and permissions that it has now. One query for ops accounts, none for customers. */
export async function actorOf(
  db: Db,
  { id, name, role }: Pick<UserRow, 'id' | 'name' | 'role'>,
): Promise<Extract<Actor, { name: string }>> {
  if (role === 'customer') return { kind: 'customer', id, name };
  const held = await selectStaffRole(db, id);
  return {
    kind: 'staff',
    id,
    name,
    role: held?.role ?? null,
    level: held?.level ?? 0,
    permissions: new Set(held?.permissions),
  };
}
