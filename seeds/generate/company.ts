import { addDays, instantOf, localOf } from '#src/clock.ts';
import type { CompanyRow } from './rows.ts';

export const COMPANY_ID = 'nexora';
export const TIME_ZONE = 'Asia/Kolkata';

/** The company's calendar around the seed date. Everything that has happened did so before that day began. */
export interface SeedClock {
  seedDate: string;
  /** The seed date's first instant. */
  start: Date;
  /** A clock time on the day that lies `days` after the seed date (before it when negative). */
  at(days: number, hour: number, minute?: number, second?: number): Date;
  /** Local calendar day, `YYYY-MM-DD`. */
  day(days: number): string;
}

/** @param seedDate `YYYY-MM-DD`, a day in India */
export function createSeedClock(seedDate: string): SeedClock {
  const start = instantOf(seedDate, 0, TIME_ZONE);
  return {
    seedDate,
    start,
    at(days, hour, minute = 0, second = 0) {
      return new Date(start.getTime() + (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000);
    },
    day: (days) => addDays(seedDate, days),
  };
}

/** Today in India. */
export const todayInIndia = (now: Date): string => localOf(now, TIME_ZONE).date;

export function companyRow(clock: SeedClock): CompanyRow {
  const createdAt = clock.at(-420, 11);
  return {
    id: COMPANY_ID,
    name: 'Nexora',
    timeZone: TIME_ZONE,
    currency: 'INR',
    persona: {
      assistantName: 'Nia',
      greeting:
        'Namaste, I am Nia, the assistant of Nexora. Tell me what needs to be done at home, and I will find a time, a professional and the exact price.',
      suggestions: [
        'My AC is not cooling',
        'Book a bathroom cleaning',
        'What is your refund policy?',
        'Show my bookings',
      ],
      supportPhone: '+91 80 4718 2200',
      supportEmail: 'support@nexora.test',
      supportHours: '08:00–22:00 IST',
    },
    createdAt,
    updatedAt: createdAt,
  };
}
