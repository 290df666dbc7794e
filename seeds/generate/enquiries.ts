import { visitHours } from '#src/services/bookings/policy.ts';
import type { PincodeSeed } from '../data/types.ts';
import { pickVisit, type Job, type SeededBooking, type World } from './bookings.ts';
import type { Exchange, Talk } from './exchange.ts';
import type { Notices } from './notices.ts';
import type { PolicyAnswer } from './policy-answers.ts';
import { at, createRandom, seedId, type Random } from './random.ts';
import { untilQuote } from './talk-booking.ts';
import {
  coverageExchange,
  policyExchange,
  priceAndPolicyExchange,
  priceExchange,
  statusExchange,
} from './talk-enquiry.ts';
import { visitPrice } from './visit-price.ts';

export interface EnquiryWorld extends World {
  bookings: readonly SeededBooking[];
  policies: readonly PolicyAnswer[];
  notices: Notices;
}

const KINDS = { policy: 30, price: 24, coverage: 11, status: 14, abandoned: 11, both: 5, help: 3, person: 3, other: 4 };
type Kind = keyof typeof KINDS;
const GUEST_SHARE = 0.25;

/** A conversation that ends without a booking. */
export function enquiry(world: EnquiryWorld, key: string): Talk {
  const random = createRandom(key);
  const kind = random.weighted(Object.keys(KINDS) as Kind[], (name) => KINDS[name]);
  if (kind === 'status') return statusTalk(random, world, key);

  const startsAt = world.cohort.clock.at(
    -random.int(1, world.cohort.historyDays),
    random.int(7, 22),
    random.int(0, 59),
    random.int(0, 59),
  );
  const isGuest = kind !== 'abandoned' && random.chance(GUEST_SHARE);
  const customer = random.pick(world.customers);
  const place = isGuest ? random.pick([...world.places.values()]) : customer.home;
  const owner = isGuest ? { guestId: seedId('gst', startsAt, key) } : { userId: customer.id };
  const body: Record<Exclude<Kind, 'status'>, () => Exchange[]> = {
    policy: () => policyRound(random, world, random.int(1, 3)),
    price: () => priceRound(random, world, place),
    coverage: () => [coverage(random, world, place), ...(random.chance(0.4) ? priceRound(random, world, place) : [])],
    abandoned: () => [...abandoned(random, world, customer.id, startsAt), world.notices.dropped(random)],
    both: () => [priceAndPolicyExchange(random, random.pick(world.catalogue.rateCards), random.pick(world.policies))],
    help: () => [world.notices.help(random), ...priceRound(random, world, place)],
    person: () => [...policyRound(random, world, 1), world.notices.person(random)],
    other: () => [world.notices.outOfScope(random)],
  };
  return { key, owner, startsAt, exchanges: framed(random, world.notices, body[kind]()) };
}

/** Hello before and thanks after, as some do. */
export function framed(random: Random, notices: Notices, exchanges: Exchange[]): Exchange[] {
  const before = random.chance(0.4) ? [notices.greeting(random)] : [];
  const after = random.chance(0.45) ? [notices.thanks(random)] : [];
  const last = after.length > 0 && random.chance(0.2) ? [notices.goodbye(random)] : [];
  return [...before, ...exchanges, ...after, ...last];
}

/** Different questions about the rules. */
export function policyRound(random: Random, world: EnquiryWorld, count: number): Exchange[] {
  return random
    .shuffle(world.policies)
    .slice(0, count)
    .map((known) => policyExchange(random, known));
}

function priceRound(random: Random, world: EnquiryWorld, place: PincodeSeed): Exchange[] {
  const cards = world.coverage.cardsAt(place.pincode);
  const offered = cards.length > 0 ? cards : world.catalogue.rateCards;
  return random
    .shuffle(offered)
    .slice(0, random.int(1, 2))
    .map((card) => priceExchange(random, card, cards.length > 0 && random.chance(0.5) ? place : undefined));
}

function coverage(random: Random, world: EnquiryWorld, place: PincodeSeed): Exchange {
  const cards = world.coverage.cardsAt(place.pincode);
  const subcategoryIds = new Set(cards.map((card) => card.subcategoryId));
  const categoryIds = new Set(
    world.catalogue.subcategories.filter((row) => subcategoryIds.has(row.id)).map((row) => row.categoryId),
  );
  const names = world.catalogue.categories.filter((row) => categoryIds.has(row.id)).map((row) => row.name);
  return coverageExchange(random, place, names, cards.length);
}

/** All questions up to the price, and then: never mind. */
function abandoned(random: Random, world: EnquiryWorld, userId: string, now: Date): Exchange[] {
  const address = at(world.addressesOf(userId), 0);
  const place = world.places.get(address.pincode);
  if (!place) throw new Error(`The geography lacks ${address.pincode}.`);
  for (;;) {
    const provider = random.pick(world.coverage.providersAt(place.pincode));
    const visit = pickVisit(random, world, { place, provider, count: 1 });
    if (!visit) continue;
    const hours = visitHours(visit);
    const days = Math.round((now.getTime() - world.cohort.clock.start.getTime()) / 86_400_000 - 0.5) + random.int(1, 4);
    const startsAt = world.cohort.clock.at(days, random.int(9, 21 - hours));
    const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
    const job: Job = { row: { ...visitPrice(visit, place.tier), startsAt, endsAt }, visit, provider, address, place };
    return untilQuote(random, job, now);
  }
}

function statusTalk(random: Random, world: EnquiryWorld, key: string): Talk {
  const { row } = random.pick(world.bookings);
  const from = row.createdAt.getTime() + 60_000;
  const to = Math.min((row.cancelledAt ?? row.startsAt).getTime(), world.cohort.clock.start.getTime()) - 60_000;
  const moment = new Date(from + Math.floor((Math.max(0, to - from) * random.next()) / 1_000) * 1_000);
  const coming = world.bookings
    .filter(({ row: b }) => b.userId === row.userId && b.createdAt < moment && b.endsAt > moment)
    .filter(({ row: b }) => b.cancelledAt === null || b.cancelledAt > moment)
    .toSorted((a, b) => a.row.startsAt.getTime() - b.row.startsAt.getTime());
  const owner = { userId: row.userId };
  return { key, owner, startsAt: moment, exchanges: framed(random, world.notices, [statusExchange(random, coming)]) };
}
