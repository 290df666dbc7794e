import { instantOf, localOf } from '#src/clock.ts';
import type { CompanyRow } from './rows.ts';

export const COMPANY_ID = 'nexora';
export const TIME_ZONE = 'Asia/Kolkata';

/** The company's calendar around a day. Everything that has happened did so before `now`. */
export interface SeedClock {
  /** The seed date's first instant. */
  now: Date;
  /** The first instant of the day that is told about: the seed date, or one before it. */
  start: Date;
  /** A clock time on the day that lies `days` after that of `start` (before it when negative). */
  at(days: number, hour: number, minute?: number, second?: number): Date;
}

/** @param seedDate `YYYY-MM-DD`, a day in India */
export function createSeedClock(seedDate: string, daysEarlier = 0): SeedClock {
  const now = instantOf(seedDate, 0, TIME_ZONE);
  const start = new Date(now.getTime() - daysEarlier * 86_400_000);
  return {
    now,
    start,
    at(days, hour, minute = 0, second = 0) {
      return new Date(start.getTime() + (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000);
    },
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
