import { setTimeout as sleep } from 'node:timers/promises';
import { AGENTS } from '#src/agents/registry.ts';
import type { Effect, TurnResult } from '#src/turn.ts';
import type { Exchange } from './client.ts';

/** What a customer was told, turn by turn. */
export interface Told {
  exchanges: Exchange[];
  /** How often each kind of change was told. */
  counts: Map<Effect['type'], number>;
  /** Wishes that came to nothing, e.g. because nobody was free. */
  givenUp: number;
}

const MOST_STEPS = 8;
const HOURS = ['9 am', '10 am', '11 am', '12 noon', '1 pm', '2 pm', '3 pm', '4 pm', '5 pm', '6 pm', '7 pm'];
const JOBS = ['my AC is not cooling', 'my tap is leaking', 'I need bathroom cleaning'];
const any = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;
const has = (agent: string) => AGENTS.some(({ name }) => name === agent);

/** Books, cancels and complains, one conversation after the other, until it is told to stop. */
export async function liveAs(
  say: (text: string, sessionId: string | undefined) => Promise<Exchange>,
  signal: AbortSignal,
): Promise<Told> {
  const told: Told = { exchanges: [], counts: new Map(), givenUp: 0 };
  let sessionId: string | undefined;

  async function speak(text: string): Promise<TurnResult> {
    const exchange = await say(text, sessionId);
    told.exchanges.push(exchange);
    const { result } = exchange;
    sessionId = result.sessionId;
    for (const { type } of result.effects) told.counts.set(type, (told.counts.get(type) ?? 0) + 1);
    await sleep(Math.random() * 200);
    return result;
  }

  /** Goes on until the change is told. */
  async function want(type: Effect['type'], opening: string): Promise<Effect | undefined> {
    let result = await speak(opening);
    for (let step = 1; step < MOST_STEPS; step++) {
      const effect = result.effects.find((e) => e.type === type);
      if (effect) return effect;
      result = await speak(replyTo(result));
    }
    told.givenUp += 1;
    await speak('never mind');
    return undefined;
  }

  while (!signal.aborted) {
    if (Math.random() < 0.2) sessionId = undefined;
    const day = 2 + Math.floor(Math.random() * 10);
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    const booked = await want('booking.created', `${any(JOBS)}, please come on ${date} at ${any(HOURS)}, at home`);
    if (!booked || signal.aborted) continue;
    const lot = Math.random();
    if (lot < 0.4 && has('cancellation')) await want('booking.cancelled', `cancel booking ${booked.number}`);
    else if (lot < 0.7 && has('complaint'))
      await want('complaint.raised', `I want to complain about booking ${booked.number}: the technician was very rude`);
    else if (lot < 0.8) await speak('what is your refund policy?');
  }
  return told;
}

function replyTo({ ask }: TurnResult): string {
  if (!ask) return 'hello';
  if (ask.kind === 'confirm') return 'yes';
  if (ask.slot === 'details') return 'He shouted at my mother and left the kitchen dirty.';
  if (ask.slot === 'attachment') return 'no photos';
  if (ask.slot === 'address' || ask.slot === 'pincode') return 'home';
  return ask.options.length > 0 ? any(ask.options).text : 'yes';
}
