import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { instantOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { bookSlot } from './book-slot.ts';
import { holdSlot } from './hold-slot.ts';
import { listMoveHours } from './list-move-hours.ts';
import { loadJob } from './load-job.ts';
import { previewReschedule } from './preview-reschedule.ts';

const zone = 'Asia/Kolkata';
const NOW = instantOf('2026-11-20', 10, zone);
const at = (hour: number) => instantOf('2026-11-22', hour, zone);
const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config, { now: () => NOW });
afterAll(() => deps.close());

let company: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 1, customers: 2 });
});
const as = (index: number) => {
  const { id, name } = company.customers[index] ?? company.customer;
  return testCtx(deps, company.company, { kind: 'customer', id, name }, NOW);
};
const guest: Actor = { kind: 'guest', id: 'gst_move' };
const book = async (hour: number, index = 0) => {
  const items = [{ rateCardId: company.rateCards.acGasRefill.id, quantity: 1 }];
  const { price } = await loadJob(as(index), { items, pincode: company.pincode.pincode });
  const address = { id: company.customers[index]?.addresses[0]?.id ?? '' };
  const { booking } = await bookSlot(as(index), {
    ...{ items, address, startsAt: at(hour), quotedTotalPaise: price.totalPaise, channel: 'web' as const },
  });
  return booking;
};
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('where a booking can be moved', () => {
  it('are the hours that are free for all of it, its own ones counted as free, but not where it is', async () => {
    const mine = await book(13);
    await book(16, 1);
    const day = { fromDate: '2026-11-22', days: 1 };
    const hours = (await listMoveHours(as(0), mine.number, day)).map(({ hour }) => hour);
    // Two hours each: 9 to 16 but for 13 itself, and from 18, when the other one is done.
    expect(hours).toEqual([9, 10, 11, 12, 14, 18, 19]);

    const shown = await previewReschedule(as(0), mine.id, at(14));
    expect(shown).toMatchObject({ startsAt: at(14), endsAt: at(16), provider: { id: mine.providerId } });
    expect(await codeOf(previewReschedule(as(0), mine.id, at(15)))).toBe('slot-taken');
    expect(await codeOf(previewReschedule(as(0), mine.id, at(13)))).toBe('not-allowed');
    expect(await codeOf(previewReschedule(as(0), mine.id, at(20)))).toBe('invalid');
    expect(await codeOf(previewReschedule(as(1), mine.id, at(9)))).toBe('not-found');
    expect(await codeOf(listMoveHours(as(1), mine.number, day))).toBe('not-found');
    const stranger = testCtx(deps, company.company, guest, NOW);
    expect(await codeOf(previewReschedule(stranger, mine.id, at(9)))).toBe('unauthenticated');
    expect(await codeOf(listMoveHours(stranger, mine.id, day))).toBe('unauthenticated');
  });
});

describe('a professional whom the customer knows', () => {
  it('is held before one who is rated better, when free', async () => {
    const two = await createTestCompany(deps.db, { providers: 2 });
    const { id, name } = two.customer;
    const ctx = testCtx(deps, two.company, { kind: 'customer', id, name }, NOW);
    const [best, known] = two.providers;
    const wish = {
      items: [{ rateCardId: two.rateCards.tapRepair.id, quantity: 1 }],
      pincode: two.pincode.pincode,
      startsAt: at(10),
      preferProviderId: known?.id ?? '',
    };
    expect((await holdSlot(ctx, wish)).provider.id).toBe(known?.id);
    expect((await holdSlot(ctx, wish)).provider.id).toBe(best?.id);
  });
});
