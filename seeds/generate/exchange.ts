import type { MessagePayload } from '#src/db/schema/conversations.ts';
import type { Ask, AskOption, Part, Source } from '#src/turn.ts';
import type { Random } from './random.ts';

/** A customer's message and what the assistant made of it. */
export interface Exchange {
  user: string;
  intents: { name: string; confidence: number }[];
  answer: MessagePayload;
}

/** A conversation before it is rows. */
export interface Talk {
  key: string;
  owner: { userId: string } | { guestId: string };
  exchanges: Exchange[];
  /** When the first message was written … */
  startsAt?: Date;
  /** … or that of the exchange in which the booking was made. */
  books?: { exchange: number; at: Date };
}

/** What the local maker calls itself. */
export const MAKER = { name: 'local', version: '1' };
const ENGINE: Source = { kind: 'engine', maker: MAKER.name, version: MAKER.version };

export function part(agent: string, text: string, sources: Source[] = []): Part {
  return { agent, text, sources };
}

export function answer(parts: Part[], ask?: Ask, rest: Partial<MessagePayload> = {}): MessagePayload {
  return { parts, effects: [], ...rest, ...(ask ? { ask } : {}) };
}

export const option = (label: string, text = label): AskOption => ({ label, text });

/** The engine as source of an answer that was understood rather than looked up. */
export const understood = (sources: Source[]): Source[] => [...sources, ENGINE];

/** An intent with the confidence that a clear wording gets. */
export const intent = (random: Random, name: string) => ({ name, confidence: random.int(780, 995) / 1_000 });

/** Small talk, help, handoff: what the assistant says of its own accord. */
export const notice = (random: Random, user: string, name: string, text: string, ask?: Ask): Exchange => ({
  user,
  intents: [intent(random, name)],
  answer: answer([part('assistant', text)], ask),
});

/** Puts words into the `{gaps}` of a wording. */
export function fill(wording: string, words: Record<string, string>): string {
  return wording.replace(/\{(\w+)\}/g, (gap, name: string) => words[name] ?? gap);
}
