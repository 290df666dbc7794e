import { describe, expect, it } from 'vitest';
import { refundFor, refundRule } from './refund-policy.ts';

const now = new Date('2026-11-20T06:00:00.000Z');
const HOUR = 3_600_000;
const at = (hoursAhead: number, totalPaise = 120_000) => ({
  startsAt: new Date(now.getTime() + hoursAhead * HOUR),
  totalPaise,
});
const MS = 1 / HOUR;

describe('the refund of a cancellation', () => {
  it.each([
    [25, 100],
    [24, 100],
    [24 - MS, 75],
    [4, 75],
    [4 - MS, 50],
    [1, 50],
    [1 - MS, 0],
    [0, 0],
    [-3, 0],
  ])('%d hours before the slot is %d %%, limits included', (hours, percent) => {
    expect(refundFor(at(hours), now)).toMatchObject({ percent, amountPaise: 1_200 * percent, creditPaise: 0 });
  });

  it('is everything and ₹100 on top when the provider or the platform is at fault, whenever', () => {
    for (const fault of ['provider', 'platform'] as const)
      expect(refundFor(at(-2), now, fault)).toMatchObject({
        percent: 100,
        amountPaise: 120_000,
        creditPaise: 10_000,
        rule: { fault },
      });
  });

  it('waits for a person above ₹5,000 of refund, not of price', () => {
    expect(refundFor(at(30, 500_000), now).status).toBe('approved');
    expect(refundFor(at(30, 500_001), now).status).toBe('waiting_for_approval');
    expect(refundFor(at(2, 900_000), now)).toMatchObject({ amountPaise: 450_000, status: 'approved' });
  });

  it('is whole paise, rounded half up', () => {
    expect(refundFor(at(2, 101), now).amountPaise).toBe(51);
    expect(refundFor(at(5, 35_282), now).amountPaise).toBe(26_462);
  });

  it('names the row and the version of the table that it follows', () => {
    expect(refundFor(at(5), now)).toMatchObject({ rule: { fromHours: 4 }, policyVersion: '2026-10' });
  });

  it('is said in the words of its row', () => {
    const said = [25, 5, 2, 0.5].map((hours) => refundRule(refundFor(at(hours), now)));
    expect(said).toEqual([
      '24 hours or more before the slot: 100 %',
      '4 to 24 hours before the slot: 75 %',
      '1 to 4 hours before the slot: 50 %',
      'Less than 1 hour before the slot: 0 %',
    ]);
    expect(refundRule(refundFor(at(0), now, 'provider'))).toBe('The provider’s fault, at any time: 100 %');
  });
});
