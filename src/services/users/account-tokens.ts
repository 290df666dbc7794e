import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import {
  insertAccountToken,
  selectTokenTimes,
  voidAccountTokens,
  type TokenPurpose,
} from '#src/db/queries/accounts.ts';
import { newId } from '#src/ids.ts';
import { hashCode, hashSecret, newCode, newSecret } from '../auth/secret.ts';

const MINUTE_MS = 60_000;
const LIFE_MS: Record<TokenPurpose, number> = {
  password_reset: 30 * MINUTE_MS,
  email_verification: 24 * 60 * MINUTE_MS,
  phone_verification: 10 * MINUTE_MS,
};
/** Nobody is sent the same kind of message more often: within a minute, and within an hour. */
const PAUSE_MS = MINUTE_MS;
const PER_HOUR = 5;

/**
 * How long until another of this purpose may be sent, seconds; 0 for now. The caller has locked the account, so that two
 * requests at once do not both get through.
 */
export async function sendPause(
  tx: Transaction,
  { company, now }: Pick<Ctx, 'company' | 'now'>,
  userId: string,
  purpose: TokenPurpose,
): Promise<number> {
  const hourAgo = now.getTime() - 60 * MINUTE_MS;
  const sent = await selectTokenTimes(tx, { companyId: company.id, userId, purpose, since: new Date(hourAgo) });
  const [last] = sent;
  if (!last) return 0;
  const freeAt = Math.max(last.getTime() + PAUSE_MS, (sent[PER_HOUR - 1]?.getTime() ?? 0) + 60 * MINUTE_MS);
  return Math.max(0, Math.ceil((freeAt - now.getTime()) / 1_000));
}

/** Makes what is sent to prove something: a secret, or for phones a code of six digits. Earlier ones end. */
export async function issueAccountToken(
  tx: Transaction,
  { deps, company, now }: Pick<Ctx, 'deps' | 'company' | 'now'>,
  userId: string,
  purpose: TokenPurpose,
): Promise<string> {
  await voidAccountTokens(tx, { companyId: company.id, userId, purposes: [purpose] }, now);
  const id = newId('accountToken', now);
  const isCode = purpose === 'phone_verification';
  const secret = isCode ? newCode() : newSecret();
  await insertAccountToken(tx, {
    id,
    companyId: company.id,
    userId,
    purpose,
    tokenHash: isCode ? hashCode(deps.config.JWT_SECRET, id, secret) : hashSecret(secret),
    expiresAt: new Date(now.getTime() + LIFE_MS[purpose]),
    createdAt: now,
  });
  return secret;
}
