import { DateTime } from 'luxon';

/** The UTC instant of a local wall-clock hour. `date` is `YYYY-MM-DD`. */
export function instantOf(date: string, hour: number, timeZone: string): Date {
  return DateTime.fromISO(date, { zone: timeZone }).set({ hour, minute: 0, second: 0, millisecond: 0 }).toJSDate();
}

/** Local calendar day (`YYYY-MM-DD`) and hour (0–23) of an instant. */
export function localOf(instant: Date, timeZone: string): { date: string; hour: number } {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  return { date: local.toFormat('yyyy-MM-dd'), hour: local.hour };
}

/** "2026-11-21" plus days. */
export function addDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

export function isDate(date: string): boolean {
  return DateTime.fromISO(date, { zone: 'utc' }).isValid;
}

/** "9 am", "12 noon", "5 pm". */
export function hourLabel(hour: number): string {
  if (hour === 12) return '12 noon';
  return `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "today", "tomorrow" or "Sat 28 Nov". */
export function dayLabel(date: string, now: Date, timeZone: string): string {
  const today = localOf(now, timeZone).date;
  if (date === today) return 'today';
  if (date === addDays(today, 1)) return 'tomorrow';
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-IN').toFormat('ccc d LLL');
}

/** "Sat 21 Nov 2026, 5 – 7 pm". */
export function whenLabel(startsAt: Date, endsAt: Date, timeZone: string): string {
  const from = DateTime.fromJSDate(startsAt, { zone: timeZone }).setLocale('en-IN');
  const to = DateTime.fromJSDate(endsAt, { zone: timeZone });
  const sameHalf = from.hour < 12 === to.hour < 12 && from.hour !== 12 && to.hour !== 12;
  const start = sameHalf ? String(from.hour % 12 || 12) : hourLabel(from.hour);
  return `${from.toFormat('ccc d LLL yyyy')}, ${start} – ${hourLabel(to.hour)}`;
}
