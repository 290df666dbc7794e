import type { Actor, Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

/**
 * First line of every verb: the actor must be of one of these kinds.
 * @throws AppError unauthenticated for a guest who would have to sign in, forbidden otherwise
 */
export function authorise<K extends Actor['kind']>(ctx: Ctx, ...kinds: K[]): Extract<Actor, { kind: K }> {
  const { actor } = ctx;
  if ((kinds as string[]).includes(actor.kind)) return actor as Extract<Actor, { kind: K }>;
  if (actor.kind === 'guest') throw new AppError({ code: 'unauthenticated', detail: 'Please sign in to do this.' });
  throw new AppError({ code: 'forbidden', detail: 'Your account may not do this.' });
}
