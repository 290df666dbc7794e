import { expect, it } from 'vitest';
import { announcement } from './announcement.ts';

it('announces an answer whole: text, the facts of the card and the choices', () => {
  const text = announcement({
    kind: 'assistant',
    id: '1',
    at: '2026-11-20T10:00:00Z',
    state: 'done',
    blocks: [{ id: 'a', text: 'Shall I book it?', sources: [] }],
    card: {
      type: 'booking_quote',
      items: [
        { name: 'AC repair', quantity: 1 },
        { name: 'Tap repair', quantity: 2 },
      ],
      startsAt: '2026-11-21T11:30:00Z',
      endsAt: '2026-11-21T12:30:00Z',
      when: 'Sat 21 Nov 2026, 5:00 – 6:00 pm',
      address: '12 MG Road, Pune 411001',
      provider: { name: 'CoolCare', rating: 4.7 },
      price: { lines: [], totalPaise: 70682, currency: 'INR' },
      holdExpiresAt: '2026-11-20T10:10:00Z',
      actions: [],
    },
    ask: { kind: 'confirm', options: [{ label: 'Confirm', text: 'yes' }] },
  });
  expect(text).toBe(
    'Shall I book it?\nBooking summary: AC repair, Tap repair × 2, Sat 21 Nov 2026, 5:00 – 6:00 pm, 12 MG Road, Pune 411001, with CoolCare, total ₹706.82.\nChoices: Confirm.',
  );
});
