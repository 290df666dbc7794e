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

it('announces what a cancellation gives back, and what a comparison compares', () => {
  const entry = { kind: 'assistant', id: '1', at: '2026-11-20T10:00:00Z', state: 'done', blocks: [] } as const;
  const cancelled = announcement({
    ...{ ...entry, blocks: [] },
    card: {
      ...{ type: 'cancellation_receipt', number: 'NX-7F3K9M', service: 'AC repair', when: 'Sat 21 Nov, 5 pm' },
      ...{ items: ['AC repair'], isWhole: true, rule: '24 hours or more before: 100 %', policyVersion: '1' },
      ...{ paidPaise: 70682, refundPercent: 100, refundPaise: 70682, creditPaise: 0, needsApproval: false },
      actions: [],
    },
  });
  expect(cancelled).toBe(
    'Cancellation receipt: AC repair, NX-7F3K9M. When: Sat 21 Nov, 5 pm. Rule: 24 hours or more before: 100 %. Paid: ₹706.82. Refund (100 %): ₹706.82.',
  );
  const compared = announcement({
    ...{ ...entry, blocks: [] },
    card: {
      ...{ type: 'comparison', columns: ['Visit', 'Service'], actions: [] },
      rows: [{ label: 'Price', cells: ['₹299', '₹599'] }],
    },
  });
  expect(compared).toBe('Comparison: Visit or Service. Price: Visit ₹299, Service ₹599.');
});
