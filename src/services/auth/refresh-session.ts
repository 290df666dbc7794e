import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { lockRefreshToken, markRefreshTokenUsed, type RefreshTokenRow } from '#src/db/queries/accounts.ts';
import { selectUser } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { actorOf } from './actor-of.ts';
import { denySessions } from './denylist.ts';
import { RefreshInput } from './schemas.ts';
import { hashSecret } from './secret.ts';
import { continueSession, endSessions } from './sessions.ts';
import { publicUser, type SignedIn } from './sign-in.ts';

type Outcome = { renewed: SignedIn } | { refused: AppError; ended?: string[] };

/**
 * Exchanges a refresh token for the next pair. One that has been used before is in two hands, so the sign-in that it
 * belongs to ends, with its access tokens.
 * @throws AppError unauthenticated | token-expired | invalid
 */
export async function refreshSession(ctx: Omit<Ctx, 'actor'>, input: unknown): Promise<SignedIn> {
  const { refreshToken } = parse(RefreshInput, input);
  const outcome = await inTransaction(ctx.db, (tx) => rotate(tx, ctx, hashSecret(refreshToken)));
  if ('renewed' in outcome) return outcome.renewed;
  await denySessions(ctx, outcome.ended ?? []);
  throw outcome.refused;
}

/** Answers instead of throwing, so that the end of a sign-in is committed. */
async function rotate(tx: Transaction, ctx: Omit<Ctx, 'actor'>, tokenHash: string): Promise<Outcome> {
  const token = await lockRefreshToken(tx, ctx.company.id, tokenHash);
  const user = token && (await selectUser(tx, ctx.company.id, token.userId));
  if (!token || !user || token.revokedAt || user.status !== 'active' || issuedTooEarly(token, user.tokensValidFrom))
    return { refused: new AppError({ code: 'unauthenticated', detail: 'Please sign in again.' }) };
  if (token.expiresAt <= ctx.now)
    return { refused: new AppError({ code: 'token-expired', detail: 'Please sign in again.' }) };

  const actor = await actorOf(tx, user);
  const by = { ...ctx, actor };
  const subject = { type: 'user', id: user.id };
  const data = { sessionId: token.familyId };
  if (token.usedAt) {
    const ended = await endSessions(tx, ctx, { userId: user.id, only: token.familyId });
    await recordEvent(tx, by, { type: 'user.refresh_token_reused', subject, data });
    const detail = 'This refresh token has been used before. Please sign in again.';
    return { refused: new AppError({ code: 'unauthenticated', detail }), ended };
  }
  await markRefreshTokenUsed(tx, ctx.company.id, token.id, ctx.now);
  const tokens = await continueSession(tx, ctx, actor, token.familyId);
  await recordEvent(tx, by, { type: 'user.session_renewed', subject, data });
  return { renewed: { ...tokens, user: publicUser(user) } };
}

function issuedTooEarly(token: RefreshTokenRow, validFrom: Date | null): boolean {
  return validFrom !== null && token.createdAt < validFrom;
}
