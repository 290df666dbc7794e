import { describe, expect, it } from 'vitest';
import { findDates } from './dates.ts';
import { testNow } from './test-maker.ts';

const dateOf = (text: string, now = testNow, timeZone = 'Asia/Kolkata'): string | undefined =>
  findDates(text, now, timeZone)[0]?.value;

describe('days in a text, on Wednesday 18 November 2026', () => {
  it.each([
    ['today', '2026-11-18'],
    ['aaj', '2026-11-18'],
    ['tonight', '2026-11-18'],
    ['asap', '2026-11-18'],
    ['tomorrow', '2026-11-19'],
    ['tmrw', '2026-11-19'],
    ['tommorow', '2026-11-19'],
    ['kal', '2026-11-19'],
    ['parso', '2026-11-20'],
    ['day after tomorrow', '2026-11-20'],
    ['in 3 days', '2026-11-21'],
    ['2 din baad', '2026-11-20'],
    ['this sunday', '2026-11-22'],
    ['coming sunday', '2026-11-22'],
    ['itwar ko', '2026-11-22'],
    ['next monday', '2026-11-23'],
    ['saterday', '2026-11-21'],
    ['this weekend', '2026-11-21'],
    ['25/12', '2026-12-25'],
    ['5/12', '2026-12-05'],
    ['25 dec', '2026-12-25'],
    ['dec 25', '2026-12-25'],
    ['3rd December', '2026-12-03'],
    ['on the 25th', '2026-11-25'],
    ['5 tareekh', '2026-12-05'],
    ['2026-12-01', '2026-12-01'],
    ['5/1/27', '2027-01-05'],
    ['1 march', '2027-03-01'],
  ])('reads "%s" as %s', (text, day) => expect(dateOf(text)).toBe(day));

  it.each([
    ['yesterday', '2026-11-17'],
    ['1 Jan 2020', '2020-01-01'],
    ['last sunday', '2026-11-15'],
  ])('gives the past day of "%s" as it is: rules judge it', (text, day) => expect(dateOf(text)).toBe(day));

  it.each([
    '24/7 service',
    'the 2nd floor',
    '4th block',
    'I sat down',
    'may I book',
    'per day',
    '30 feb',
    'plain words',
  ])('sees no day in "%s"', (text) => expect(dateOf(text)).toBeUndefined());

  it('goes by the calendar of the customer, not of the server', () => {
    const lateEvening = new Date('2026-11-18T19:00:00Z'); // Already the 19th in India.
    expect(dateOf('tomorrow', lateEvening)).toBe('2026-11-20');
    expect(dateOf('this thursday', lateEvening)).toBe('2026-11-19');
    expect(dateOf('tomorrow', lateEvening, 'America/New_York')).toBe('2026-11-19');
    expect(dateOf('18 nov', lateEvening, 'America/New_York')).toBe('2026-11-18');
  });

  it('says the same in every zone that the process may run in', () => {
    const before = process.env.TZ;
    const texts = [
      'this thursday',
      'sunday',
      '18 nov',
      '19 nov',
      '25/12',
      'yesterday',
      'in 3 days',
      'next week',
      'last sunday',
    ];
    const instants = ['T06:30:00Z', 'T18:29:00Z', 'T18:31:00Z', 'T23:59:00Z'].map(
      (time) => new Date(`2026-11-18${time}`),
    );
    const readAll = (zone: string): (string | undefined)[] => {
      process.env.TZ = zone;
      return instants.flatMap((instant) => texts.map((text) => dateOf(text, instant)));
    };
    try {
      const inIndia = readAll('Asia/Kolkata');
      expect(readAll('America/Los_Angeles')).toEqual(inIndia);
      expect(testNow.getTimezoneOffset(), 'the zone did change').toBe(480);
      expect(readAll('Pacific/Auckland')).toEqual(inIndia);
      expect(inIndia[texts.indexOf('18 nov')]).toBe('2026-11-18');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('gives the day and the time of "in 2 hrs", over midnight too', () => {
    expect(findDates('in 2 hrs', testNow, 'Asia/Kolkata')[0]).toMatchObject({
      value: '2026-11-18',
      clock: { hour: 14, minute: 0 },
    });
    const night = new Date('2026-11-18T17:45:00Z');
    expect(findDates('2 ghante mein', night, 'Asia/Kolkata')[0]).toMatchObject({
      value: '2026-11-19',
      clock: { hour: 1, minute: 15 },
    });
  });

  it('tells which words named the day', () => {
    const [found] = findDates('please come on 25 dec at my place', testNow, 'Asia/Kolkata');
    expect('please come on 25 dec at my place'.slice(found!.start, found!.end)).toContain('25 dec');
  });
});
