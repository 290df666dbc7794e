import type { Actor } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import {
  completeIdempotencyKey,
  deleteIdempotencyKey,
  insertIdempotencyKey,
  selectIdempotencyKey,
} from '#src/db/queries/idempotency-keys.ts';
import { AppError } from '#src/errors.ts';
import type { Visitor } from '../visitor.ts';
import { assertSameRequest, KEPT_MS, requestKey, type KeyedRequest } from './request-key.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

/** A request that died on the way frees its key after this. */
const UNFINISHED_MS = 60_000;

/**
 * Runs `work` for the first request with a key, and gives its answer (anything that JSON can hold) to every later one with
 * the same input. A request that failed leaves the key free, so that it can be tried again.
 * @throws AppError invalid (the key) | idempotency-mismatch (used for another request) | conflict (still being worked on)
 */
export async function answerOnce<T extends { status: number }>(
  ctx: Visitor & { actor?: Actor },
  request: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> {
  const secret = ctx.deps.config.JWT_SECRET;
  const key = requestKey(ctx, request);
  try {
    const expiresAt = new Date(ctx.now.getTime() + UNFINISHED_MS);
    await inTransaction(ctx.db, (tx) => insertIdempotencyKey(tx, { ...key, expiresAt, createdAt: ctx.now }));
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    const row = await selectIdempotencyKey(ctx.db, key);
    if (row) assertSameRequest(row, key);
    if (!row || row.status === null)
      throw new AppError({
        code: 'conflict',
        detail: 'The first request is still being worked on.',
        data: { retryAfterSeconds: 1 },
      });
    return openAnswer(secret, request, String(row.response)) as T;
  }
  let answer: T;
  try {
    answer = await work();
  } catch (error) {
    await inTransaction(ctx.db, (tx) => deleteIdempotencyKey(tx, key));
    throw error;
  }
  const expiresAt = new Date(ctx.now.getTime() + KEPT_MS);
  const done = { status: answer.status, response: sealAnswer(secret, request, answer), expiresAt };
  await inTransaction(ctx.db, (tx) => completeIdempotencyKey(tx, key, done));
  return answer;
}
