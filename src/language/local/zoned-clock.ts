/** What the clocks and calendars of a zone show at an instant. */
export interface ZonedClock {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads `instant` in the IANA zone, whatever zone the process runs in. Throws RangeError for an unknown zone. */
export function zonedClock(instant: Date, timeZone: string): ZonedClock {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  return { year, month, day, hour, minute, weekday: new Date(asUtc).getUTCDay() };
}

/** `YYYY-MM-DD` of a calendar day plus `days`; months and days may overflow. */
export function isoDay(year: number, month: number, day: number, days = 0): string {
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
