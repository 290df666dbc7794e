import { createSeedClock, type SeedClock } from './company.ts';

/** What must be different in all rows of a seed, however many there are. */
export interface Taken {
  emails: Set<string>;
  userPhones: Set<string>;
  providerPhones: Set<string>;
  /** Of bookings and complaints. */
  numbers: Set<string>;
}

/** People who joined at about the same time, and all that came of it: a part of the data that is made on its own. */
export interface Cohort {
  /** The one with the demo accounts. */
  isFirst: boolean;
  /** Around the cohort's own day. */
  clock: SeedClock;
  /** The name of a source of chance or of an id: different in every cohort. */
  key(name: string): string;
  /** Days, from and to, in which the customers signed up. */
  signUps: readonly [number, number];
  /** Bookings and conversations lie in so many days before the cohort's own. */
  historyDays: number;
  taken: Taken;
}

export const createTaken = (): Taken => ({
  emails: new Set(),
  userPhones: new Set(),
  providerPhones: new Set(),
  numbers: new Set(),
});

/** The demo company as everybody knows it. */
export function firstCohort(seedDate: string, taken: Taken): Cohort {
  return {
    isFirst: true,
    clock: createSeedClock(seedDate),
    key: (name) => name,
    signUps: [-400, -190],
    historyDays: 90,
    taken,
  };
}

/** The first further cohort lies this many days back, the last one at the seed date: ids grow as rows are written. */
const OLDEST_DAYS = 285;

/**
 * One of the cohorts that `--scale` adds, from the oldest to the newest.
 * @param index 1 … `scale` − 1
 */
export function furtherCohort(seedDate: string, index: number, scale: number, taken: Taken): Cohort {
  const daysEarlier = Math.round(((scale - 1 - index) * OLDEST_DAYS) / Math.max(1, scale - 2));
  return {
    isFirst: false,
    clock: createSeedClock(seedDate, daysEarlier),
    key: (name) => `cohort ${index}: ${name}`,
    signUps: [-130, -100],
    historyDays: 20,
    taken,
  };
}
