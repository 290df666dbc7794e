import { confirmExchange, untilQuote, type ReceiptOf } from './talk-booking.ts';
import type { SeededBooking } from './bookings.ts';
import { COMPANY_ID } from './company.ts';
import { enquiry, framed, policyRound, type EnquiryWorld } from './enquiries.ts';
import { MAKER, type Exchange, type Talk } from './exchange.ts';
import { createRandom, seedId } from './random.ts';
import type { ConversationRow, MessageRow, TurnRow } from './rows.ts';

/** A turn is a customer's message and the assistant's: 1,192 messages. */
const TURNS = 596;
const TITLE_LENGTH = 60;

export interface ConversationRows {
  conversations: ConversationRow[];
  turns: TurnRow[];
  messages: MessageRow[];
  /** Where bookings were made, by booking id. */
  madeIn: Map<string, { conversationId: string; turnId: string }>;
}

/** Conversations with 596 turns: one for each booking from the chat, and enquiries of many kinds. */
export function generateConversations(world: EnquiryWorld, receiptOf: ReceiptOf): ConversationRows {
  const talks: (Talk & { bookingId?: string })[] = world.bookings
    .filter((booking) => booking.fromChat)
    .map((booking) => ({ ...bookingTalk(world, booking, receiptOf), bookingId: booking.row.id }));
  if (world.policies.length < 10) throw new Error('The knowledge base answers too few of the questions in the seed.');
  let left = TURNS - talks.reduce((sum, talk) => sum + talk.exchanges.length, 0);
  for (let i = 0; left > 0; i++) {
    const talk = enquiry(world, world.cohort.key(`enquiry ${i}`));
    // The last one is as long as is left.
    const exchanges =
      talk.exchanges.length < left - 1 || talk.exchanges.length === left
        ? talk.exchanges
        : policyRound(createRandom(world.cohort.key(`enquiry ${i} questions`)), world, left);
    left -= exchanges.length;
    talks.push({ ...talk, exchanges });
  }
  const rows: ConversationRows = { conversations: [], turns: [], messages: [], madeIn: new Map() };
  for (const talk of talks) addRows(rows, talk);
  rows.conversations.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return rows;
}

function bookingTalk(world: EnquiryWorld, booking: SeededBooking, receiptOf: ReceiptOf): Talk {
  const key = `talk of ${booking.row.id}`;
  const random = createRandom(key);
  const questions = untilQuote(random, booking, booking.row.createdAt);
  // Some ask about the rules before they say yes; the question that was open is asked again.
  const last = questions.at(-1);
  if (last && random.chance(0.3)) questions.push(...policyRound(random, world, 1).map((aside) => resumed(aside, last)));
  const confirmed = confirmExchange(random, booking, receiptOf);
  const exchanges = framed(random, world.notices, [...questions, confirmed]);
  const owner = { userId: booking.row.userId };
  return { key, owner, exchanges, books: { exchange: exchanges.indexOf(confirmed), at: booking.row.createdAt } };
}

function resumed(aside: Exchange, open: Exchange): Exchange {
  const { ask, card, parts } = open.answer;
  const reminder = parts.map((p) => ({ ...p, text: `Back to your booking: ${p.text}` }));
  return {
    ...aside,
    answer: {
      ...aside.answer,
      parts: [...aside.answer.parts, ...reminder],
      ...(ask ? { ask } : {}),
      ...(card ? { card } : {}),
    },
  };
}

function addRows(rows: ConversationRows, talk: Talk & { bookingId?: string }): void {
  const random = createRandom(`times of ${talk.key}`);
  const offsets: number[] = [];
  for (let offset = 0; offsets.length < talk.exchanges.length; offset += random.int(12, 75) * 1_000)
    offsets.push(offset);
  const anchor = talk.books ?? { exchange: 0, at: talk.startsAt ?? new Date(0) };
  const begin = anchor.at.getTime() - (offsets[anchor.exchange] ?? 0);
  const createdAt = new Date(begin);
  const conversationId = seedId('ses', createdAt, talk.key);
  let lastMessageAt = createdAt;

  for (const [i, exchange] of talk.exchanges.entries()) {
    const startedAt = new Date(begin + (offsets[i] ?? 0));
    const latencyMs = random.int(18, 60) + exchange.answer.parts.length * random.int(5, 40);
    const finishedAt = new Date(startedAt.getTime() + latencyMs);
    lastMessageAt = finishedAt;
    const turnId = seedId('trn', startedAt, `${talk.key} ${i}`);
    const common = { companyId: COMPANY_ID, conversationId };
    rows.turns.push({
      ...common,
      id: turnId,
      status: 'finished',
      ...{ requestId: null, owner: null, attempt: 1, resume: null, checkpointId: null },
      errorCode: null,
      latencyMs,
      startedAt,
      finishedAt,
    });
    const text = exchange.answer.parts.map((p) => p.text).join('\n\n');
    rows.messages.push(
      {
        ...common,
        id: seedId('msg', startedAt, `${turnId} user`),
        turnId,
        seq: 2 * i + 1,
        role: 'user',
        text: exchange.user,
        payload: null,
        intents: null,
        latencyMs: null,
        tokensIn: null,
        tokensOut: null,
        maker: null,
        ...{ sentiment: null, authorId: null, replacedAt: null },
        createdAt: startedAt,
      },
      {
        ...common,
        id: seedId('msg', finishedAt, `${turnId} assistant`),
        turnId,
        seq: 2 * i + 2,
        role: 'assistant',
        text,
        payload: exchange.answer,
        intents: exchange.intents,
        latencyMs,
        tokensIn: tokensOf(exchange.user),
        tokensOut: tokensOf(text),
        maker: `${MAKER.name}@${MAKER.version}`,
        ...{ sentiment: null, authorId: null, replacedAt: null },
        createdAt: finishedAt,
      },
    );
    if (talk.bookingId && talk.books?.exchange === i) rows.madeIn.set(talk.bookingId, { conversationId, turnId });
  }
  const owner = { userId: null, guestId: null, ...talk.owner };
  const title = (talk.exchanges[0]?.user ?? '').slice(0, TITLE_LENGTH);
  const messageCount = 2 * talk.exchanges.length;
  const times = { lastMessageAt, deletedAt: null, createdAt, updatedAt: lastMessageAt };
  rows.conversations.push({
    id: conversationId,
    companyId: COMPANY_ID,
    speaker: 'assistant',
    ...owner,
    channel: 'web',
    title,
    messageCount,
    ...times,
  });
}

/** Four characters to a token, the usual estimate for English. */
const tokensOf = (text: string) => Math.ceil(text.length / 4);
