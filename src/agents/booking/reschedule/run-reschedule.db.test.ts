import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { bookings, events } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { loadJob } from '#src/services/bookings/load-job.ts';
import { rescheduleBooking } from '#src/services/bookings/reschedule-booking.ts';
import type { Card, TurnResult } from '#src/turn.ts';
import { converse } from '#tests/conversation.ts';
import { testCtx } from '#tests/test-ctx.ts';

const zone = 'Asia/Kolkata';
/** A Friday. */
const NOW = instantOf('2026-11-20', 10, zone);
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config, { now: () => NOW });
afterAll(() => deps.close());

let company: TestCompany;
/** Each conversation has a company of its own: what is upcoming is what it booked. */
beforeEach(async () => {
  company = await createTestCompany(deps.db, { providers: 2, customers: 2 });
});
const customer = (index = 0): Extract<Actor, { kind: 'customer' }> => {
  const { id, name } = company.customers[index] ?? company.customer;
  return { kind: 'customer', id, name };
};
const talk = (actor: Actor = customer()) => converse(deps, company.company, actor, NOW);
type Service = keyof TestCompany['rateCards'];
/** @param at local day and hour: "21 17" is tomorrow at 5 pm */
const book = async (at: string, services: Service[], actor = customer()) => {
  const ctx = testCtx(deps, company.company, actor, new Date(NOW.getTime() - 24 * 3_600_000));
  const items = services.map((service) => ({ rateCardId: company.rateCards[service].id, quantity: 1 }));
  const [day, hour] = at.split(' ');
  const { price } = await loadJob(ctx, { items, pincode: company.pincode.pincode });
  const { booking } = await bookSlot(ctx, {
    items,
    startsAt: instantOf(`2026-11-${day}`, Number(hour), zone),
    address: { id: company.customers.find(({ id }) => id === actor.id)?.addresses[0]?.id ?? '' },
    quotedTotalPaise: price.totalPaise,
    channel: 'web',
  });
  return booking;
};
const placeOf = async (id: string) => {
  const [row] = await deps.db.select().from(bookings).where(eq(bookings.id, id));
  if (!row) throw new Error('The booking is gone.');
  return localOf(row.startsAt, zone);
};
function quoteOf(turn: TurnResult): Extract<Card, { type: 'reschedule_quote' }> {
  if (turn.card?.type !== 'reschedule_quote') throw new Error(`There is no quote, but: ${turn.text}`);
  return turn.card;
}

describe('moving a booking in a conversation', () => {
  it('shows from when to when and that the price stays, moves on yes, and gives the receipt', async () => {
    const booking = await book('21 17', ['tapRepair']);
    const chat = talk();
    const quote = await chat.say('reschedule my tap repair to sunday 11 am');
    expect(quoteOf(quote)).toMatchObject({
      number: booking.number,
      service: 'Tap repair',
      from: 'Sat 21 Nov 2026, 5 – 6 pm',
      to: 'Sun 22 Nov 2026, 11 am – 12 noon',
      provider: { name: booking.provider.name },
    });
    expect(quote.text).toContain('the price stays');
    expect(quote.parts[0]?.sources).toMatchObject([{ kind: 'row', id: booking.id }, { kind: 'policy' }]);
    expect([quote.effects, await placeOf(booking.id)]).toEqual([[], { date: '2026-11-21', hour: 17 }]);

    const done = await chat.say('yes');
    expect(await placeOf(booking.id)).toEqual({ date: '2026-11-22', hour: 11 });
    expect(done.effects).toMatchObject([{ type: 'booking.rescheduled', id: booking.id, number: booking.number }]);
    const [event] = await deps.db
      .select()
      .from(events)
      .where(eq(events.id, done.effects[0]?.eventId ?? ''));
    expect(event).toMatchObject({ type: 'booking.rescheduled', turnId: done.turnId });
    expect(event?.effectKey).toMatch(/^[0-9a-f]{64}$/);
    expect(done.card).toMatchObject({ type: 'booking_receipt', number: booking.number });
    expect(done.parts[0]?.wasCorrected).toBeUndefined();
    expect(done.ask).toBeUndefined();
  });

  it('takes day and hour in any order, alone or together', async () => {
    await book('21 17', ['tapRepair']);
    const to = async (...lines: string[]) => {
      const chat = talk();
      let turn = await chat.say(lines[0] ?? '');
      for (const line of lines.slice(1)) turn = await chat.say(line);
      return quoteOf(turn).to;
    };
    expect(await to('move my booking to sunday')).toBe('Sun 22 Nov 2026, 5 – 6 pm');
    expect(await to('move my booking to 6 pm')).toBe('Sat 21 Nov 2026, 6 – 7 pm');
    expect(await to('shift it to monday morning', '10')).toBe('Mon 23 Nov 2026, 10 – 11 am');
    expect(await to('postpone my plumber', 'tuesday', 'no, 3 pm')).toBe('Tue 24 Nov 2026, 3 – 4 pm');
  });

  it('asks for the new time when only a shift is said', async () => {
    await book('21 17', ['tapRepair']);
    const asked = await talk().say('postpone my booking by two hours');
    expect([asked.ask?.slot, asked.effects]).toEqual(['date', []]);
  });

  it('finds it by number, service, old day, and among several by a choice', async () => {
    const tap = await book('21 17', ['tapRepair']);
    const ac = await book('22 12', ['acRepair']);
    const means = async (words: string) => quoteOf(await talk().say(words)).number;
    expect(await means(`reschedule ${tap.number.toLowerCase()} to monday 4 pm`)).toBe(tap.number);
    expect(await means('move the ac repair to monday 4 pm')).toBe(ac.number);
    expect(await means("move sunday's visit to monday 4 pm")).toBe(ac.number);
    expect(await means('move my next booking to monday 4 pm')).toBe(tap.number);
    const chat = talk();
    const asked = await chat.say('reschedule my booking to monday 4 pm');
    expect(asked.ask?.options.map(({ label }) => label.slice(-9))).toEqual([tap.number, ac.number]);
    expect(quoteOf(await chat.say('2'))).toMatchObject({ number: ac.number, to: 'Mon 23 Nov 2026, 4 – 5 pm' });
  });

  it("knows nothing of somebody else's booking", async () => {
    const theirs = await book('21 17', ['tapRepair'], customer(1));
    const turn = await talk().say(`reschedule ${theirs.number} to sunday`);
    expect(turn.text).toContain(`I find no booking ${theirs.number} in your account.`);
    expect([turn.effects, await placeOf(theirs.id)]).toEqual([[], { date: '2026-11-21', hour: 17 }]);
  });

  it('offers the nearest hours when the hour has gone by the time of the yes, and moves nothing', async () => {
    const booking = await book('21 17', ['tapRepair']);
    const chat = talk();
    await chat.say('move my booking to sunday 11 am');
    await book('22 11', ['acRepair'], customer(1));
    await book('22 11', ['acRepair'], customer(1));
    const late = await chat.say('yes');
    expect([late.effects, await placeOf(booking.id)]).toEqual([[], { date: '2026-11-21', hour: 17 }]);
    expect(late.text).toContain('not free');
    expect(late.ask?.options.map(({ label }) => label)).toContain('Sun 22 Nov, 10 am');
    expect(quoteOf(await chat.say('10 am')).to).toBe('Sun 22 Nov 2026, 10 – 11 am');
  });

  it('shows anew what has changed since it was shown', async () => {
    const booking = await book('21 17', ['tapRepair']);
    const chat = talk();
    await chat.say('move my booking to sunday 11 am');
    const elsewhere = testCtx(deps, company.company, customer(), NOW);
    await rescheduleBooking(elsewhere, { ref: booking.id }, { startsAt: instantOf('2026-11-23', 9, zone) });
    const again = await chat.say('yes');
    expect(again.effects).toEqual([]);
    expect(quoteOf(again)).toMatchObject({
      from: 'Mon 23 Nov 2026, 9 – 10 am',
      to: 'Sun 22 Nov 2026, 11 am – 12 noon',
    });
    expect((await chat.say('yes')).effects).toHaveLength(1);
    expect(await placeOf(booking.id)).toEqual({ date: '2026-11-22', hour: 11 });
  });

  it('counts the hours of the booking itself as free: two hours move by one', async () => {
    const booking = await book('21 15', ['acGasRefill']);
    await book('21 9', ['acRepair'], customer(1));
    const chat = talk();
    expect(quoteOf(await chat.say('move my booking to 4 pm')).to).toBe('Sat 21 Nov 2026, 4 – 6 pm');
    expect((await chat.say('ok move it')).effects).toHaveLength(1);
    expect(await placeOf(booking.id)).toEqual({ date: '2026-11-21', hour: 16 });
  });

  it('says who comes instead when the professional is not free then', async () => {
    const booking = await book('21 17', ['tapRepair']);
    await book('22 11', ['acRepair'], customer(1));
    const quote = await talk().say('move my booking to sunday 11 am');
    expect(quoteOf(quote).provider.name).not.toBe(booking.provider.name);
    expect(quote.text).toContain(`${booking.provider.name} is not free then`);
  });

  it('refuses what the rules refuse, with the reason', async () => {
    const booking = await book('21 17', ['tapRepair']);
    const answer = async (status: 'completed' | 'in_progress' | 'cancelled' | 'no_show') => {
      await deps.db.update(bookings).set({ status }).where(eq(bookings.id, booking.id));
      const turn = await talk().say(`reschedule ${booking.number} to sunday`);
      expect(turn.effects).toEqual([]);
      return turn.text;
    };
    expect(await answer('completed')).toContain('is completed');
    expect(await answer('in_progress')).toContain('is in progress');
    expect(await answer('cancelled')).toContain('has already been cancelled');
    expect(await answer('no_show')).toContain('nobody was at home');
  });
});
