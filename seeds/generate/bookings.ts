import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { BOOKING_POLICY, maxQuantityPerVisit, visitHours } from '#src/services/bookings/policy.ts';
import { priceOf, type VisitItem } from '#src/services/bookings/price.ts';
import { BOOKING_NOTES } from '../data/dialogues.ts';
import type { PincodeSeed } from '../data/types.ts';
import { outcomeOf } from './booking-outcome.ts';
import { bookingBriefs, type BookingBrief } from './booking-briefs.ts';
import type { CatalogueRows } from './catalogue.ts';
import type { Cohort } from './cohort.ts';
import { COMPANY_ID, type SeedClock } from './company.ts';
import type { Coverage } from './coverage.ts';
import type { Provider } from './providers.ts';
import { at, createRandom, seedId, spokenNumber, type Random } from './random.ts';
import type { AddressRow, BookingItemRow, BookingRow, SlotHoldRow } from './rows.ts';
import type { Customer } from './users.ts';
import { visitPrice, type VisitPrice } from './visit-price.ts';

/** Work that has been priced for somebody, at a place and time. */
export interface Job {
  row: VisitPrice & Pick<BookingRow, 'startsAt' | 'endsAt'>;
  visit: VisitItem[];
  provider: Provider;
  address: AddressRow;
  place: PincodeSeed;
}

export interface SeededBooking extends Job {
  row: BookingRow;
  items: BookingItemRow[];
  customer: Customer;
  fromChat: boolean;
}

export interface World {
  cohort: Cohort;
  catalogue: CatalogueRows;
  coverage: Coverage;
  customers: readonly Customer[];
  addressesOf(userId: string): readonly AddressRow[];
  places: ReadonlyMap<string, PincodeSeed>;
}

const HOUR_MS = 3_600_000;
const { opensAt, closesAt } = BOOKING_POLICY;

/** 139 bookings with 294 items, from 90 days before to 14 days after the seed date. */
export function generateBookings(world: World): SeededBooking[] {
  // Nobody is at two places at once: neither a provider nor a customer.
  const busy = new Set<string>();
  return bookingBriefs(world.cohort, world.customers.length)
    .map((brief, i) => generateBooking(world, brief, world.cohort.key(`booking ${i}`), busy))
    .toSorted((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime());
}

function generateBooking(world: World, brief: BookingBrief, key: string, busy: Set<string>): SeededBooking {
  const random = createRandom(key);
  const customer = at(world.customers, brief.customer);
  const theirs = world.addressesOf(customer.id);
  const address = at(theirs, brief.address % theirs.length);
  const place = world.places.get(address.pincode);
  if (!place) throw new Error(`The geography lacks ${address.pincode}.`);

  for (let tries = 0; tries < 500; tries++) {
    const provider = random.pick(world.coverage.providersAt(place.pincode));
    const visit = pickVisit(random, world, { place, provider, count: itemsAt(tries, brief), category: brief.category });
    if (!visit) continue;
    const hours = visitHours(visit);
    const startHour = random.int(opensAt, closesAt - hours);
    const startsAt = world.cohort.clock.at(brief.day, startHour);
    const taken = Array.from({ length: hours }, (_, h) => startsAt.getTime() + h * HOUR_MS).flatMap((hour) => [
      `${provider.id} ${hour}`,
      `${customer.id} ${hour}`,
    ]);
    const createdAt = pickCreation(random, world.cohort.clock, brief.day, startHour);
    if (!createdAt || taken.some((hour) => busy.has(hour))) continue;
    if (brief.status !== 'cancelled') for (const hour of taken) busy.add(hour);

    const row = bookingRow(
      random,
      key,
      { brief, customer, provider, address, place, visit, startsAt, hours, createdAt },
      world,
    );
    return { row, items: itemRows(row, visit), visit, customer, provider, address, place, fromChat: brief.fromChat };
  }
  throw new Error(`No professional was found for ${key} at ${address.pincode}.`);
}

/** When nobody nearby can do so much in one visit, less will do. */
const itemsAt = (tries: number, brief: BookingBrief) => Math.max(1, brief.items - Math.floor(tries / 100));

/** Different services of one category that the provider does and that are on offer there, fitting into one day. */
export function pickVisit(
  random: Random,
  { catalogue, coverage }: World,
  wanted: { place: PincodeSeed; provider: Provider; count: number; category?: string | undefined },
): VisitItem[] | undefined {
  const { place, provider, count } = wanted;
  const categoryOf = (card: RateCardRow) =>
    catalogue.subcategories.find((row) => row.id === card.subcategoryId)?.categoryId;
  const asked = catalogue.categories.find((row) => row.slug === wanted.category)?.id;
  const possible = coverage
    .cardsAt(place.pincode)
    .filter((card) => provider.subcategoryIds.has(card.subcategoryId))
    .filter((card) => asked === undefined || categoryOf(card) === asked);
  if (possible.length === 0) return undefined;
  const first = random.weighted(possible, (card) => (card.isDefault ? 3 : 1));
  const related = possible.filter((card) => categoryOf(card) === categoryOf(first));
  // Two sizes of the same thing are not booked together.
  const perSubcategory = new Map([first, ...random.shuffle(related)].map((card) => [card.subcategoryId, card]));
  const cards = [...perSubcategory.set(first.subcategoryId, first).values()].slice(0, count);
  const visit = cards.map((card) => ({
    card,
    quantity: random.chance(0.25) ? random.int(1, Math.min(3, maxQuantityPerVisit(card))) : 1,
  }));
  return visit.length === count && visitHours(visit) <= 8 ? visit : undefined;
}

/** A moment in the days before the visit at which people are awake, with the notice that the rules ask for. */
function pickCreation(random: Random, clock: SeedClock, day: number, startHour: number): Date | undefined {
  const lastDay = Math.min(day, -1);
  const ahead = random.pick([0, 0, 1, 1, 1, 2, 2, 3, 5, 8]);
  const latest = ahead === 0 && lastDay === day ? startHour - BOOKING_POLICY.minLeadHours - 1 : 22;
  if (latest < 7) return undefined;
  return clock.at(lastDay - ahead, random.int(7, latest), random.int(0, 59), random.int(0, 59));
}

interface Facts {
  brief: BookingBrief;
  customer: Customer;
  provider: Provider;
  address: AddressRow;
  place: PincodeSeed;
  visit: VisitItem[];
  startsAt: Date;
  hours: number;
  createdAt: Date;
}

function bookingRow(random: Random, key: string, facts: Facts, { cohort }: World): BookingRow {
  const { brief, address, startsAt, createdAt } = facts;
  const { label, line1, locality, city, state, pincode } = address;
  const endsAt = new Date(startsAt.getTime() + facts.hours * HOUR_MS);
  const outcome = outcomeOf(random, brief.status, { createdAt, startsAt, endsAt, now: cohort.clock.start });
  return {
    id: seedId('bkg', createdAt, key),
    companyId: COMPANY_ID,
    number: spokenNumber('NX', key, cohort.taken.numbers),
    userId: facts.customer.id,
    providerId: facts.provider.id,
    addressId: address.id,
    address: { label, line1, locality, city, state, pincode },
    pincode,
    status: brief.status,
    startsAt,
    endsAt,
    ...visitPrice(facts.visit, facts.place.tier),
    channel: brief.fromChat ? 'web' : random.pick(['web', 'web', 'phone', 'api']),
    conversationId: null,
    holdId: seedId('hld', createdAt, key),
    notes: random.chance(0.2) ? random.pick(BOOKING_NOTES) : null,
    ...outcome,
    rescheduleCount: 0,
    version: outcome.cancelledAt || outcome.completedAt ? 2 : 1,
    createdAt,
    updatedAt: outcome.cancelledAt ?? outcome.completedAt ?? createdAt,
  };
}

function itemRows(booking: BookingRow, visit: readonly VisitItem[]): BookingItemRow[] {
  return priceOf(visit, 0).items.map((item, i) => ({
    // A millisecond apart, so that they sort in this order.
    id: seedId('itm', new Date(booking.createdAt.getTime() + i), `${booking.id} ${i}`),
    bookingId: booking.id,
    ...item,
    cancelledAt: null,
    refundId: null,
  }));
}

/** The hours that bookings take from their providers; cancelled ones give them back. */
export function slotHoldRows(bookings: readonly SeededBooking[]): SlotHoldRow[] {
  return bookings.flatMap(({ row }) => {
    if (row.status === 'cancelled' || row.holdId === null) return [];
    const { providerId, companyId, holdId, userId: holderId, id: bookingId, createdAt } = row;
    const hours = (row.endsAt.getTime() - row.startsAt.getTime()) / HOUR_MS;
    return Array.from({ length: hours }, (_, h) => {
      const hour = new Date(row.startsAt.getTime() + h * HOUR_MS);
      return { providerId, hour, companyId, holdId, holderId, bookingId, expiresAt: null, createdAt };
    });
  });
}
