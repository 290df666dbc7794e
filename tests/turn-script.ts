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
const ask = { kind: 'confirm' as const, id: 'frm_1-abcd', slot: 'confirm', options: [{ label: 'Yes', text: 'yes' }] };
const draft = { flow: 'book_service', title: 'AC service', values: { 'Day / hour': 'Sat, 5 pm' } };
const usage = { tokensIn: 10, tokensOut: 20, latencyMs: 5 };
const intents = [{ name: 'policy_question', confidence: 0.9 }];
const effect = { type: 'booking.created' as const, id: 'bkg_1', number: 'NX-1', eventId: 'evt_1' };
const [policy, booking] = parts as [Part, Part];
const text = parts.map((part) => part.text).join('\n\n');

/** What the agents of the turn do, up to the answer. */
const working = (turnId: string): TurnEvent[] => [
  { type: 'draft', stack: [draft] },
  { type: 'agent.started', agent: 'policy' },
  { type: 'agent.started', agent: 'booking' },
  {
    type: 'tool.started',
    agent: 'booking',
    callId: `${turnId}-booking-1`,
    verb: 'hold_slot',
    args: { startsAt: card.type === 'booking_quote' ? card.startsAt : '', quantity: 1 },
  },
  { type: 'tool.finished', agent: 'booking', callId: `${turnId}-booking-1`, ok: true, summary: 'done' },
];

const answering: TurnEvent[] = [
  { type: 'text.delta', agent: 'policy', text: 'You get ' },
  { type: 'text.delta', agent: 'policy', text: '' },
  { type: 'text.delta', agent: 'policy', text: 'it all back.\n\n• until 24 h before' },
  { type: 'part', part: policy },
  { type: 'agent.finished', agent: 'policy', status: 'answered' },
  { type: 'part', part: booking },
  { type: 'agent.finished', agent: 'booking', status: 'asking' },
  { type: 'draft', stack: [{ ...draft, values: { ...draft.values, Pincode: '400050' }, expecting: 'confirm' }] },
  { type: 'card', card },
  { type: 'ask', ask },
];

export function resultOf(sessionId: string, turnId: string): TurnResult {
  const outcome = 'answered' as const;
  return { sessionId, turnId, text, intents, parts, effects: [], ask, card, outcome, usage };
}

/** A turn with two agents at work at once, a call, text in pieces, a card and a question. */
export const turnScript = (sessionId: string, turnId: string): TurnEvent[] => [
  { type: 'turn.started', sessionId, turnId },
  ...working(turnId),
  ...answering,
  { type: 'turn.finished', result: resultOf(sessionId, turnId) },
];

/** The same turn, whose first process died in the middle of the text and of a call. */
export const restartedScript = (sessionId: string, turnId: string): TurnEvent[] => [
  { type: 'turn.started', sessionId, turnId },
  ...working(turnId).slice(0, -1),
  ...answering.slice(0, 1),
  { type: 'turn.restarted', attempt: 2 },
  ...working(turnId),
  ...answering,
  { type: 'turn.finished', result: resultOf(sessionId, turnId) },
];

/** A turn that the customer stops after a change was made. */
export const cancelledScript = (sessionId: string, turnId: string): TurnEvent[] => [
  { type: 'turn.started', sessionId, turnId },
  ...working(turnId),
  { type: 'effect', effect },
  ...answering.slice(0, 1),
  { type: 'turn.cancelled', by: 'customer' },
];
