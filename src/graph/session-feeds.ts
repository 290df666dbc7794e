import { EventEmitter, once } from 'node:events';
import type { Ctx } from '#src/context.ts';
import type { NotedMessage, SpeakerRow } from '#src/db/queries/messages.ts';
import { openSession, readSession } from '#src/services/conversations/read-session.ts';
import { sessionChannel, type SessionHint, type Side } from '#src/services/conversations/tell-session.ts';
import type { Wire } from './wire.ts';

/** What those who follow a conversation see: the first event says how it stands. */
export type SessionEvent =
  | { type: 'speaker'; speaker: SpeakerRow['speaker']; handoff: 'waiting' | 'active' | 'none'; lastSeq: number }
  | { type: 'message'; message: NotedMessage }
  | { type: 'typing'; by: Side };

/** `side`: as whom it is followed; staff see notes as well. */
export interface FollowedSession {
  side: Side;
  events: AsyncIterable<SessionEvent>;
}

/** Word of news may get lost: whoever follows looks for himself after this. */
const LOOK_AGAIN_MS = 3_000;
/** After so long the client comes back, and is asked anew who it is. */
const LONGEST_MS = 10 * 60_000;

/**
 * Follows a conversation beside its turns: messages of people, who speaks, who writes. The database is what counts; Redis
 * only says when to look.
 * @param afterSeq the last message that the client has; 0 for one that wants only what comes from now on
 * @throws AppError not-found before the first event
 */
export async function followSession(
  wire: Wire,
  ctx: Ctx,
  { sessionId, afterSeq, signal: left }: { sessionId: string; afterSeq: number; signal: AbortSignal },
): Promise<FollowedSession> {
  const reader = await openSession(ctx, sessionId);
  const signal = AbortSignal.any([left, AbortSignal.timeout(LONGEST_MS)]);
  return { side: reader.side, events: events() };

  async function* events(): AsyncGenerator<SessionEvent> {
    const news = new EventEmitter();
    let writes: Side | undefined;
    let isNews = true;
    const leave = await wire.listen(sessionChannel(sessionId), (text) => {
      const hint = JSON.parse(text) as SessionHint;
      if (hint.type === 'typing') writes = hint.by;
      else isNews = true;
      news.emit('news');
    });
    const timer = setInterval(() => {
      isNews = true;
      news.emit('news');
    }, LOOK_AGAIN_MS);
    let seen = afterSeq || reader.messageCount;
    let told = '';
    try {
      while (!signal.aborted) {
        if (isNews) {
          isNews = false;
          const read = await readSession(ctx, reader, seen);
          if (!read) return;
          const { messages, messageCount: lastSeq, speaker } = read;
          const handoff = read.handoff === 'waiting' || read.handoff === 'active' ? read.handoff : 'none';
          for (const message of messages) yield { type: 'message', message };
          // A page that was full has more behind it; notes that the reader does not see count as seen.
          const last = messages.at(-1)?.seq ?? seen;
          const isMore = messages.length > 0 && last < lastSeq;
          isNews ||= isMore;
          seen = isMore ? last : Math.max(last, lastSeq);
          if (told !== `${speaker} ${handoff}`) yield { type: 'speaker', speaker, handoff, lastSeq };
          told = `${speaker} ${handoff}`;
        } else if (writes) {
          const by = writes;
          writes = undefined;
          if (by !== reader.side) yield { type: 'typing', by };
        } else await once(news, 'news', { signal }).catch(() => {});
      }
    } finally {
      clearInterval(timer);
      leave();
    }
  }
}
