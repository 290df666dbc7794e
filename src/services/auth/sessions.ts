import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Actor, Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import {
  insertRefreshToken,
  insertStaffSession,
  revokeSessionsOf,
  touchStaffSession,
  type SessionsOf,
} from '#src/db/queries/accounts.ts';
import { newId } from '#src/ids.ts';
import { hashSecret, newSecret } from './secret.ts';
import { issueToken } from './tokens.ts';

export interface SessionTokens {
  accessToken: string;
  /** Life of the access token, seconds. */
  expiresIn: number;
  /** Good for one use; the answer to it brings the next. */
  refreshToken: string;
}

/** Where a sign-in comes from. */
export interface Origin {
  /** Network address of the client. */
  ip: string;
  userAgent?: string | undefined;
}

type Account = Extract<Actor, { name: string }>;

/** Begins a sign-in. That of one of the staff is listed in `staff_sessions` under the same id. */
export async function openSession(
  tx: Transaction,
  ctx: Omit<Ctx, 'actor'>,
  actor: Account,
  from: Origin,
): Promise<SessionTokens> {
  const sessionId = newId('signIn', ctx.now);
  if (actor.kind === 'staff')
    await insertStaffSession(tx, {
      id: sessionId,
      companyId: ctx.company.id,
      userId: actor.id,
      ip: isIP(from.ip) ? from.ip : null,
      userAgent: from.userAgent?.slice(0, 255) ?? null,
      lastSeenAt: ctx.now,
      expiresAt: refreshExpiry(ctx),
      createdAt: ctx.now,
    });
  return issueTokens(tx, ctx, actor, sessionId);
}

/** The next pair of tokens of a sign-in that goes on. */
export async function continueSession(
  tx: Transaction,
  ctx: Omit<Ctx, 'actor'>,
  actor: Account,
  sessionId: string,
): Promise<SessionTokens> {
  if (actor.kind === 'staff') {
    const seen = { companyId: ctx.company.id, id: sessionId, lastSeenAt: ctx.now, expiresAt: refreshExpiry(ctx) };
    await touchStaffSession(tx, seen);
  }
  return issueTokens(tx, ctx, actor, sessionId);
}

/**
 * Revokes sign-ins of an account. Their access tokens end with `denySessions`, after the transaction.
 * @returns the ids of the sessions that ended by this
 */
export function endSessions(
  tx: Transaction,
  ctx: Pick<Ctx, 'company' | 'now'>,
  which: Omit<SessionsOf, 'companyId'>,
): Promise<string[]> {
  return revokeSessionsOf(tx, { ...which, companyId: ctx.company.id }, ctx.now);
}

async function issueTokens(
  tx: Transaction,
  { deps, company, now }: Omit<Ctx, 'actor'>,
  actor: Account,
  sessionId: string,
): Promise<SessionTokens> {
  const { JWT_SECRET, ACCESS_TOKEN_TTL_SECONDS } = deps.config;
  const refreshToken = newSecret();
  await insertRefreshToken(tx, {
    id: newId('refreshToken', now),
    companyId: company.id,
    userId: actor.id,
    familyId: sessionId,
    tokenHash: hashSecret(refreshToken),
    expiresAt: refreshExpiry({ deps, now }),
    createdAt: now,
  });
  const scope = { secret: JWT_SECRET, companyId: company.id, now };
  const claims = { kind: actor.kind, sub: actor.id, jti: randomUUID(), sid: sessionId };
  const accessToken = issueToken(scope, claims, ACCESS_TOKEN_TTL_SECONDS);
  return { accessToken, expiresIn: ACCESS_TOKEN_TTL_SECONDS, refreshToken };
}

function refreshExpiry({ deps, now }: Pick<Ctx, 'deps' | 'now'>): Date {
  return new Date(now.getTime() + deps.config.REFRESH_TOKEN_TTL_SECONDS * 1_000);
}
