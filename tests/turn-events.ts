import * as fc from 'fast-check';
import type { Part, TurnEvent, TurnResult } from '#src/turn.ts';

const agent = fc.constantFrom('booking', 'policy', 'service');
const callId = fc.constantFrom('trn_1-booking-1', 'trn_1-booking-2', 'trn_1-policy-1');
const words = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.string({ unit: 'grapheme' }) },
);
const label = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', '/', '~', ' ', '0', '1', '"') });
const ask = fc.record(
  {
    kind: fc.constantFrom('slot', 'confirm', 'choice', 'sign_in', 'clarify'),
    id: fc.string({ minLength: 1 }),
    options: fc.array(fc.record({ label, text: label }), { maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'options'] },
) as fc.Arbitrary<NonNullable<TurnResult['ask']>>;
const draft = fc.record(
  { flow: fc.constantFrom('book', 'cancel'), title: words, values: fc.dictionary(label, words), expecting: label },
  { requiredKeys: ['flow', 'title', 'values'] },
) as fc.Arbitrary<Extract<TurnEvent, { type: 'draft' }>['stack'][number]>;

/** Anything that may happen in between, in any order: several agents at once, one twice, a call's id again. */
const happening: fc.Arbitrary<TurnEvent> = fc.oneof(
  fc.record({ type: fc.constant('agent.started' as const), agent }),
  fc.record({ type: fc.constant('agent.finished' as const), agent, status: fc.constantFrom('answered', 'failed') }),
  fc.record({
    type: fc.constant('tool.started' as const),
    ...{ agent, callId, verb: fc.constantFrom('hold_slot', 'create_booking'), args: fc.dictionary(label, words) },
  }),
  fc.record({ type: fc.constant('tool.finished' as const), agent, callId, ok: fc.boolean(), summary: words }),
  fc.record({ type: fc.constant('text.delta' as const), agent, text: words }),
  fc.record({
    type: fc.constant('part' as const),
    part: fc.record({ agent, text: words, sources: fc.constant([] as Part['sources']) }),
  }),
  fc.record({ type: fc.constant('draft' as const), stack: fc.array(draft, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('ask' as const), ask }),
);

const end: fc.Arbitrary<TurnEvent> = fc.oneof(
  ask.map((open): TurnEvent => {
    const none = { text: '', intents: [], parts: [], effects: [], usage: { tokensIn: 0, tokensOut: 0, latencyMs: 0 } };
    const result = { sessionId: 'ses_1', turnId: 'trn_1', ...none, ask: open, outcome: 'answered' as const };
    return { type: 'turn.finished', result };
  }),
  fc.record({ type: fc.constant('turn.cancelled' as const), by: fc.constantFrom('customer', 'newer_message') }),
);

const attempt = fc.array(happening, { maxLength: 25 });

/** Legal turns: up to three processes run one, and the last one ends it. */
export const turns: fc.Arbitrary<TurnEvent[]> = fc
  .tuple(fc.array(attempt, { minLength: 1, maxLength: 3 }), end)
  .map(([attempts, last]) => [
    { type: 'turn.started', sessionId: 'ses_1', turnId: 'trn_1' },
    ...attempts.flatMap((events, i): TurnEvent[] =>
      i === 0 ? events : [{ type: 'turn.restarted', attempt: i + 1 }, ...events],
    ),
    last,
  ]);
