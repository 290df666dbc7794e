import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#src/context.ts';
import { events, memories, users } from '#src/db/schema/index.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { countStatements } from '#tests/count-statements.ts';
import { requiredEnv } from '#tests/env.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { scrubDeletedUsers } from '../users/scrub-deleted-users.ts';
import { getPreferences } from './get-preferences.ts';
import { savePreferences } from './save-preferences.ts';

let app: TestApp;
let test: TestCompany;
beforeAll(async () => {
  app = await startTestApp();
  test = await createTestCompany(app.deps.db, { customers: 4 });
});
afterAll(() => app.close());

function as(n: number) {
  const customer = test.customers[n];
  if (!customer) throw new Error(`The test company has no customer ${n}.`);
  const actor: Actor = { kind: 'customer', id: customer.id, name: customer.name };
  return { ctx: testCtx(app.deps, test.company, actor), customer, addressId: customer.addresses[0]?.id ?? '' };
}
const savedEvents = async (userId: string) => {
  const rows = await app.deps.db.select().from(events).where(eq(events.subjectId, userId));
  return rows.filter(({ type }) => type === 'user.preferences_saved');
};

describe('a customer’s preferences', () => {
  it('are remembered field by field, with the event of each change', async () => {
    const { ctx, customer, addressId } = as(0);
    expect(await getPreferences(ctx)).toEqual({});
    const first = await savePreferences(ctx, { defaultAddressId: addressId, preferredHours: { from: 9, to: 12 } });
    expect(first.preferences).toEqual({ defaultAddressId: addressId, preferredHours: { from: 9, to: 12 } });
    const second = await savePreferences(ctx, { lastServiceId: test.rateCards.acRepair.id, preferredHours: null });
    expect(await getPreferences(ctx)).toEqual({
      defaultAddressId: addressId,
      lastServiceId: test.rateCards.acRepair.id,
    });
    const told = new Map((await savedEvents(customer.id)).map(({ id, data }) => [id, data]));
    expect(told.size).toBe(2);
    expect(told.get(first.eventId ?? '')).toEqual({ fields: ['defaultAddressId', 'preferredHours'] });
    expect(told.get(second.eventId ?? '')).toEqual({ fields: ['preferredHours', 'lastServiceId'] });
  });

  it('make no event when nothing is new', async () => {
    const { ctx, customer } = as(1);
    await savePreferences(ctx, { preferredHours: { from: 18, to: 21 } });
    const again = await savePreferences(ctx, { preferredHours: { to: 21, from: 18 }, lastServiceId: null });
    expect(again).toEqual({ preferences: { preferredHours: { from: 18, to: 21 } } });
    expect(await savedEvents(customer.id)).toHaveLength(1);
  });

  it('are saved once for the same effect of a turn', async () => {
    const { ctx, customer } = as(2);
    const effectKey = `preferences ${customer.id}`.slice(0, 64);
    const one = await savePreferences(ctx, { preferredHours: { from: 9, to: 12 }, effectKey });
    await savePreferences(ctx, { preferredHours: { from: 10, to: 12 } });
    const two = await savePreferences(ctx, { preferredHours: { from: 9, to: 12 }, effectKey });
    expect(two.eventId).toBe(one.eventId);
    expect(two.preferences).toEqual({ preferredHours: { from: 10, to: 12 } });
  });

  it('lose nothing when two fields are saved at once', async () => {
    const { ctx, addressId } = as(3);
    for (let round = 0; round < 5; round++) {
      await savePreferences(ctx, { defaultAddressId: null, preferredHours: null });
      const hours = { from: round, to: 20 };
      await Promise.all([
        savePreferences(ctx, { defaultAddressId: addressId }),
        savePreferences(ctx, { preferredHours: hours }),
      ]);
      expect(await getPreferences(ctx)).toEqual({ defaultAddressId: addressId, preferredHours: hours });
    }
  });

  it('take one read', async () => {
    const { ctx } = as(0);
    expect(await countStatements(requiredEnv('DATABASE_URL'), (db) => getPreferences({ ...ctx, db }))).toBe(1);
  });

  it('are of this customer in this company alone', async () => {
    const [mine, other] = [as(0), as(1)];
    await expect(savePreferences(mine.ctx, { defaultAddressId: other.addressId })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await getPreferences(other.ctx)).not.toHaveProperty('defaultAddressId');
    const elsewhere = await createTestCompany(app.deps.db);
    expect(await getPreferences({ ...mine.ctx, company: elsewhere.company })).toEqual({});
  });

  it('are refused where they make no sense, and from whoever has no account', async () => {
    const { ctx } = as(0);
    for (const preferredHours of [
      { from: 12, to: 12 },
      { from: -1, to: 3 },
      { from: 1.5, to: 3 },
    ])
      await expect(savePreferences(ctx, { preferredHours })).rejects.toMatchObject({ code: 'invalid' });
    const guest = testCtx(app.deps, test.company, { kind: 'guest', id: 'gst_1' });
    await expect(savePreferences(guest, { lastServiceId: 'x' })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await getPreferences(guest)).toEqual({});
  });

  it('are gone when a deleted account is scrubbed, and no other’s', async () => {
    const [gone, kept] = [as(0), as(1)];
    const { db } = app.deps;
    await db
      .update(users)
      .set({ deletedAt: new Date('2026-01-01T00:00:00Z') })
      .where(eq(users.id, gone.customer.id));
    await scrubDeletedUsers(testCtx(app.deps, test.company, { kind: 'system' }));
    const left = (await db.select().from(memories)).map(({ namespace }) => namespace);
    expect(left.filter((namespace) => namespace.includes(gone.customer.id))).toEqual([]);
    expect(left.filter((namespace) => namespace.includes(kept.customer.id))).toHaveLength(1);
  });
});
