import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { summarise } from './summarise.ts';

let app: TestApp;
let test: TestCompany;
beforeAll(async () => {
  app = await startTestApp();
  test = await createTestCompany(app.deps.db);
});
afterAll(() => app.close());

type Said = Partial<typeof messages.$inferInsert> & Pick<typeof messages.$inferInsert, 'role' | 'text'>;

async function talk(all: Said[]): Promise<string> {
  const companyId = test.company.id;
  const conversationId = await createTestConversation(app.deps.db, companyId, { userId: test.customer.id }, []);
  for (const [i, said] of all.entries())
    await app.deps.db.insert(messages).values({ id: newId('message'), companyId, conversationId, seq: i + 1, ...said });
  return conversationId;
}

describe('the summary of a conversation', () => {
  it('tells what the customer said last, what is open, what they wanted and what was done', async () => {
    const receipt = { type: 'booking.created' as const, id: 'bkg_1', number: 'NX-7F3K9M', eventId: 'evt_1' };
    const conversationId = await talk([
      { role: 'user', text: 'Book an AC repair' },
      {
        ...{ role: 'assistant', text: 'Booked.', payload: { parts: [], effects: [receipt] } },
        intents: [{ name: 'book_service', confidence: 0.9 }],
      },
      { role: 'user', text: 'Cancel it, what do I get back?' },
      {
        ...{ role: 'assistant', text: 'You would get ₹500.\n\nShall I cancel it?' },
        payload: { parts: [], effects: [], ask: { kind: 'confirm', options: [] } },
        intents: [{ name: 'cancel_booking', confidence: 0.9 }],
      },
      { role: 'system', text: 'A note about the customer.' },
      { role: 'user', text: 'This is a fraud, give me\na manager', sentiment: -0.8 },
    ]);
    const flow = { title: 'Cancel AC repair', known: { Booking: 'NX-7F3K9M' } };
    expect(await summarise(app.deps.db, { conversationId, flow })).toBe(
      'Said: “This is a fraud, give me a manager”, before: “Cancel it, what do I get back?”. ' +
        'Open: Cancel AC repair (Booking NX-7F3K9M). Was asked: “Shall I cancel it?”. ' +
        'Wanted: cancel booking, book service. Done: booking created NX-7F3K9M. Sounds unhappy',
    );
  });

  it('begins with what whoever asks for a person knows beside, unless the customer has said just that', async () => {
    const conversationId = await talk([{ role: 'user', text: 'It smells of burning' }]);
    expect(await summarise(app.deps.db, { conversationId, about: 'CP-7F3K9M: burning' })).toMatch(
      /^CP-7F3K9M: burning\. Said:/,
    );
    expect(await summarise(app.deps.db, { conversationId, about: 'smells of burning' })).toMatch(/^Said:/);
  });

  it('is short, whatever was said, and leaves out what an edit has replaced', async () => {
    const conversationId = await talk([
      { role: 'user', text: 'Gone', replacedAt: new Date() },
      { role: 'user', text: '😀'.repeat(3_000) },
    ]);
    const summary = await summarise(app.deps.db, { conversationId, about: 'x'.repeat(5_000) });
    expect(summary.length).toBeLessThanOrEqual(1_000);
    expect(summary).not.toContain('Gone');
    expect(summary.isWellFormed()).toBe(true);
  });
});
