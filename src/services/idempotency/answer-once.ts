import { createHash } from 'node:crypto';
import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import {
  completeIdempotencyKey,
  deleteIdempotencyKey,
  insertIdempotencyKey,
  selectIdempotencyKey,
} from '#src/db/queries/idempotency-keys.ts';
import { AppError } from '#src/errors.ts';

const KEY = /^[\x21-\x7e]{1,128}$/;
const KEPT_MS = 24 * 3_600_000;
/** A request that died on the way frees its key after this. */
const UNFINISHED_MS = 60_000;

export interface Answered {
  status: number;
  body: unknown;
}

/**
 * Runs `work` for the first request with a key, and gives its answer to every later one with the same body. A request
 * that failed leaves the key free, so that it can be tried again.
 * @throws AppError invalid (the key) | idempotency-mismatch (used for another request) | conflict (still being worked on)
 */
export async function answerOnce(
  ctx: Ctx,
  request: { key: string; route: string; body: unknown },
  work: () => Promise<Answered>,
): Promise<Answered> {
  if (!KEY.test(request.key))
    throw new AppError({ code: 'invalid', detail: 'Idempotency-Key must have 1 to 128 visible ASCII characters.' });
  const key = {
    companyId: ctx.company.id,
    actorId: ctx.actor.kind === 'system' ? 'system' : ctx.actor.id,
    idempotencyKey: request.key,
  };
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url');
  try {
    const expiresAt = new Date(ctx.now.getTime() + UNFINISHED_MS);
    const row = { ...key, route: request.route, bodyHash, expiresAt, createdAt: ctx.now };
    await inTransaction(ctx.db, (tx) => insertIdempotencyKey(tx, row));
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    const row = await selectIdempotencyKey(ctx.db, key);
    if (row && (row.route !== request.route || row.bodyHash !== bodyHash))
      throw new AppError({
        code: 'idempotency-mismatch',
        detail: 'This Idempotency-Key was used for another request.',
      });
    if (!row || row.status === null)
      throw new AppError({
        code: 'conflict',
        detail: 'The first request is still being worked on.',
        data: { retryAfterSeconds: 1 },
      });
    return { status: row.status, body: row.response };
  }
  let answer: Answered;
  try {
    answer = await work();
  } catch (error) {
    await inTransaction(ctx.db, (tx) => deleteIdempotencyKey(tx, key));
    throw error;
  }
  const expiresAt = new Date(ctx.now.getTime() + KEPT_MS);
  const done = { status: answer.status, response: answer.body, expiresAt };
  await inTransaction(ctx.db, (tx) => completeIdempotencyKey(tx, key, done));
  return answer;
}
