import type { Card, Part, TurnEvent, TurnResult } from '#src/turn.ts';

const passage = {
  kind: 'passage' as const,
  documentId: 'cancellation-and-refunds',
  version: '1',
  title: 'Cancellation',
  heading: 'Refunds',
  start: 0,
  end: 10,
  quote: 'ten letter',
};
const row = {
  kind: 'row' as const,
  table: 'rate_cards',
  id: 'rc_1',
  label: 'AC service',
  fields: { price: 499, note: null },
};

const parts: Part[] = [
  { agent: 'policy', text: 'You get it all back.\n\n• until 24 h before', sources: [passage] },
  { agent: 'booking', text: 'Shall I book it?', sources: [row] },
];
const card: Card = {
  type: 'booking_quote',
  items: [{ name: 'AC service', quantity: 1 }],
  startsAt: '2026-11-21T11:30:00.000Z',
  endsAt: '2026-11-21T12:30:00.000Z',
  when: 'Sat 21 Nov 2026, 5 – 6 pm',
  address: '12 Hill Road, Bandra West, Mumbai 400050',
  provider: { name: 'Ravi', rating: 4.5 },
  price: { lines: [{ label: 'Service', amountPaise: 49_900 }], totalPaise: 49_900, currency: 'INR' },
  holdExpiresAt: '2026-11-20T10:10:00.000Z',
  actions: [{ label: 'Confirm', text: 'yes' }],
};
const ask = { kind: 'confirm' as const, options: [{ label: 'Yes', text: 'yes' }] };

/** A turn with two agents at work at once, text in pieces, a card and a question. */
export function turnScript(sessionId: string, turnId: string): TurnEvent[] {
  const text = parts.map((part) => part.text).join('\n\n');
  const usage = { tokensIn: 10, tokensOut: 20, latencyMs: 5 };
  const intents = [{ name: 'policy_question', confidence: 0.9 }];
  const result: TurnResult = { sessionId, turnId, text, intents, parts, effects: [], ask, card, usage };
  const [policy, booking] = parts as [Part, Part];
  return [
    { type: 'turn.started', sessionId, turnId },
    { type: 'agent.started', agent: 'policy' },
    { type: 'agent.started', agent: 'booking' },
    { type: 'text.delta', agent: 'policy', text: 'You get ' },
    { type: 'text.delta', agent: 'policy', text: '' },
    { type: 'text.delta', agent: 'policy', text: 'it all back.\n\n• until 24 h before' },
    { type: 'part', part: policy },
    { type: 'agent.finished', agent: 'policy', status: 'answered' },
    { type: 'part', part: booking },
    { type: 'agent.finished', agent: 'booking', status: 'asking' },
    { type: 'card', card },
    { type: 'ask', ask },
    { type: 'turn.finished', result },
  ];
}
