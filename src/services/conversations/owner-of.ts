import type { Actor } from '#src/context.ts';
import type { Owner } from '#src/db/queries/conversations.ts';

/** As whom an actor owns conversations. */
export function ownerOf(actor: Exclude<Actor, { kind: 'system' }>): Owner {
  return actor.kind === 'guest' ? { guestId: actor.id } : { userId: actor.id };
}
