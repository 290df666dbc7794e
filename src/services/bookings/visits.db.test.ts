import { and, eq, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import { renewProviderServices } from '#src/db/queries/providers.ts';
import { events, providerSubcategories, rateCardPincodes, slotHolds } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { bookSlot } from './book-slot.ts';
import { createBooking } from './create-booking.ts';
import { getBooking } from './get-booking.ts';
import { holdSlot } from './hold-slot.ts';
import { listFreeHours } from './list-free-hours.ts';
import { priceOf } from './price.ts';
import { quoteBooking } from './quote-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const deps = await createDeps(loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env }));
afterAll(() => deps.close());

type Service = keyof TestCompany['rateCards'];
const zone = 'Asia/Kolkata';
const now = new Date();
let days = 0;
const nextDay = () => addDays(localOf(now, zone).date, 2 + days++);

/** From the best rated to the worst: one for air conditioners, one for bathrooms and one for both. */
let company: TestCompany;
/** Nobody there does both. */
let divided: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 3 });
  divided = await createTestCompany(deps.db, { providers: 2 });
  for (const { providers, rateCards } of [company, divided]) {
    await doesOnly(providers[0]?.id, rateCards.acRepair.subcategoryId);
    await doesOnly(providers[1]?.id, rateCards.bathroomCleaning.subcategoryId);
  }
});

async function doesOnly(providerId = '', subcategoryId: string): Promise<void> {
  const { db } = deps;
  const others = ne(providerSubcategories.subcategoryId, subcategoryId);
  await db.delete(providerSubcategories).where(and(eq(providerSubcategories.providerId, providerId), others));
  await renewProviderServices(db, providerId);
}

const as = (test = company) => {
  const { id, name } = test.customer;
  return testCtx(deps, test.company, { kind: 'customer', id, name }, now);
};
const itemsOf = (services: [Service, quantity: number][], test = company) =>
  services.map(([service, quantity]) => ({ rateCardId: test.rateCards[service].id, quantity }));
const wishFor = (services: [Service, number][], startsAt: Date, test = company) => ({
  items: itemsOf(services, test),
  pincode: test.pincode.pincode,
  startsAt,
});
/** 90 and 2 × 75 minutes: four hours. */
const BOTH: [Service, number][] = [
  ['bathroomCleaning', 2],
  ['acGasRefill', 1],
];
const book = async (startsAt: Date, services = BOTH) => {
  const { pincode: _, ...wish } = wishFor(services, startsAt);
  const visit = services.map(([service, quantity]) => ({ card: company.rateCards[service], quantity }));
  const { booking } = await bookSlot(as(), {
    ...wish,
    address: { id: company.customer.addresses[0]?.id ?? '' },
    quotedTotalPaise: priceOf(visit, company.pincode.tier).totalPaise,
    channel: 'api',
  });
  return booking;
};
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
const hoursOf = (bookingId: string) =>
  deps.db.select().from(slotHolds).where(eq(slotHolds.bookingId, bookingId)).orderBy(slotHolds.hour);

describe('a visit for several services', () => {
  it('is booked with all of them, at the sum of their prices, one visiting charge and tax on the whole', async () => {
    const startsAt = instantOf(nextDay(), 10, zone);
    const booking = await book(startsAt);
    // ₹1,198 − 15 % and ₹2,499 − 10 %, ₹49 for the way, 18 % GST.
    expect(booking.items).toMatchObject([
      {
        name: 'Bathroom deep cleaning',
        quantity: 2,
        unitPricePaise: 59_900,
        discountPaise: 17_970,
        totalPaise: 101_830,
      },
      { name: 'AC gas refill', quantity: 1, unitPricePaise: 249_900, discountPaise: 24_990, totalPaise: 224_910 },
    ]);
    expect(booking).toMatchObject({
      ...{ subtotalPaise: 369_700, discountPaise: 42_960, visitingChargePaise: 4_900, gstPaise: 59_695 },
      totalPaise: 391_335,
      endsAt: new Date(startsAt.getTime() + 4 * 3_600_000),
    });
    expect(await hoursOf(booking.id)).toHaveLength(4);
    expect(await getBooking(as(), booking.number)).toEqual(booking);
    const [created] = await deps.db.select().from(events).where(eq(events.subjectId, booking.id));
    expect(created?.data).toMatchObject({ items: itemsOf(BOTH) });
  });

  it('has them in the order in which they were named', async () => {
    const named: Service[] = ['tapRepair', 'acGasRefill', 'bathroomCleaning', 'acRepair'];
    const booking = await book(
      instantOf(nextDay(), 10, zone),
      named.map((service) => [service, 1]),
    );
    const ids = named.map((service) => company.rateCards[service].id);
    expect(booking.items.map(({ rateCardId }) => rateCardId)).toEqual(ids);
  });

  it('is priced as it is charged, before an hour is chosen and for an hour', async () => {
    const startsAt = instantOf(nextDay(), 9, zone);
    const { startsAt: _, ...wish } = wishFor(BOTH, startsAt);
    const price = (await quoteBooking(as(), wish)).job.price;
    expect(price.totalPaise).toBe(391_335);
    const quote = await quoteBooking(as(), { ...wish, startsAt });
    expect(quote).toMatchObject({ job: { hours: 4, price }, slot: { freeProviders: 1 } });
    await book(startsAt);
    expect((await quoteBooking(as(), { ...wish, startsAt })).slot?.freeProviders).toBe(0);
  });

  it('goes to the professional who does all of it, though others are rated better and free', async () => {
    const date = nextDay();
    const [acOnly, , both] = company.providers;
    const booking = await book(instantOf(date, 12, zone));
    expect(booking.providerId).toBe(both?.id);
    expect((await book(instantOf(date, 12, zone), [['acRepair', 1]])).providerId).toBe(acOnly?.id);

    const free = async (services: [Service, number][]) => {
      const { startsAt: _, ...wish } = wishFor(services, now);
      return (await listFreeHours(as(), { ...wish, fromDate: date, days: 1 })).map(({ hour }) => hour);
    };
    expect(
      await free([
        ['bathroomCleaning', 1],
        ['acRepair', 1],
      ]),
    ).toEqual([9, 16, 17, 18]);
    expect(await free([['bathroomCleaning', 1]])).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('keeps its services, price and length when it is moved, to where one professional can do all of it', async () => {
    const date = nextDay();
    const before = await book(instantOf(date, 9, zone));
    const startsAt = instantOf(date, 11, zone);
    const { booking } = await rescheduleBooking(as(), { ref: before.number }, { startsAt });
    expect(booking.items).toEqual(before.items);
    const { totalPaise, providerId, number } = before;
    expect(booking).toMatchObject({ totalPaise, providerId, number, rescheduleCount: 1 });
    expect((await hoursOf(booking.id)).map(({ hour }) => localOf(hour, zone).hour)).toEqual([11, 12, 13, 14]);

    const other = await book(instantOf(date, 15, zone));
    const problem = await problemOf(rescheduleBooking(as(), { ref: other.id }, { startsAt }));
    expect(problem).toMatchObject({ code: 'slot-taken' });
    expect((await hoursOf(other.id)).map(({ hour }) => localOf(hour, zone).hour)).toEqual([15, 16, 17, 18]);
  });

  it('cannot be booked on a hold of somebody who does only a part of it', async () => {
    const startsAt = instantOf(nextDay(), 10, zone);
    const held = await holdSlot(as(), wishFor([['acRepair', 4]], startsAt));
    expect(held.provider.id).toBe(company.providers[0]?.id);
    const quote = await quoteBooking(as(), wishFor(BOTH, startsAt));
    const problem = await problemOf(
      createBooking(as(), {
        ...wishFor(BOTH, startsAt),
        ...{ holdId: held.holdId, channel: 'api', quotedTotalPaise: quote.job.price.totalPaise },
        address: { id: company.customer.addresses[0]?.id ?? '' },
      }),
    );
    expect(problem).toMatchObject({ code: 'not-served' });
  });
});

describe('a visit is refused', () => {
  const ways = (services: [Service, number][], test = company) => {
    const wish = wishFor(services, instantOf(nextDay(), 9, zone), test);
    const { startsAt, ...where } = wish;
    return Promise.all([
      problemOf(holdSlot(as(test), wish)),
      problemOf(quoteBooking(as(test), where)),
      problemOf(listFreeHours(as(test), { ...where, fromDate: localOf(startsAt, zone).date, days: 1 })),
    ]);
  };

  it('when no one professional does all of it, though each service has somebody', async () => {
    for (const problem of await ways(BOTH, divided))
      expect(problem).toMatchObject({
        code: 'not-served',
        detail:
          'No one professional does Bathroom deep cleaning and AC gas refill at 560034: ' +
          'please book them as visits of their own.',
        data: { reason: 'not-by-one-professional', rateCardIds: itemsOf(BOTH, divided).map((item) => item.rateCardId) },
      });
    const held = await deps.db.select().from(slotHolds).where(eq(slotHolds.companyId, divided.company.id));
    expect(held).toEqual([]);
  });

  it('when one of the services is not offered there, by its name', async () => {
    const { acGasRefill } = divided.rateCards;
    const here = eq(rateCardPincodes.pincode, divided.pincode.pincode);
    await deps.db.delete(rateCardPincodes).where(and(eq(rateCardPincodes.rateCardId, acGasRefill.id), here));
    for (const problem of await ways(
      [
        ['acRepair', 1],
        ['acGasRefill', 1],
      ],
      divided,
    ))
      expect(problem).toMatchObject({
        code: 'not-served',
        detail: 'We do not do AC gas refill at 560034 yet.',
        data: { reason: 'not-offered', rateCardIds: [acGasRefill.id] },
      });
  });

  it('when a service is named twice', async () => {
    for (const problem of await ways([
      ['acRepair', 1],
      ['tapRepair', 1],
      ['acRepair', 2],
    ]))
      expect(problem).toMatchObject({
        code: 'invalid',
        issues: [
          {
            pointer: '/items/2/rateCardId',
            detail: 'is the service of items/0 again: name it once, with the quantity of both',
          },
        ],
      });
  });

  it('when it does not fit into a day, though each service would', async () => {
    for (const problem of await ways([
      ['acRepair', 5],
      ['acGasRefill', 3],
      ['bathroomCleaning', 3],
    ]))
      expect(problem).toMatchObject({
        code: 'invalid',
        detail: 'Together this takes 14 hours, and a working day has 12: please book several visits.',
        issues: [{ pointer: '/items' }],
      });
  });

  it('when there is nothing in it, or more than one visit can have of a service', async () => {
    for (const problem of await ways([]))
      expect(problem?.issues).toEqual([{ pointer: '/items', detail: 'must name a service' }]);
    for (const problem of await ways([
      ['acRepair', 1],
      ['tapRepair', 7],
    ]))
      expect(problem?.issues).toEqual([{ pointer: '/items/1/quantity', detail: 'must be between 1 and 6' }]);
  });
});
