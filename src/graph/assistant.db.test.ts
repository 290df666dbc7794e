import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { bookings, messages, slotHolds, turns } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { converse } from '#tests/conversation.ts';
import { testCtx } from '#tests/test-ctx.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config);
afterAll(() => deps.close());

let company: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 4, customers: 6 });
});
const customer = (index: number): Actor => {
  const { id, name } = company.customers[index] ?? company.customer;
  return { kind: 'customer', id, name };
};
const guest = (): Actor => ({ kind: 'guest', id: `gst_${crypto.randomUUID().slice(0, 8)}` });
const bookingsOf = (actor: Actor) =>
  deps.db
    .select()
    .from(bookings)
    .where(eq(bookings.userId, actor.kind === 'system' ? '' : actor.id))
    .orderBy(desc(bookings.createdAt));

describe('booking in a conversation', () => {
  it('asks for what is missing, shows the price, books on yes and says the number', async () => {
    const chat = converse(deps, company.company, customer(0));
    const first = await chat.say('my AC is not cooling, can someone come tomorrow at 5 pm?');
    expect(first.intents[0]?.name).toBe('book_service');
    expect(first.ask?.slot).toBe('address');
    expect(first.effects).toEqual([]);

    const quote = await chat.say('560034');
    expect(quote.card).toMatchObject({
      type: 'booking_quote',
      items: [{ name: company.rateCards.acRepair.name, quantity: 1 }],
    });
    if (quote.card?.type !== 'booking_quote') throw new Error('no quote');
    const { price } = quote.card;
    expect(price.lines.reduce((sum, line) => sum + line.amountPaise, 0)).toBe(price.totalPaise);
    expect(localOf(new Date(quote.card.startsAt), 'Asia/Kolkata').hour).toBe(17);
    expect(quote.parts[0]?.sources.map((s) => s.kind)).toContain('policy');
    expect(await bookingsOf(customer(0))).toEqual([]);

    const done = await chat.say('yes');
    const [row, ...others] = await bookingsOf(customer(0));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ status: 'confirmed', totalPaise: price.totalPaise, channel: 'web' });
    expect(done.effects).toMatchObject([{ type: 'booking.created', id: row?.id, number: row?.number }]);
    expect(done.text).toContain(row?.number);
    expect(done.card).toMatchObject({ type: 'booking_receipt', number: row?.number });
  });

  it('takes everything in one message', async () => {
    const chat = converse(deps, company.company, customer(1));
    const quote = await chat.say('book bathroom cleaning for 2 bathrooms the day after tomorrow at 11 am at home');
    expect(quote.card).toMatchObject({ type: 'booking_quote', items: [{ quantity: 2 }] });
    await chat.say('never mind');
    expect(await bookingsOf(customer(1))).toEqual([]);
    expect(
      await deps.db
        .select()
        .from(slotHolds)
        .where(eq(slotHolds.holderId, chat.actor.kind === 'system' ? '' : chat.actor.id)),
    ).toEqual([]);
  });

  it('accepts a correction after the confirmation question, and holds only the new hour', async () => {
    const chat = converse(deps, company.company, customer(2));
    await chat.say('need tap repair day after tomorrow 4 pm at home');
    const corrected = await chat.say('no, make it 6 pm');
    if (corrected.card?.type !== 'booking_quote') throw new Error(`no quote: ${corrected.text}`);
    expect(localOf(new Date(corrected.card.startsAt), 'Asia/Kolkata').hour).toBe(18);
    const held = await deps.db
      .select()
      .from(slotHolds)
      .where(eq(slotHolds.holderId, company.customers[2]?.id ?? ''));
    expect(held).toHaveLength(1);
    await chat.say('haan ji confirm');
    expect(await bookingsOf(customer(2))).toHaveLength(1);
  });

  it('answers a question in between, with sources, and comes back to the open one', async () => {
    const chat = converse(deps, company.company, customer(3));
    const open = await chat.say('plumber needed for leaking tap');
    const digression = await chat.say('what is your refund policy?');
    expect(digression.parts.map((p) => p.agent)).toEqual(['policy', 'booking']);
    expect(digression.ask).toEqual(open.ask);
  });

  it('asks a guest to sign in at the confirmation, and books after that without asking again', async () => {
    const chat = converse(deps, company.company, guest());
    await chat.say('AC not cooling, tomorrow 10 am');
    await chat.say('560034');
    const quote = await chat.say('12, 4th Cross, 5th Block');
    expect(quote.card?.type).toBe('booking_quote');
    const asked = await chat.say('Yes, confirm');
    expect(asked.ask).toMatchObject({ kind: 'sign_in', resumeText: 'Yes, confirm' });
    expect(asked.effects).toEqual([]);
  });

  it('explains each value that cannot be, and books nothing', async () => {
    const chat = converse(deps, company.company, guest());
    const say = async (text: string) => (await chat.say(text)).text;
    await say('my AC is not cooling');
    expect(await say('999999')).toContain("don't know the pincode 999999");
    expect(await say(company.unservedPincode.pincode)).toMatch(/don't do .* yet/);
    expect(await say('56003')).toContain('six digits');
    await say('560034');
    await say('12, 4th Cross');
    expect(await say('yesterday')).toContain('already passed');
    expect(await say('tomorrow 3 am')).toContain('9 am to 9 pm');
    expect(await say('1000000000 units')).toContain('One visit takes 1 to');
    expect(await say('0')).toContain('One visit takes 1 to');
    expect(
      await deps.db
        .select()
        .from(bookings)
        .where(eq(bookings.companyId, company.company.id))
        .then((rows) => rows.filter((r) => r.conversationId === chat.sessionId)),
    ).toEqual([]);
  });

  it('offers a person after three answers that do not help', async () => {
    const chat = converse(deps, company.company, guest());
    await chat.say('book ac repair');
    await chat.say('asdf qwer');
    await chat.say('zxcv');
    expect((await chat.say('hjkl uiop')).text).toContain(company.company.persona.supportPhone);
  });
});

describe('two customers and one last free hour', () => {
  it('books it for one, and offers the other the next free hours', async () => {
    const small = await createTestCompany(deps.db, { providers: 1, customers: 2 });
    const chats = small.customers.map(({ id, name }) => converse(deps, small.company, { kind: 'customer', id, name }));
    const day = addDays(localOf(new Date(), 'Asia/Kolkata').date, 3);
    await Promise.all(chats.map((chat) => chat.say('my ac is not cooling')));
    await Promise.all(chats.map((chat) => chat.say('home')));
    await Promise.all(chats.map((chat) => chat.say(day)));
    const asked = await Promise.all(chats.map((chat) => chat.say('5 pm')));
    const winners = asked.filter((turn) => turn.card?.type === 'booking_quote');
    const losers = asked.filter((turn) => turn.card === undefined);
    expect([winners.length, losers.length]).toEqual([1, 1]);
    expect(losers[0]?.text).toContain('not free any more');
    expect(losers[0]?.ask?.options.map((o) => o.label).join()).toMatch(/4 pm.*6 pm/);

    const confirmed = await Promise.all(chats.map((chat) => chat.say('yes')));
    expect(confirmed.flatMap((turn) => turn.effects)).toHaveLength(1);
    expect(await deps.db.select().from(bookings).where(eq(bookings.companyId, small.company.id))).toHaveLength(1);
  });

  it('gives an hour whose hold ran out to the next customer; the first one is told and offered others', async () => {
    const small = await createTestCompany(deps.db, { providers: 1, customers: 2 });
    const start = new Date();
    const later = new Date(start.getTime() + 11 * 60_000);
    const [slow, fast] = small.customers.map(({ id, name }) =>
      converse(deps, small.company, { kind: 'customer', id, name }),
    );
    if (!slow || !fast) throw new Error('two customers are needed');
    const wish = 'my ac is not cooling, please come day after tomorrow at 5 pm, at home';
    expect((await slow.say(wish)).card?.type).toBe('booking_quote');
    fast.now = later;
    expect((await fast.say(wish)).card?.type).toBe('booking_quote');
    slow.now = later;
    const tooLate = await slow.say('yes');
    expect(tooLate.effects).toEqual([]);
    expect(tooLate.ask?.options.length).toBeGreaterThan(0);
    expect((await fast.say('yes')).effects).toHaveLength(1);
  });

  it('looks anew when the customer asks for it after the hold ran out', async () => {
    const chat = converse(deps, company.company, customer(5));
    const first = await chat.say('my ac is not cooling, please come day after tomorrow at 2 pm, at home');
    chat.now = new Date(Date.now() + 15 * 60_000);
    const again = await chat.say('Check again');
    if (first.card?.type !== 'booking_quote' || again.card?.type !== 'booking_quote') throw new Error('no quote');
    expect(again.text).not.toContain('did not get');
    expect(new Date(again.card.holdExpiresAt) > new Date(first.card.holdExpiresAt)).toBe(true);
    expect(again.effects).toEqual([]);
  });

  it('still books after the hold ran out, when the hour is free and the price the same', async () => {
    const chat = converse(deps, company.company, customer(4));
    await chat.say('my ac is not cooling, please come day after tomorrow at 1 pm, at home');
    chat.now = new Date(Date.now() + 15 * 60_000);
    expect((await chat.say('yes')).effects).toHaveLength(1);
  });
});

describe('a session', () => {
  it('goes on in another process', async () => {
    const before = converse(deps, company.company, guest());
    await before.say('my AC is not cooling');
    const second = await createDeps(config);
    try {
      const after = converse(second, company.company, before.actor);
      after.sessionId = before.sessionId;
      expect((await after.say('560034')).ask?.slot).toBe('address');
    } finally {
      await second.close();
    }
  });

  it('is not open to others', async () => {
    const mine = converse(deps, company.company, guest());
    await mine.say('hello');
    const theirs = converse(deps, company.company, guest());
    theirs.sessionId = mine.sessionId;
    await expect(theirs.say('hello')).rejects.toMatchObject({ code: 'not-found' });
    const [turn] = await deps.db
      .select()
      .from(turns)
      .where(eq(turns.conversationId, mine.sessionId ?? ''));
    const ctx = testCtx(deps, company.company, theirs.actor);
    const tail = deps.assistant.tailTurn(ctx, turn?.id ?? '', 0, new AbortController().signal);
    await expect(tail).rejects.toBeInstanceOf(AppError);
  });

  it('keeps every message as it comes, and answers ten that are sent at once one after the other, in their order', async () => {
    const chat = converse(deps, company.company, guest());
    await chat.say('hello');
    await Promise.all(Array.from({ length: 10 }, (_, i) => chat.say(`what does bathroom cleaning cost? ${i}`)));
    const rows = await deps.db
      .select()
      .from(messages)
      .where(eq(messages.conversationId, chat.sessionId ?? ''))
      .orderBy(messages.seq);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    const turnsOf = (role: string) => rows.filter((row) => row.role === role).map((row) => row.turnId);
    expect(turnsOf('assistant')).toEqual(turnsOf('user'));
    expect(new Set(turnsOf('user')).size).toBe(11);
  });

  it('can be followed from the start, from any event on, and after its end', async () => {
    const actor = guest();
    const ctx = testCtx(deps, company.company, actor);
    const turn = await deps.assistant.startTurn(ctx, { text: 'what is your refund policy?' });
    const read = async (after: number) =>
      Array.fromAsync(await deps.assistant.tailTurn(ctx, turn.turnId, after, new AbortController().signal));
    const live = await read(0);
    expect(live.map((entry) => entry.seq)).toEqual(live.map((_, i) => i + 1));
    expect(live.at(-1)?.event.type).toBe('turn.finished');
    await turn.result;
    expect(await read(0)).toEqual(live);
    expect(await read(3)).toEqual(live.slice(3));
    expect(await read(live.length)).toEqual([]);
  });

  it('records a failure of the graph, keeps the message, and goes on with the next one', async () => {
    const broken = await createDeps(config, {
      language: { ...deps.language, understand: () => Promise.reject(new Error('out of order')) },
    });
    try {
      const chat = converse(broken, company.company, guest());
      await expect(chat.say('my AC is not cooling')).rejects.toThrow('out of order');
      const rows = await deps.db
        .select()
        .from(turns)
        .innerJoin(messages, eq(messages.turnId, turns.id))
        .where(and(eq(turns.status, 'failed'), eq(turns.companyId, company.company.id)));
      expect(rows.some((row) => row.messages.text === 'my AC is not cooling')).toBe(true);
    } finally {
      await broken.close();
    }
  });
});
