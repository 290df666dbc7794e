import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import { insertOpsAccount } from '#src/db/queries/staff.ts';
import { newId } from '#src/ids.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertStrong } from '../users/assert-password.ts';
import { inEvenTime } from '../users/in-even-time.ts';
import type { Visitor } from '../visitor.ts';
import { RegisterStaffInput } from './schemas.ts';

/** Several times what the work takes. */
const EVEN_MS = 250;

/**
 * Asks for an account on the operations side: it can do nothing until it is approved. Nobody learns by the answer, nor by
 * its time, whose e-mail address or number is known here; with one that is, nothing is made.
 * @throws AppError invalid
 */
export async function registerStaff(visitor: Visitor, raw: RegisterStaffInput): Promise<void> {
  const input = parse(RegisterStaffInput, raw);
  assertStrong(input.password, input);
  await inEvenTime(EVEN_MS, () => makeAccount(visitor, input));
}

async function makeAccount(visitor: Visitor, { name, email, phone, password }: RegisterStaffInput): Promise<void> {
  const { company, now } = visitor;
  const passwordHash = await hashPassword(password);
  const id = newId('user', now);
  try {
    await inTransaction(visitor.db, async (tx) => {
      const made = { companyId: company.id, createdAt: now, updatedAt: now };
      await insertOpsAccount(tx, { ...made, id, name, email, phone, passwordHash });
      const ctx = { ...visitor, actor: { kind: 'system' as const } };
      await recordEvent(tx, ctx, { type: 'staff.registered', subject: { type: 'user', id } });
    });
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
  }
}
