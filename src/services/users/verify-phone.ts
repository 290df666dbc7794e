import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { countWrongGuess, selectOpenAccountTokens, voidAccountTokens } from '#src/db/queries/accounts.ts';
import { lockAccount, updateAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { hashCode } from '../auth/secret.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { knownAccount } from './get-profile.ts';
import { VerifyPhoneInput } from './schemas.ts';

const GUESSES = 5;
const purpose = 'phone_verification' as const;

/** @throws AppError invalid | not-allowed (wrong code, or none that is still good) */
export async function verifyPhone(ctx: Ctx, raw: unknown): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const { code } = parse(VerifyPhoneInput, raw);
  const { deps, company, now } = ctx;
  const of = { companyId: company.id, userId: actor.id };

  // Answers instead of throwing, so that a wrong guess is counted; guesses made at once wait for each other.
  const refusal = await inTransaction(ctx.db, async (tx): Promise<string | undefined> => {
    knownAccount(await lockAccount(tx, company.id, actor.id));
    const [sent] = await selectOpenAccountTokens(tx, { ...of, purpose });
    if (!sent || sent.expiresAt <= now || sent.attempts >= GUESSES)
      return 'There is no code to enter: ask for a new one.';
    const right = timingSafeEqual(
      Buffer.from(hashCode(deps.config.JWT_SECRET, sent.id, code)),
      Buffer.from(sent.tokenHash),
    );
    if (!right) {
      await countWrongGuess(tx, company.id, sent.id);
      return sent.attempts + 1 < GUESSES ? 'This is not the code.' : 'This is not the code. Ask for a new one.';
    }
    await voidAccountTokens(tx, { ...of, purposes: [purpose] }, now);
    await updateAccount(tx, company.id, actor.id, { phoneVerifiedAt: now });
    await recordEvent(tx, ctx, { type: 'user.phone_verified', subject: { type: 'user', id: actor.id } });
    return undefined;
  });
  if (refusal !== undefined) throw new AppError({ code: 'not-allowed', detail: refusal });
}
