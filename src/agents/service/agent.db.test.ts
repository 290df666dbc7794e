import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { instantOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { createDeps } from '#src/deps.ts';
import { rupees } from '#src/money.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { loadJob } from '#src/services/bookings/load-job.ts';
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
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 1, customers: 2 });
});
const guest = (): Actor => ({ kind: 'guest', id: `gst_${crypto.randomUUID().slice(0, 8)}` });
const talk = (actor: Actor = guest()) => converse(deps, company.company, actor, NOW);
const customer = (): Extract<Actor, { kind: 'customer' }> => {
  const { id, name } = company.customer;
  return { kind: 'customer', id, name };
};
function comparisonOf(turn: TurnResult): Extract<Card, { type: 'comparison' }> {
  if (turn.card?.type !== 'comparison') throw new Error(`There is no comparison, but: ${turn.text}`);
  return turn.card;
}
const rowsOf = (turn: TurnResult) =>
  turn.parts.flatMap(({ sources }) => sources.flatMap((s) => (s.kind === 'row' ? [`${s.table}:${s.id}`] : [])));

describe('a price', () => {
  it('is the one that a booking is charged, with quantity and the visiting charge of the place', async () => {
    const { tapRepair } = company.rateCards;
    const ctx = testCtx(deps, company.company, customer(), NOW);
    const { price } = await loadJob(ctx, { items: [{ rateCardId: tapRepair.id, quantity: 3 }], pincode: '560034' });
    const turn = await talk().say('how much is tap repair for 3 taps in 560034');
    expect(turn.text).toContain(rupees(price.totalPaise));
    expect(turn.text).toContain(`${rupees(price.visitingChargePaise)} visiting charge`);
    expect(rowsOf(turn)).toEqual([`rate_cards:${tapRepair.id}`, 'pincodes:560034']);
    expect(turn.effects).toEqual([]);
  });

  it('is told for what one visit takes when more was asked for', async () => {
    const turn = await talk().say('how much is tap repair for 500 taps in 560034');
    expect(turn.text).toMatch(/One visit takes 1 to \d+ for Tap repair/);
  });
});

describe('a comparison', () => {
  it('sets price, time, contents and GST side by side and says the difference in a sentence', async () => {
    const { acRepair, acGasRefill } = company.rateCards;
    const turn = await talk().say('difference between ac repair visit and ac gas refill');
    const card = comparisonOf(turn);
    expect(card.columns).toEqual([acRepair.name, acGasRefill.name]);
    expect(card.rows.map(({ label }) => label)).toEqual([
      'Price',
      'With 18 % GST',
      'Takes about',
      'Included',
      'Not included',
    ]);
    expect(card.rows.every(({ cells }) => cells.length === 2)).toBe(true);
    const net = acGasRefill.pricePaise * (1 - acGasRefill.discountPercent / 100);
    expect(turn.text).toContain(`${acGasRefill.name} costs ${rupees(net - acRepair.pricePaise)} more`);
    expect(turn.text).toContain('30 minutes longer');
    expect(rowsOf(turn)).toEqual([`rate_cards:${acRepair.id}`, `rate_cards:${acGasRefill.id}`]);
  });

  it('gives totals where the place is known', async () => {
    const turn = await talk().say('compare tap repair and bathroom cleaning in 560034');
    expect(comparisonOf(turn).rows[1]?.label).toContain('560034');
  });

  it('asks for the other one when only one is named', async () => {
    const turn = await talk().say('compare tap repair');
    expect([turn.card, turn.text]).toEqual([undefined, 'With what shall I compare Tap repair?']);
  });
});

describe('a recommendation', () => {
  it('names the service for the problem with the reason, and "book it" books that', async () => {
    const chat = talk();
    const turn = await chat.say('water leaking from my ac, what do i need');
    expect(turn.text).toMatch(/I would take AC repair visit .*it is for “ac leaking water”/s);
    expect(turn.effects).toEqual([]);
    const booking = await chat.say('book it');
    expect(booking.ask?.slot).toBe('pincode');
    expect((await chat.say('560034')).text).not.toContain('What needs to be done');
  });

  it('chooses between what was compared', async () => {
    const chat = talk();
    await chat.say('ac repair visit vs ac gas refill');
    expect((await chat.say('which one should i take')).text).toContain('I would take AC repair visit');
  });
});

describe('who is free', () => {
  const takeHours = async (hours: number[]) => {
    const ctx = testCtx(deps, company.company, customer(), NOW);
    const items = [{ rateCardId: company.rateCards.tapRepair.id, quantity: 1 }];
    const { price } = await loadJob(ctx, { items, pincode: '560034' });
    for (const hour of hours)
      await bookSlot(ctx, {
        items,
        startsAt: instantOf('2026-11-25', hour, zone),
        address: { id: company.customer.addresses[0]?.id ?? '' },
        quotedTotalPaise: price.totalPaise,
        channel: 'web',
      });
  };

  it('is looked up for that day and part of the day, and leads to the booking', async () => {
    const chat = talk();
    const turn = await chat.say('is anyone available for tap repair tomorrow evening in 560034?');
    expect(turn.text).toBe(
      'Yes, somebody is free for Tap repair in Koramangala, Bengaluru (560034): tomorrow: 5 pm, 6 pm and 7 pm.',
    );
    const booking = await chat.say('book it');
    expect(booking.text).not.toContain('Which day');
  });

  it('tells the next free hours when nobody is', async () => {
    await takeHours([9, 10, 11]);
    const turn = await talk().say('is anyone available for tap repair on 25 november morning in 560034?');
    expect(turn.text).toContain('Nobody is free for Tap repair in Koramangala, Bengaluru (560034) at that time.');
    expect(turn.text).toContain('Wed 25 Nov 12 noon');
  });

  it('needs a pincode; a customer with one address lives there', async () => {
    expect((await talk().say('is anyone available for tap repair tomorrow evening?')).text).toContain(
      'For which pincode',
    );
    const turn = await talk(customer()).say('is anyone available for tap repair tomorrow evening?');
    expect(turn.text).toContain('Koramangala');
  });

  it('is no question for a day that has passed, or a place that we do not serve', async () => {
    const past = await talk().say('is anyone available for tap repair on 3 november 2026 in 560034?');
    expect(past.text).toContain('already passed');
    const far = await talk().say(`is anyone available for tap repair tomorrow in ${company.unservedPincode.pincode}?`);
    expect(far.text).toContain("We don't do this in 560102 yet. The nearest areas we serve: 560034");
  });
});
