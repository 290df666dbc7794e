import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { POLICY_QUESTIONS } from '../data/dialogues-policy.ts';
import { plan, type SeedInput } from '../plan.ts';
import { policyAnswers } from './policy-answers.ts';
import type { SeedRows } from './rows.ts';

const SEED_DATE = '2026-11-20';

let documents: SeedInput['documents'];
let rows: SeedRows;

beforeAll(async () => {
  documents = await loadKnowledge(join(import.meta.dirname, '../knowledge'));
  rows = plan({ seedDate: SEED_DATE, documents });
});

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]));

describe('seeded conversations', () => {
  it('number their messages 1, 2, 3 …, each pair a finished turn', () => {
    const messages = Map.groupBy(rows.messages, (row) => row.conversationId);
    const turns = byId(rows.turns);
    for (const conversation of rows.conversations) {
      const theirs = messages.get(conversation.id) ?? [];
      expect(theirs.map((row) => row.seq)).toEqual(Array.from({ length: conversation.messageCount }, (_, i) => i + 1));
      expect(theirs.length).toBeGreaterThan(0);
      for (const [i, message] of theirs.entries()) {
        expect(message.role).toBe(i % 2 === 0 ? 'user' : 'assistant');
        expect(turns.get(message.turnId ?? '')?.status).toBe('finished');
        expect(message.text.trim()).not.toBe('');
        if (message.role === 'user') continue;
        expect(message.intents?.[0]?.confidence).toBeGreaterThan(0.5);
        expect([message.maker, message.latencyMs, message.tokensOut].every(Boolean)).toBe(true);
      }
      expect(conversation.lastMessageAt).toEqual(theirs.at(-1)?.createdAt);
      expect((conversation.userId === null) !== (conversation.guestId === null)).toBe(true);
    }
  });

  it('hold the receipt of each booking that was made in one', () => {
    const events = byId(rows.events);
    const fromChat = rows.bookings.filter((booking) => booking.conversationId !== null);
    expect(fromChat).toHaveLength(42);
    for (const booking of fromChat) {
      const effects = rows.messages
        .filter((row) => row.conversationId === booking.conversationId)
        .flatMap((row) => row.payload?.effects ?? []);
      expect(effects).toHaveLength(1);
      const event = events.get(effects[0]?.eventId ?? '');
      expect([event?.type, event?.subjectId, event?.createdAt]).toEqual([
        'booking.created',
        booking.id,
        booking.createdAt,
      ]);
    }
    const created = rows.events.filter((event) => event.type === 'booking.created').map((event) => event.subjectId);
    expect(created.toSorted()).toEqual(rows.bookings.map((booking) => booking.id).toSorted());
    const finished = rows.events.filter((event) => event.type === 'turn.finished').map((event) => event.subjectId);
    expect(finished.toSorted()).toEqual(rows.turns.map((turn) => turn.id).toSorted());
  });

  it('answer questions about the rules in the words of the documents', () => {
    expect(policyAnswers(documents)).toHaveLength(POLICY_QUESTIONS.length);
    const passages = rows.messages
      .flatMap((row) => row.payload?.parts ?? [])
      .flatMap((part) => part.sources)
      .filter((source) => source.kind === 'passage');
    expect(passages.length).toBeGreaterThan(50);
    for (const { documentId, start, end, quote } of passages)
      expect(documents.find((document) => document.id === documentId)?.source.slice(start, end)).toBe(quote);
  });
});
