import { describe, expect, it } from 'vitest';
import { instantOf } from '#src/clock.ts';
import { durationHours, maxQuantityPerVisit, startProblem } from './policy.ts';
import { priceOf } from './price.ts';

const zone = 'Asia/Kolkata';
const now = instantOf('2026-11-20', 10, zone);
const at = (date: string, hour: number, hours = 1) =>
  startProblem({ startsAt: instantOf(date, hour, zone), now, localHour: hour, hours });

describe('when a job may start', () => {
  it('allows the first and the last hour of a working day', () => {
    expect(at('2026-11-21', 9)).toBeUndefined();
    expect(at('2026-11-21', 20)).toBeUndefined();
  });

  it('refuses the night, and a job that would run past closing', () => {
    expect(at('2026-11-21', 3)).toBe('closed');
    expect(at('2026-11-21', 21)).toBe('closed');
    expect(at('2026-11-21', 20, 2)).toBe('closed');
  });

  it('wants two hours of notice, to the minute', () => {
    expect(at('2026-11-20', 11)).toBe('too-soon');
    expect(at('2026-11-20', 12)).toBeUndefined();
  });

  it('refuses the past and what is more than 60 days ahead', () => {
    expect(at('2026-11-20', 9)).toBe('past');
    expect(at('2027-01-19', 10)).toBeUndefined();
    expect(at('2027-01-20', 10)).toBe('too-far');
  });
});

describe('how long a job is', () => {
  it('is counted in whole hours, at least one', () => {
    expect(durationHours(30, 1)).toBe(1);
    expect(durationHours(45, 2)).toBe(2);
    expect(durationHours(60, 3)).toBe(3);
  });

  it('limits the quantity to what fits a working day', () => {
    expect(maxQuantityPerVisit({ durationMinutes: 60, maxQuantity: 20 })).toBe(12);
    expect(maxQuantityPerVisit({ durationMinutes: 30, maxQuantity: 5 })).toBe(5);
  });
});

describe('what a job costs', () => {
  it('is rate × quantity + visiting charge − discount, plus 18 % GST', () => {
    const price = priceOf({ pricePaise: 59_900, discountPercent: 10 }, 2, 2);
    expect(price).toMatchObject({ subtotalPaise: 119_800, discountPaise: 11_980, visitingChargePaise: 7_900 });
    expect(price.gstPaise).toBe(Math.round((119_800 - 11_980 + 7_900) * 0.18));
    expect(price.totalPaise).toBe(119_800 - 11_980 + 7_900 + price.gstPaise);
  });
});
