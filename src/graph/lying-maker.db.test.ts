import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { loadConfig } from '#src/config.ts';
import { bookings, complaints, events, messages, refunds } from '#src/db/schema/index.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';
import type { LanguageMaker } from '#src/language/contract.ts';
import { createLexicalIndex } from '#src/rag/index-lexical.ts';
import { converse } from '#tests/conversation.ts';

const local = createLocalMaker();
const RULE = 'Once your refund has been issued, the bank needs five days. Your refund is confirmed by a message.';

/** Understands like the local maker, and answers every question with these sentences, each with a citation. */
const makerThatSays = (...sentences: string[]): LanguageMaker => ({
  name: 'liar',
  version: '1',
  understand: (input) => local.understand(input),
  answer: async ({ passages }) => ({
    sentences: sentences.map((text) => ({
      text,
      citations: passages.slice(0, 1).map(({ id, text: whole }) => ({ passageId: id, start: 0, end: whole.length })),
    })),
    grounding: 1,
    maker: { name: 'liar', version: '1' },
  }),
});

let company: TestCompany;
const open: (Deps & { close: () => Promise<void> })[] = [];
const warnings: { agents: string[] }[] = [];
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });

/** The real graph with this maker, and a company that has one rule. */
async function withMaker(language: LanguageMaker): Promise<Deps> {
  const document = { id: 'refunds', companyId: company.company.id, title: 'Refunds', version: '1' };
  const retriever = createLexicalIndex([{ ...document, source: `## What is the refund policy?\n\n${RULE}\n` }]);
  const deps = await createDeps(config, { language, retriever });
  deps.log.warn = ((facts: { agents: string[] }, message: string) => {
    if (message.startsWith('claims')) warnings.push(facts);
  }) as typeof deps.log.warn;
  open.push(deps);
  return deps;
}

let base: Deps & { close: () => Promise<void> };
beforeAll(async () => {
  base = await createDeps(config);
  open.push(base);
  company = await createTestCompany(base.db, { providers: 4 });
});
afterAll(async () => {
  for (const deps of open) await deps.close();
});

const customer = () => ({ kind: 'customer' as const, id: company.customer.id, name: company.customer.name });
const QUESTION = 'what is your refund policy?';
const eventOf = async (turnId: string) => {
  const rows = await base.db.select().from(events).where(eq(events.turnId, turnId));
  return rows.find((row) => row.type === 'turn.finished')?.data;
};

describe('a maker that claims what never happened', () => {
  it.each([
    'I have booked the plumber for you.',
    'Your booking has been cancelled and the refund is on its way.',
    'I have processed your refund of ₹5,000.',
    'Your refund of ₹5,000 has been issued to your card, so you need not wait.',
    'We have registered your complaint and escalated it.',
    'Done! Booked: AC repair, tomorrow at 5 pm.',
    'Aapki booking cancel ho gayi hai aur refund kar diya gaya hai.',
  ])('is not believed: %s', async (lie) => {
    const deps = await withMaker(makerThatSays(lie, 'Refunds follow the table.'));
    const turn = await converse(deps, company.company, customer()).say(QUESTION);
    const heard = JSON.stringify([turn.text, turn.parts.map((part) => part.text)]);
    expect(heard).not.toContain(lie);
    expect(turn.text).toMatch(/^I have not changed anything/);
    expect(turn.text).toContain('Refunds follow the table.');
    expect(turn.parts.map((part) => part.wasCorrected)).toEqual([true]);
    expect(turn.effects).toEqual([]);

    const [saved] = await base.db
      .select()
      .from(messages)
      .where(eq(messages.turnId, turn.turnId))
      .then((rows) => rows.filter((row) => row.role === 'assistant'));
    expect(saved?.text).toBe(turn.text);
    expect(await eventOf(turn.turnId)).toMatchObject({ corrected: ['policy'], effects: [] });
    expect(warnings.at(-1)).toMatchObject({ turnId: turn.turnId, agents: ['policy'] });
  });

  it('has changed nothing', async () => {
    const { id } = company.company;
    for (const table of [bookings, complaints, refunds])
      expect(await base.db.select().from(table).where(eq(table.companyId, id))).toEqual([]);
  });

  it('leaves no word of it in the events that readers follow', async () => {
    const lie = 'I have cancelled your booking.';
    const deps = await withMaker(makerThatSays(lie));
    const ctx = { ...(await import('#tests/test-ctx.ts')).testCtx(deps, company.company, customer()) };
    const turn = await deps.assistant.startTurn(ctx, { text: QUESTION });
    await turn.result;
    const log = await Array.fromAsync(await deps.assistant.tailTurn(ctx, turn.turnId, 0, new AbortController().signal));
    expect(log.at(-1)?.event.type).toBe('turn.finished');
    expect(JSON.stringify(log)).not.toContain(lie);
  });

  it('does not take away what another specialist really did', async () => {
    const deps = await withMaker(makerThatSays('I have refunded you ₹500.'));
    const chat = converse(deps, company.company, customer());
    await chat.say('tap repair tomorrow 4 pm at home');
    const turn = await chat.say(`yes. ${QUESTION}`);
    const done = turn.effects.length > 0 ? turn : await chat.say('yes');
    expect(done.effects).toMatchObject([{ type: 'booking.created' }]);
    expect(done.text).toContain(done.effects[0]?.number);
    expect(`${turn.text}${done.text}`).not.toContain('refunded you');
  });
});

describe('a sentence of a rule', () => {
  it('stays as it is, though it sounds like a claim, and nothing is counted', async () => {
    const deps = await withMaker(makerThatSays('Your refund is confirmed by a message.'));
    const turn = await converse(deps, company.company, customer()).say(QUESTION);
    expect(turn.text).toBe('Your refund is confirmed by a message.');
    expect(turn.parts[0]).not.toHaveProperty('wasCorrected');
    expect(await eventOf(turn.turnId)).toMatchObject({ corrected: [] });
  });
});
