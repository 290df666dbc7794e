import type { Db } from '#src/db/client.ts';
import { selectLastSaid } from '#src/db/queries/messages.ts';

/** The flow that is open, as the graph knows it. */
export interface OpenFlow {
  title: string;
  /** Label and value, for people. */
  known?: Readonly<Record<string, string>>;
}

/** So many messages are looked at, and so many of the customer's are quoted. */
const LOOKED_AT = 20;
const QUOTED = 2;
const QUOTE_LENGTH = 220;
const UNHAPPY = -0.3;

/**
 * What a conversation is about, for whoever takes it over: what the customer has wanted lately, what is open, how they
 * feel and what they said last, in at most 1,000 characters. From what was said and understood; one query.
 * @param about what whoever asks for a person knows beside
 */
export async function summarise(
  db: Db,
  { conversationId, about = '', flow }: { conversationId: string; about?: string; flow?: OpenFlow | undefined },
): Promise<string> {
  const said = await selectLastSaid(db, conversationId, LOOKED_AT);
  const customers = said.filter(({ role }) => role === 'user');
  const answer = said.find(({ role }) => role === 'assistant');
  const intents = [...new Set(said.flatMap((message) => message.intents ?? []).map(({ name }) => name))];
  const sentiment = customers.find((message) => message.sentiment !== null)?.sentiment ?? 0;
  const done = said.flatMap(({ payload }) => payload?.effects ?? []).filter(({ type }) => type !== 'handoff.requested');
  const question = answer?.payload?.ask && answer.payload.ask.kind !== 'clarify' ? lastParagraph(answer.text) : '';
  const isSaid = customers.some(({ text }) => text.includes(about));
  return sentences([
    !isSaid && short(about, QUOTE_LENGTH),
    quotes(customers.slice(0, QUOTED).map(({ text }) => text)),
    flow && `Open: ${flow.title}${valuesOf(flow)}`,
    question && `Was asked: “${short(question, QUOTE_LENGTH)}”`,
    intents.length > 0 && `Wanted: ${intents.slice(0, 5).map(words).join(', ')}`,
    done.length > 0 &&
      `Done: ${done
        .slice(0, 3)
        .map(({ type, number }) => `${words(type)} ${number}`)
        .join(', ')}`,
    sentiment <= UNHAPPY && 'Sounds unhappy',
  ]).slice(0, 1_000);
}

const quotes = ([last, before]: string[]): string | false =>
  last !== undefined &&
  `Said: “${short(last, QUOTE_LENGTH)}”${before === undefined ? '' : `, before: “${short(before, QUOTE_LENGTH)}”`}`;

function valuesOf({ known = {} }: OpenFlow): string {
  const values = Object.entries(known).map(([label, value]) => `${label} ${value}`);
  return values.length > 0 ? ` (${short(values.join(', '), QUOTE_LENGTH)})` : '';
}

const sentences = (all: (string | false | undefined)[]): string => all.filter(Boolean).join('. ');
const lastParagraph = (text: string): string => text.split(/\n{2,}/).at(-1) ?? '';
const words = (name: string): string => name.replaceAll(/[._]/g, ' ');

/** By code points: half an emoji is not a character. */
function short(text: string, length: number): string {
  const points = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`;
}
