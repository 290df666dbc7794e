import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { denyToken } from './denylist.ts';
import { endSessions } from './sessions.ts';
import type { Claims } from './tokens.ts';

/**
 * Ends the sign-in of this access token: no refresh token of it works any more, nor any access token.
 * @throws AppError unauthenticated | unavailable (without Redis the access tokens could not be ended; safe to repeat)
 */
export async function logout(ctx: Ctx, claims: Claims): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const { sid } = claims;
  await inTransaction(ctx.db, async (tx) => {
    if (sid !== undefined) await endSessions(tx, ctx, { userId: actor.id, only: sid });
    await recordEvent(tx, ctx, {
      type: 'user.logged_out',
      subject: { type: 'user', id: actor.id },
      data: { sessionId: sid ?? null },
    });
  });
  await denyToken(ctx, claims);
}
