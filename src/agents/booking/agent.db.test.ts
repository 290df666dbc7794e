import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { renewProviderServices } from '#src/db/queries/providers.ts';
import { bookingItems, bookings, events, providerSubcategories, slotHolds } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { loadJob } from '#src/services/bookings/load-job.ts';
import { getPreferences } from '#src/services/customers/get-preferences.ts';
import type { Card, DraftState, TurnResult } from '#src/turn.ts';
import { converse, type Conversation } from '#tests/conversation.ts';
import { testCtx } from '#tests/test-ctx.ts';

const zone = 'Asia/Kolkata';
/** A Friday. */
const NOW = instantOf('2026-11-20', 10, zone);
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config, { now: () => NOW });
afterAll(() => deps.close());

let company: TestCompany;
beforeEach(async () => {
  company = await createTestCompany(deps.db, { providers: 3, customers: 2 });
});
const customer = (index = 0): Extract<Actor, { kind: 'customer' }> => {
  const { id, name } = company.customers[index] ?? company.customer;
  return { kind: 'customer', id, name };
};
const talk = (actor: Actor = customer()) => converse(deps, company.company, actor, NOW);
const bookingsOf = async (actor = customer()) => {
  const rows = await deps.db.select().from(bookings).where(eq(bookings.userId, actor.id)).orderBy(bookings.startsAt);
  const ids = rows.map(({ id }) => id);
  const items = ids.length ? await deps.db.select().from(bookingItems).where(inArray(bookingItems.bookingId, ids)) : [];
  return rows.map((row) => ({
    ...row,
    at: localOf(row.startsAt, zone),
    items: items.filter(({ bookingId }) => bookingId === row.id).map(({ name, quantity }) => ({ name, quantity })),
  }));
};
function quoteOf(turn: TurnResult): Extract<Card, { type: 'booking_quote' }> {
  if (turn.card?.type !== 'booking_quote') throw new Error(`There is no quote, but: ${turn.text}`);
  return turn.card;
}
const draftsAfter = async (chat: Conversation, turn: TurnResult): Promise<DraftState[]> => {
  const ctx = testCtx(deps, company.company, chat.actor, NOW);
  const log = await Array.fromAsync(await deps.assistant.tailTurn(ctx, turn.turnId, 0, new AbortController().signal));
  return log.map(({ event }) => event).findLast((event) => event.type === 'draft')?.stack ?? [];
};
/** A visit of the past, by whoever does it best rated but for `busy`. */
const visitBefore = async (day: string, hour: number, slug: string, providerIndex = 0) => {
  const ctx = testCtx(deps, company.company, customer(), instantOf('2026-10-01', 9, zone));
  const items = [{ rateCardId: company.rateCard(slug).id, quantity: 1 }];
  const { price } = await loadJob(ctx, { items, pincode: company.pincode.pincode });
  const { booking } = await bookSlot(ctx, {
    items,
    startsAt: instantOf(day, hour, zone),
    address: { id: company.customer.addresses[0]?.id ?? '' },
    quotedTotalPaise: price.totalPaise,
    channel: 'web',
  });
  const providerId = company.providers[providerIndex]?.id ?? '';
  await deps.db.update(bookings).set({ status: 'completed', providerId }).where(eq(bookings.id, booking.id));
  return booking;
};

describe('several services in one visit', () => {
  it('are one booking, with one visiting charge and the quantity of each', async () => {
    const chat = talk();
    const quote = quoteOf(
      await chat.say('bathroom cleaning for 2 bathrooms and tap repair in the same visit on sunday 11 am at home'),
    );
    expect(quote.items).toEqual([
      { name: 'Bathroom deep cleaning', quantity: 2 },
      { name: 'Tap repair', quantity: 1 },
    ]);
    expect(quote.price.lines.filter(({ label }) => label === 'Visiting charge')).toHaveLength(1);
    const done = await chat.say('yes');
    const rows = await bookingsOf();
    expect(rows).toMatchObject([{ totalPaise: quote.price.totalPaise, at: { date: '2026-11-22', hour: 11 } }]);
    expect(rows[0]?.items.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(quote.items);
    expect(done.effects).toMatchObject([{ type: 'booking.created', id: rows[0]?.id }]);
  });

  it('are two bookings, one after the other, when no one professional does both; and that is said', async () => {
    const cleaning = company.rateCards.bathroomCleaning.subcategoryId;
    const [cleaner, ...plumbers] = company.providers.map(({ id }) => id);
    await deps.db
      .delete(providerSubcategories)
      .where(
        and(inArray(providerSubcategories.providerId, plumbers), eq(providerSubcategories.subcategoryId, cleaning)),
      );
    const tap = company.rateCards.tapRepair.subcategoryId;
    await deps.db
      .delete(providerSubcategories)
      .where(and(eq(providerSubcategories.providerId, cleaner ?? ''), eq(providerSubcategories.subcategoryId, tap)));
    for (const { id } of company.providers) await renewProviderServices(deps.db, id);

    const chat = talk();
    const first = await chat.say('bathroom cleaning and tap repair in one visit tomorrow 4 pm at home');
    expect(first.text).toContain('different professionals');
    expect(quoteOf(first).items).toEqual([{ name: 'Bathroom deep cleaning', quantity: 1 }]);
    const second = await chat.say('yes');
    expect(second.effects).toHaveLength(1);
    expect(second.parts[0]?.text).toContain('Booked');
    expect(quoteOf(second)).toMatchObject({ items: [{ name: 'Tap repair' }], startsAt: quoteOf(first).startsAt });
    expect((await chat.say('yes')).effects).toHaveLength(1);
    const rows = await bookingsOf();
    expect(rows.map(({ items }) => items.map(({ name }) => name).join()).toSorted()).toEqual([
      'Bathroom deep cleaning',
      'Tap repair',
    ]);
    expect(new Set(rows.map(({ providerId }) => providerId)).size).toBe(2);
  });

  it('change with the words: one more, so many of one, one less, another instead', async () => {
    const chat = talk();
    const items = async (text: string) =>
      quoteOf(await chat.say(text)).items.map(({ name, quantity }) => `${quantity} ${name}`);
    expect(await items('tap repair tomorrow 11 am at home')).toEqual(['1 Tap repair']);
    expect(await items('add bathroom cleaning as well')).toEqual(['1 Tap repair', '1 Bathroom deep cleaning']);
    expect(await items('make it 3 taps')).toEqual(['3 Tap repair', '1 Bathroom deep cleaning']);
    expect(await items('remove the bathroom cleaning')).toEqual(['3 Tap repair']);
    expect(await items('no I meant ac gas refill')).toEqual(['1 AC gas refill']);
  });
});

describe('what a booking writes', () => {
  it('has a key of its turn, so that a turn that is run again writes it once', async () => {
    const chat = talk();
    const quote = await chat.say('tap repair tomorrow 5 pm at home');
    const done = await chat.say('yes');
    const other = await chat.say('tap repair tomorrow 7 pm at home');
    const dropped = await chat.say('never mind');
    const written = await deps.db
      .select()
      .from(events)
      .where(inArray(events.turnId, [quote.turnId, done.turnId, other.turnId, dropped.turnId]));
    const keyed = new Map(written.map(({ type, effectKey }) => [type, effectKey]));
    for (const type of ['slot.held', 'booking.created', 'user.preferences_saved', 'slot.released'])
      expect(keyed.get(type), type).toMatch(/^[0-9a-f]{64}$/);
    expect(await deps.db.select().from(slotHolds).where(eq(slotHolds.holderId, customer().id))).toHaveLength(1);
  });

  it('is seen while it grows, for people', async () => {
    const chat = talk();
    const turn = await chat.say('tap repair for 2 taps tomorrow evening');
    expect(await draftsAfter(chat, turn)).toMatchObject([
      { flow: 'book_service', values: { Service: 'Tap repair × 2', Day: 'tomorrow', Time: 'evening' } },
    ]);
    const whole = await chat.say('at home, 6 pm');
    expect((await draftsAfter(chat, whole))[0]?.values).toMatchObject({
      Time: '6 pm',
      Address: expect.stringContaining('560034'),
    });
  });

  it('is what "it" means afterwards, and is not booked again by a yes', async () => {
    const chat = talk();
    await chat.say('tap repair tomorrow 5 pm at home');
    const done = await chat.say('yes');
    expect((await chat.say('yes')).effects).toEqual([]);
    const moved = await chat.say('move it to 7 pm');
    expect(moved.card).toMatchObject({ type: 'reschedule_quote', number: done.effects[0]?.number });
    expect(await bookingsOf()).toHaveLength(1);
  });
});

describe('what a customer likes', () => {
  it('is remembered with the booking and used for the next one', async () => {
    const chat = talk();
    await chat.say('tap repair tomorrow 6 pm at home');
    await chat.say('yes');
    const [address] = company.customer.addresses;
    expect(await getPreferences(testCtx(deps, company.company, customer()))).toEqual({
      defaultAddressId: address?.id,
      preferredHours: { from: 17, to: 21 },
      lastServiceId: company.rateCards.tapRepair.id,
    });
    const next = await talk().say('bathroom cleaning on monday');
    expect(next.text).toContain('At Home, as usual.');
    expect(next.ask?.options.map(({ label }) => label)).toEqual(expect.arrayContaining(['5 pm', '6 pm', '7 pm']));
  });

  it('is the professional of the last time, where free, before one who is rated better', async () => {
    await visitBefore('2026-10-05', 10, 'tap-repair', 2);
    const usual = company.providers[2];
    const chat = talk();
    const quote = quoteOf(await chat.say('my usual plumber for tap repair tomorrow at 5 pm'));
    expect(quote.provider.name).toBe(usual?.name);

    const [first] = quote.items;
    expect(first?.name).toBe('Tap repair');
    await chat.say('yes');
    const again = await talk(customer()).say('same as last time, tomorrow 5 pm');
    expect(again.text).toContain(`${usual?.name} is not free then.`);
    expect(quoteOf(again).provider.name).not.toBe(usual?.name);
  });

  it('is the last visit that was completed, with the day asked', async () => {
    await visitBefore('2026-10-05', 10, 'tap-repair');
    await visitBefore('2026-10-09', 16, 'bathroom-deep-cleaning');
    const chat = talk();
    const asked = await chat.say('same as last time');
    expect([asked.ask?.slot, asked.text]).toEqual(['date', expect.stringContaining('Bathroom deep cleaning')]);
    const quote = quoteOf(await chat.say('sunday'));
    expect(localOf(new Date(quote.startsAt), zone)).toEqual({ date: '2026-11-22', hour: 16 });
  });
});

describe('a second wish while a service is being chosen', () => {
  it('opens a booking of its own, and the first one comes back after it', async () => {
    const chat = talk();
    const choosing = await chat.say('my ac');
    expect(choosing.ask?.slot).toBe('service');
    await chat.say('also tap repair for sunday at 11');
    const quote = quoteOf(await chat.say('home'));
    expect(quote.items).toEqual([{ name: 'Tap repair', quantity: 1 }]);
    const done = await chat.say('yes');
    expect(done.effects).toHaveLength(1);
    expect(done.ask?.options.map(({ label }) => label)).toEqual(choosing.ask?.options.map(({ label }) => label));
    const resumed = await chat.say('gas refill tomorrow 3 pm');
    expect(quoteOf(resumed).items).toEqual([{ name: 'AC gas refill', quantity: 1 }]);
  });
});
