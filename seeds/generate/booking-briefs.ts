import type { BookingStatus } from '#src/db/schema/bookings.ts';
import type { Cohort } from './cohort.ts';
import { at, createRandom } from './random.ts';

/** What a booking is to be like, before anybody has been found for it. */
export interface BookingBrief {
  /** Which customer: an index; 0 is the demo customer. */
  customer: number;
  /** Which of the customer's addresses; taken modulo their number. */
  address: number;
  /** Days after the seed date. */
  day: number;
  status: BookingStatus;
  items: number;
  /** Made in a conversation with the assistant, which books one service at a time. */
  fromChat: boolean;
  /** Slug of the category that the work is of; any, if not given. */
  category?: string;
}

/** Figures of the demo customer's bookings; the second address is the office. */
const DEMO: Omit<BookingBrief, 'customer'>[] = [
  { address: 0, day: -62, status: 'completed', items: 2, fromChat: false, category: 'home-cleaning' },
  { address: 1, day: -33, status: 'completed', items: 1, fromChat: true, category: 'ac-service-repair' },
  { address: 0, day: -12, status: 'cancelled', items: 3, fromChat: false, category: 'plumbing' },
  { address: 0, day: 3, status: 'confirmed', items: 1, fromChat: true, category: 'appliance-repair' },
  { address: 1, day: 8, status: 'confirmed', items: 2, fromChat: false, category: 'pest-control' },
];

/** Of the 134 others. */
const PAST: [BookingStatus, number][] = [
  ['completed', 90],
  ['cancelled', 13],
  ['no_show', 6],
];
const COMING: [BookingStatus, number][] = [
  ['confirmed', 19],
  ['pending', 4],
  ['cancelled', 2],
];
/** How many of them have 1, 2, 3 … items: with the demo customer's, 294 in 139 bookings. */
const WITH_ITEMS = [44, 49, 25, 12, 4];
const FROM_CHAT = 40;

const repeat = <T>(pairs: readonly (readonly [T, number])[]) =>
  pairs.flatMap(([value, count]) => Array<T>(count).fill(value));

/** The demo customer's bookings are those of the first cohort's first customer; in the others they are anybody's. */
export function bookingBriefs(cohort: Cohort, customers: number): BookingBrief[] {
  const random = createRandom(cohort.key('booking briefs'));
  const itemCounts = random.shuffle(repeat(WITH_ITEMS.map((count, i) => [i + 1, count] as const)));
  const statuses = random.shuffle([
    ...repeat(PAST).map((status) => ({ status, isPast: true })),
    ...repeat(COMING).map((status) => ({ status, isPast: false })),
  ]);
  let chats = 0;
  const others = statuses.map(({ status, isPast }, i): BookingBrief => {
    const items = at(itemCounts, i);
    return {
      // Some customers book often, some never do.
      customer: 1 + Math.floor(random.next() ** 1.4 * (customers - 1)),
      address: random.chance(0.7) ? 0 : random.int(0, 2),
      day: isPast ? -random.int(1, cohort.historyDays) : random.int(1, 14),
      status,
      items,
      // The assistant confirms at once, so what is pending came another way.
      fromChat: items === 1 && status !== 'pending' && chats++ < FROM_CHAT,
    };
  });
  const demo = DEMO.map(({ category, ...brief }) => ({
    ...brief,
    customer: 0,
    ...(cohort.isFirst && category ? { category } : {}),
  }));
  return [...demo, ...others].map((brief) => settled(cohort, brief));
}

/** What was to come in an older cohort has come by now. */
function settled({ clock }: Cohort, brief: BookingBrief): BookingBrief {
  const isOver = clock.at(brief.day + 1, 0) <= clock.now;
  return isOver && (brief.status === 'confirmed' || brief.status === 'pending')
    ? { ...brief, status: 'completed' }
    : brief;
}
