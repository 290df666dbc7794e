import { rupees } from '#src/money.ts';
import { COMPLAINT_TEXTS, type About, type ComplaintCategory, type ComplaintText } from '../data/complaints.ts';
import type { SeededBooking, World } from './bookings.ts';
import { TIME_ZONE } from './company.ts';
import { fill } from './exchange.ts';
import { createRandom, type Random } from './random.ts';

/** What somebody complains about, before anybody has looked at it. */
export interface ComplaintDraft {
  key: string;
  userId: string;
  category: ComplaintCategory;
  description: string;
  booking: SeededBooking | undefined;
  createdAt: Date;
}

/** How many of the 120 are of each category. */
const COUNTS: Record<ComplaintCategory, number> = {
  quality: 34,
  delay: 24,
  overcharge: 20,
  damage: 14,
  behaviour: 12,
  other: 10,
  safety: 6,
};
/** Nobody who gave more stars complains of such a thing. */
const MOST_STARS: Record<ComplaintCategory, number> = {
  safety: 1,
  damage: 2,
  behaviour: 2,
  quality: 3,
  delay: 4,
  overcharge: 4,
  other: 5,
};
/** More often than this a wording would sound like a copy, unless there is no other. */
const MOST_TOLD = 4;
/** Minutes, from and to, after the visit: bad work shows later than a broken shelf. */
const TOLD_AFTER = { quality: [26 * 60, 190 * 60], others: [20, 40 * 60] } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY = new Intl.DateTimeFormat('en-IN', { weekday: 'long', day: 'numeric', month: 'long', timeZone: TIME_ZONE });

/** 120 complaints, oldest first: about a booking where one fits, else about something that is not on record. */
export function complaintDrafts(world: World, bookings: readonly SeededBooking[]): ComplaintDraft[] {
  const random = createRandom(world.cohort.key('complaints'));
  const categories = random.shuffle(
    Object.entries(COUNTS).flatMap(([name, count]) => Array<ComplaintCategory>(count).fill(name as ComplaintCategory)),
  );
  // Of late rather than long ago: what is old has been settled.
  const free = new Set(
    bookings
      .map((booking) => ({ booking, rank: random.next() * daysAgo(world, booking) }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ booking }) => booking),
  );
  const told = new Map<ComplaintText, number>();
  return categories
    .map((category, i): ComplaintDraft => {
      const key = world.cohort.key(`complaint ${i}`);
      const found = pickBooking(random, world, free, category, told);
      if (found) free.delete(found.booking);
      const text = found?.text ?? leastTold(random, COMPLAINT_TEXTS[category].filter(isAbout('nothing')), told);
      told.set(text, (told.get(text) ?? 0) + 1);
      return {
        key,
        userId: found?.booking.row.userId ?? random.pick(world.customers).id,
        category,
        description: found ? fill(text.text, wordsOf(found.booking)) : text.text,
        booking: found?.booking,
        createdAt: found?.createdAt ?? someTime(random, world),
      };
    })
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

const isAbout = (about: About) => (text: ComplaintText) => text.about === about;

/** Wordings take turns. */
function leastTold(random: Random, texts: readonly ComplaintText[], told: Map<ComplaintText, number>): ComplaintText {
  const fewest = Math.min(...texts.map((text) => told.get(text) ?? 0));
  return random.pick(texts.filter((text) => (told.get(text) ?? 0) === fewest));
}

function pickBooking(
  random: Random,
  world: World,
  free: ReadonlySet<SeededBooking>,
  category: ComplaintCategory,
  told: Map<ComplaintText, number>,
) {
  for (const booking of free) {
    if ((booking.row.rating ?? 0) > MOST_STARS[category]) continue;
    const about = aboutOf(booking);
    const kind = kindOf(world, booking);
    const texts = COMPLAINT_TEXTS[category].filter(
      (text) => text.about === about && (text.categories?.includes(kind) ?? true) && (told.get(text) ?? 0) < MOST_TOLD,
    );
    const createdAt = timeOf(random, world, booking, category);
    if (texts.length > 0 && createdAt) return { booking, text: leastTold(random, texts, told), createdAt };
  }
  return undefined;
}

const daysAgo = ({ cohort }: World, { row }: SeededBooking) =>
  Math.abs(cohort.clock.start.getTime() - row.startsAt.getTime()) / DAY_MS;

function aboutOf({ row }: SeededBooking): About {
  if (row.status === 'completed') return 'done';
  if (row.status === 'no_show') return 'missed';
  if (row.status === 'cancelled') return 'cancelled';
  return row.status === 'pending' ? 'pending' : 'coming';
}

/** The slug of the category of work. */
function kindOf({ catalogue }: World, { visit }: SeededBooking): string {
  const subcategory = catalogue.subcategories.find((row) => row.id === visit[0]?.card.subcategoryId);
  return catalogue.categories.find((row) => row.id === subcategory?.categoryId)?.slug ?? '';
}

/** Some hours after what it is about; never when that is still to come. */
function timeOf(
  random: Random,
  { cohort }: World,
  { row }: SeededBooking,
  category: ComplaintCategory,
): Date | undefined {
  const from = row.completedAt ?? row.cancelledAt ?? (row.status === 'no_show' ? row.endsAt : row.createdAt);
  const [least, most] = TOLD_AFTER[category === 'quality' ? category : 'others'];
  const time = new Date(from.getTime() + random.int(least, most) * MINUTE_MS + random.int(0, 59) * 1_000);
  return time < cohort.clock.start ? time : undefined;
}

/** The more the nearer: old ones have been dealt with. */
function someTime(random: Random, { cohort }: World): Date {
  const daysAgo = 1 + Math.floor(random.next() ** 3 * cohort.historyDays);
  return cohort.clock.at(-daysAgo, random.int(7, 22), random.int(0, 59), random.int(0, 59));
}

function wordsOf({ row, visit, provider }: SeededBooking): Record<string, string> {
  return {
    // "Cockroach control: up to 2 BHK" is called by its first half.
    service: visit[0]?.card.name.split(':')[0] ?? '',
    provider: provider.name.split(' ')[0] ?? provider.name,
    day: DAY.format(row.cancelledAt ?? row.startsAt),
    number: row.number,
    amount: rupees(row.totalPaise),
  };
}
