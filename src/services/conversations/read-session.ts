import type { Ctx } from '#src/context.ts';
import type { Owner } from '#src/db/queries/conversations.ts';
import { selectMessagesAfter, selectSpeaker, type NotedMessage, type SpeakerRow } from '#src/db/queries/messages.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { recordActivity } from '../record-event.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';
import type { Side } from './tell-session.ts';

/** A reader of a conversation: its owner, or staff who may read conversations. */
export interface SessionReader {
  conversationId: string;
  side: Side;
  owner: Owner | undefined;
}

const detail = 'There is no such conversation.';

/**
 * On which side of a conversation the actor is.
 * @throws AppError not-found, also for a conversation of somebody else
 */
export async function findSide(ctx: Ctx, conversationId: string): Promise<SessionReader & SpeakerRow> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  assertKey(conversationId, detail);
  const owner = ownerOf(actor);
  const own = await selectSpeaker(ctx.db, { companyId: ctx.company.id, conversationId, owner });
  if (own) return { conversationId, side: 'customer', owner, ...own };
  const isReader = actor.kind === 'staff' && actor.permissions.has('conversations.view');
  const foreign = isReader
    ? await selectSpeaker(ctx.db, { companyId: ctx.company.id, conversationId, owner: undefined })
    : undefined;
  if (!foreign) throw new AppError({ code: 'not-found', detail });
  return { conversationId, side: 'person', owner: undefined, ...foreign };
}

/**
 * Lets the actor follow a conversation. That staff read it is in their activity log.
 * @throws AppError not-found, also for a conversation of somebody else
 */
export async function openSession(ctx: Ctx, conversationId: string): Promise<SessionReader & SpeakerRow> {
  const reader = await findSide(ctx, conversationId);
  if (reader.side === 'person')
    await recordActivity(ctx.db, ctx, {
      action: 'conversation.viewed',
      subject: { type: 'conversation', id: conversationId },
    });
  return reader;
}

/** Messages that are read at a time. */
const PAGE = 100;

/**
 * What is new in a conversation after a place, and who speaks; undefined when it is gone, or another's by now. Two queries.
 */
export async function readSession(
  ctx: Ctx,
  { conversationId, owner, side }: SessionReader,
  afterSeq: number,
): Promise<(SpeakerRow & { messages: NotedMessage[] }) | undefined> {
  const speaking = await selectSpeaker(ctx.db, { companyId: ctx.company.id, conversationId, owner });
  if (!speaking) return undefined;
  const isNew = speaking.messageCount > afterSeq;
  const withNotes = side === 'person';
  const messages = isNew ? await selectMessagesAfter(ctx.db, { conversationId, afterSeq, withNotes, limit: PAGE }) : [];
  return { ...speaking, messages };
}
