import bcrypt from 'bcrypt';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { POPULAR_SUBCATEGORIES } from './generate/popular.ts';
import type { SeedRows } from './generate/rows.ts';
import { DEMO_ADMIN_EMAIL, DEMO_CUSTOMER_EMAIL, DEMO_PASSWORD } from './generate/users.ts';
import { plan, type SeedInput } from './plan.ts';

const SEED_DATE = '2026-11-20';

let documents: SeedInput['documents'];
let rows: SeedRows;

beforeAll(async () => {
  documents = await loadKnowledge(join(import.meta.dirname, 'knowledge'));
  rows = plan({ seedDate: SEED_DATE, documents });
});

/** The only row with this value; fails the test when there is none or another one. */
function one<T>(list: readonly T[], matches: (row: T) => boolean): T {
  const found = list.filter(matches);
  expect(found).toHaveLength(1);
  return found[0] as T;
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]));

describe('the seed', () => {
  it('is the same in every run for one date', () => {
    expect(plan({ seedDate: SEED_DATE, documents })).toEqual(rows);
  });

  it('moves with its date and keeps who and what', () => {
    const later = plan({ seedDate: '2027-02-03', documents });
    expect(later.bookings.map((b) => b.number).sort()).toEqual(rows.bookings.map((b) => b.number).sort());
    expect(later.users.map((u) => u.email)).toEqual(rows.users.map((u) => u.email));
    const first = Math.min(...later.bookings.map((b) => b.startsAt.getTime()));
    expect(first).toBeGreaterThan(Date.parse('2026-11-01'));
  });

  it('has the number of rows that the product is measured with', () => {
    expect(Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length]))).toMatchObject({
      companies: 1,
      users: 150,
      addresses: 198,
      providers: 120,
      categories: 12,
      subcategories: 76,
      rateCards: 156,
      pincodes: 171,
      bookings: 139,
      bookingItems: 294,
      messages: 1192,
      turns: 596,
      complaints: 120,
      complaintUpdates: 180,
      priorityQueue: 100,
      roles: 8,
      permissions: 30,
      staff: 5,
      refunds: 16,
    });
    expect(new Set(rows.permissions.map((row) => row.module)).size).toBe(11);
    expect(rows.rateCardPincodes.length).toBeGreaterThanOrEqual(243);
    expect(rows.providerPincodes.length).toBeGreaterThanOrEqual(92);
    const roles = Map.groupBy(rows.users, (user) => user.role);
    expect([roles.get('customer')?.length, roles.get('ops')?.length]).toEqual([100, 50]);
    expect(rows.staffActivityLog.length).toBeGreaterThan(30);
  });

  it('gives every row an id of its own that sorts by creation', () => {
    const ids = Object.values(rows).flatMap((list: object[]) => list.flatMap((row) => ('id' in row ? [row.id] : [])));
    expect(new Set(ids).size).toBe(ids.length);
    for (const list of [rows.conversations, rows.bookings, rows.events, rows.complaints, rows.staffActivityLog])
      expect(list.map((row) => row.id.slice(0, 14))).toEqual(list.map((row) => row.id.slice(0, 14)).toSorted());
    expect(rows.bookings.every((b) => /^bkg_[0-9a-hjkmnp-tv-z]{26}$/.test(b.id))).toBe(true);
    expect(rows.bookings.every((b) => /^NX-[34679ACDEFGHJKMNPQRTUVWXY]{6}$/.test(b.number))).toBe(true);
    expect(new Set(rows.bookings.map((b) => b.number)).size).toBe(rows.bookings.length);
  });

  it('writes nothing that happened after the seed date had begun', () => {
    const begin = Date.parse(`${SEED_DATE}T00:00:00+05:30`);
    for (const list of [
      ...[rows.users, rows.addresses, rows.providers, rows.bookings, rows.messages, rows.events],
      ...[rows.complaints, rows.complaintUpdates, rows.priorityQueue, rows.refunds, rows.staff, rows.staffActivityLog],
    ])
      for (const row of list) expect(row.createdAt.getTime()).toBeLessThan(begin);
  });
});

describe('its people', () => {
  it('lets the demo accounts in with the published password, and nobody else', async () => {
    const customer = one(rows.users, (user) => user.email === DEMO_CUSTOMER_EMAIL);
    const admin = one(rows.users, (user) => user.email === DEMO_ADMIN_EMAIL);
    expect([customer.role, customer.name, admin.role]).toEqual(['customer', 'Priya Sharma', 'ops']);
    for (const { passwordHash } of [customer, admin])
      expect(await bcrypt.compare(DEMO_PASSWORD, passwordHash ?? '')).toBe(true);
    expect(rows.users.filter((user) => user.passwordHash !== null)).toHaveLength(2);
  });

  it('has unique Indian mobile numbers and e-mail addresses that can reach nobody', () => {
    const numbers = [...rows.users, ...rows.providers].map((row) => row.phone);
    expect(numbers.every((phone) => /^\+91[6-9]\d{9}$/.test(phone))).toBe(true);
    expect(new Set(rows.users.map((row) => row.phone)).size).toBe(rows.users.length);
    expect(new Set(rows.providers.map((row) => row.phone)).size).toBe(rows.providers.length);
    expect(new Set(rows.users.map((row) => row.email)).size).toBe(rows.users.length);
    expect(rows.users.every((row) => /^[a-z0-9.]+@([a-z]+\.example|demo\.nexora\.test)$/.test(row.email))).toBe(true);
  });

  it('gives the demo customer a home, an office, and bookings behind and ahead', () => {
    const { id } = one(rows.users, (user) => user.email === DEMO_CUSTOMER_EMAIL);
    const theirs = rows.addresses.filter((row) => row.userId === id);
    expect(theirs.map((row) => [row.label, row.pincode, row.isDefault])).toEqual([
      ['Home', '560034', true],
      ['Office', '560038', false],
    ]);
    const statuses = rows.bookings.filter((row) => row.userId === id).map((row) => row.status);
    expect(statuses.toSorted()).toEqual(['cancelled', 'completed', 'completed', 'confirmed', 'confirmed']);
  });

  it('gives every customer exactly one default address', () => {
    const owners = rows.addresses.filter((row) => row.isDefault).map((row) => row.userId);
    const customers = rows.users.filter((user) => user.role === 'customer').map((user) => user.id);
    expect(owners.toSorted()).toEqual(customers.toSorted());
  });
});

describe('its staff', () => {
  it('has the administrator and one each of four other roles; the other ops accounts wait for approval', () => {
    const slugs = new Map(rows.roles.map((row) => [row.id, row.slug]));
    expect(rows.staff.map((row) => slugs.get(row.roleId))).toEqual([
      ...['admin', 'owner', 'operations_manager', 'team_lead', 'support_agent'],
    ]);
    const users = byId(rows.users);
    expect(users.get(rows.staff[0]?.userId ?? '')?.email).toBe(DEMO_ADMIN_EMAIL);
    for (const { userId } of rows.staff) expect(users.get(userId)?.role).toBe('ops');
    const staff = new Set(rows.staff.map((row) => row.userId));
    const waiting = rows.users.filter((user) => user.role === 'ops' && !staff.has(user.id));
    expect(waiting).toHaveLength(45);
    const monthBefore = Date.parse(`${SEED_DATE}T00:00:00+05:30`) - 31 * 86_400_000;
    for (const user of waiting) expect(user.createdAt.getTime()).toBeGreaterThan(monthBefore);
  });

  it('lets nobody act but staff, and has all of it in their log', () => {
    const staff = new Set(rows.staff.map((row) => row.userId));
    const acts = rows.events.filter((event) => event.actorKind === 'staff');
    expect(acts.length).toBeGreaterThan(10);
    for (const { actorId } of acts) expect(staff).toContain(actorId);
    const logged = new Set(rows.staffActivityLog.map((row) => `${row.action} ${row.subjectId}`));
    for (const event of acts) expect(logged).toContain(`${event.type} ${event.subjectId}`);
    for (const { userId } of rows.staffActivityLog) expect(staff).toContain(userId);
  });

  it('has most e-mail addresses and phone numbers confirmed, after the account was made', () => {
    for (const key of ['emailVerifiedAt', 'phoneVerifiedAt'] as const) {
      const confirmed = rows.users.filter((user) => user[key] !== null);
      expect(confirmed.length).toBeGreaterThan(120);
      expect(confirmed.length).toBeLessThan(150);
      for (const user of confirmed) expect(user[key]?.getTime()).toBeGreaterThan(user.createdAt.getTime());
    }
  });
});

describe('its coverage', () => {
  /** Active providers by "subcategory pincode". */
  function reach(): Map<string, number> {
    const active = new Set(rows.providers.filter((row) => row.status === 'active').map((row) => row.id));
    const skills = Map.groupBy(rows.providerSubcategories, (row) => row.providerId);
    const counts = new Map<string, number>();
    for (const { providerId, pincode } of rows.providerPincodes.filter((row) => active.has(row.providerId)))
      for (const { subcategoryId } of skills.get(providerId) ?? []) {
        const key = `${subcategoryId} ${pincode}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    return counts;
  }

  it('lets every customer book all popular services, of every category, at every saved address', () => {
    const counts = reach();
    const offered = new Set(rows.rateCardPincodes.map((row) => `${row.rateCardId} ${row.pincode}`));
    const popular = rows.subcategories.filter((row) => POPULAR_SUBCATEGORIES.has(row.slug));
    expect(popular.length).toBe(POPULAR_SUBCATEGORIES.size);
    expect(new Set(popular.map((row) => row.categoryId)).size).toBe(rows.categories.length);
    const missing = rows.addresses.flatMap(({ pincode }) =>
      popular.filter(({ id }) => {
        const card = rows.rateCards.find((row) => row.subcategoryId === id && row.isDefault);
        return !counts.has(`${id} ${pincode}`) || !offered.has(`${card?.id} ${pincode}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('has several professionals for popular services where the demo customer lives and works', () => {
    const counts = reach();
    for (const { id } of rows.subcategories.filter((row) => POPULAR_SUBCATEGORIES.has(row.slug)))
      for (const pincode of ['560034', '560038']) expect(counts.get(`${id} ${pincode}`)).toBeGreaterThanOrEqual(2);
  });

  it('offers a service only where a professional does it, and leaves eight postal areas out', () => {
    const counts = reach();
    const cards = byId(rows.rateCards);
    const idle = rows.rateCardPincodes.filter(
      ({ rateCardId, pincode }) => !counts.has(`${cards.get(rateCardId)?.subcategoryId} ${pincode}`),
    );
    expect(idle).toEqual([]);
    expect(new Set(rows.rateCardPincodes.map((row) => row.pincode)).size).toBe(rows.pincodes.length - 8);
  });
});
