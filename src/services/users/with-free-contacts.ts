import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf } from '#src/db/client.ts';
import { selectTakenContacts } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';

const WHAT = { email: 'e-mail address', phone: 'phone number' };

/**
 * Runs a write that gives an account these contacts. Of two that take the same at once, the database lets one through.
 * @throws AppError conflict naming the field that belongs to another account
 */
export async function withFreeContacts<T>(
  { db, company }: Pick<Ctx, 'db' | 'company'>,
  contacts: { email: string; phone: string },
  exceptId: string | undefined,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    const taken = await selectTakenContacts(db, company.id, contacts, exceptId);
    if (taken.length === 0) throw error;
    throw new AppError({
      code: 'conflict',
      detail: `There is an account with this ${taken.map((contact) => WHAT[contact]).join(' and this ')} already.`,
      issues: taken.map((contact) => ({ pointer: `/${contact}`, detail: 'belongs to an account already' })),
    });
  }
}
