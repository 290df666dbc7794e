import { randomInt } from 'node:crypto';
import bcrypt from 'bcrypt';
import { ulid } from 'ulid';
import { inTransaction, type Database } from '#src/db/client.ts';
import type { AddressRow } from '#src/db/queries/addresses.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { PincodeRow } from '#src/db/queries/places.ts';
import { renewProviderServices } from '#src/db/queries/providers.ts';
import * as table from '#src/db/schema/index.ts';
import { createRolesFor, syncPermissions } from '#src/db/sync-rbac.ts';
import { newId } from '#src/ids.ts';
import { catalogueRows } from './generate/catalogue.ts';
import { CATALOGUE } from './data/catalogue/index.ts';
import { TEST_CATALOGUE } from './test-catalogue.ts';

export interface TestCustomer {
  id: string;
  name: string;
  email: string;
  password: string;
  addresses: AddressRow[];
}

export type TestStaff = Omit<TestCustomer, 'addresses'>;

export interface TestCompany<Slug extends string = never> {
  company: typeof table.companies.$inferSelect;
  customers: TestCustomer[];
  /** The first of `customers`. */
  customer: TestCustomer;
  /** Served, and where the customers live. */
  pincode: PincodeRow;
  /** Served as well. */
  otherPincode: PincodeRow;
  /** Exists, but the company does not work there. */
  unservedPincode: PincodeRow;
  rateCards: { acRepair: RateCardRow; acGasRefill: RateCardRow; tapRepair: RateCardRow; bathroomCleaning: RateCardRow };
  allRateCards: RateCardRow[];
  /** By its slug. @throws Error when there is none */
  rateCard(slug: string): RateCardRow;
  providers: (typeof table.providers.$inferSelect)[];
  /** Ops accounts by the slug of their role. */
  staff: Record<Slug, TestStaff>;
}

export interface TestCompanyOptions<Slug extends string = never> {
  /** All of them do everything everywhere. */
  providers?: number;
  /** At least 1. */
  customers?: number;
  /** `whole`: what Nexora sells, with its 156 services; else four of them. */
  catalogue?: 'small' | 'whole';
  /** Slugs of roles; each gets an ops account that holds it. `waiting` is one that nobody has approved yet. */
  staff?: readonly Slug[];
}

const KARNATAKA = { city: 'Bengaluru', state: 'Karnataka', tier: 1 };
const PINCODE = { pincode: '560034', locality: 'Koramangala', ...KARNATAKA, latitude: 12.9352, longitude: 77.6245 };
const OTHER = { pincode: '560038', locality: 'Indiranagar', ...KARNATAKA, latitude: 12.9784, longitude: 77.6408 };
const UNSERVED = { pincode: '560102', locality: 'HSR Layout', ...KARNATAKA, latitude: 12.9116, longitude: 77.6389 };
const PASSWORD = 'Test@12345';
/** Of `PASSWORD`, at the lowest cost: hashing once is enough for all. */
const PASSWORD_HASH = bcrypt.hashSync(PASSWORD, 4);
const PROVIDER_NAMES = ['Ramesh Gowda', 'Salim Khan', 'Anil Kumar', 'Joseph Mathew', 'Kiran Reddy'];
const STAFF_NAMES = ['Meera Iyer', 'Sanjay Gupta', 'Farah Ansari', 'Rahul Nair', 'Pooja Shetty', 'Arvind Rao'];
const CUSTOMER_NAMES = ['Asha Rao', 'Vikram Singh', 'Neha Patil', 'Imran Sheikh', 'Divya Menon'];

/**
 * A company of its own for one test suite: a small catalogue, providers, customers with a saved address. Nothing of
 * it is shared with other suites but the geography, so nothing needs to be cleaned up.
 */
export async function createTestCompany<Slug extends string = never>(
  db: Database,
  options: TestCompanyOptions<Slug> = {},
): Promise<TestCompany<Slug>> {
  const at = new Date();
  const stamps = { createdAt: at, updatedAt: at };
  const company = { ...newCompany(), ...stamps };
  const companyId = company.id;
  const catalogue = catalogueRows({
    companyId,
    catalogue: options.catalogue === 'whole' ? CATALOGUE : TEST_CATALOGUE,
    idOf: (prefix) => randomId(prefix),
    at,
  });

  const providers = Array.from({ length: options.providers ?? 2 }, (_, i) => ({
    id: randomId('prv'),
    companyId,
    name: PROVIDER_NAMES[i % PROVIDER_NAMES.length] ?? '',
    phone: phoneNumber(i),
    city: PINCODE.city,
    status: 'active' as const,
    rating: Math.max(3, 4.9 - i * 0.1),
    ratingCount: 40,
    ratingSum: Math.round(40 * Math.max(3, 4.9 - i * 0.1)),
    jobsCompleted: 55,
    version: 1,
    ...stamps,
  }));
  const users = Array.from({ length: Math.max(1, options.customers ?? 1) }, (_, i) => ({
    id: newId('user', at),
    companyId,
    name: CUSTOMER_NAMES[i % CUSTOMER_NAMES.length] ?? '',
    email: `customer${i + 1}@${companyId}.example`,
    phone: phoneNumber(i),
    passwordHash: PASSWORD_HASH,
    ...stamps,
  }));
  const { pincode, locality, city, state } = PINCODE;
  const addresses = users.map((user, i) => ({
    id: newId('address', at),
    companyId,
    userId: user.id,
    label: 'Home',
    line1: `${i + 1}, 5th Block, 80 Feet Road`,
    ...{ pincode, locality, city, state },
    isDefault: true,
    version: 1,
    deletedAt: null,
    ...stamps,
  }));

  const served = [PINCODE, OTHER];
  // Alone, so that suites that start at once do not wait for each other's transactions.
  await db.insert(table.pincodes).ignore().values([PINCODE, OTHER, UNSERVED]);
  await syncPermissions(db);
  await inTransaction(db, async (tx) => {
    await tx.insert(table.companies).values(company);
    await createRolesFor(tx, companyId);
    await tx.insert(table.categories).values(catalogue.categories);
    await tx.insert(table.subcategories).values(catalogue.subcategories);
    await tx.insert(table.rateCards).values(catalogue.rateCards);
    await tx
      .insert(table.rateCardPincodes)
      .values(catalogue.rateCards.flatMap((card) => served.map((p) => ({ rateCardId: card.id, pincode: p.pincode }))));
    await tx.insert(table.users).values(users);
    await tx.insert(table.addresses).values(addresses);
    if (providers.length === 0) return;
    const skills = providers.flatMap((provider) =>
      catalogue.subcategories.map((row) => ({ providerId: provider.id, subcategoryId: row.id })),
    );
    const areas = providers.flatMap((provider) => served.map((p) => ({ providerId: provider.id, pincode: p.pincode })));
    await tx.insert(table.providers).values(providers);
    await tx.insert(table.providerSubcategories).values(skills);
    await tx.insert(table.providerPincodes).values(areas);
    for (const { id } of providers) await renewProviderServices(tx, id);
  });

  const staff = await createStaff(db, companyId, options.staff ?? [], at);
  const customers = users.map(({ id, name, email }) => ({
    ...{ id, name, email, password: PASSWORD },
    addresses: addresses.filter((address) => address.userId === id),
  }));
  const card = (slug: string) => pick(catalogue.rateCards.find((row) => row.slug === slug));
  return {
    company,
    customers,
    customer: pick(customers[0]),
    pincode: PINCODE,
    otherPincode: OTHER,
    unservedPincode: UNSERVED,
    rateCards: {
      acRepair: card(options.catalogue === 'whole' ? 'ac-repair-visit' : 'ac-diagnosis'),
      acGasRefill: card('ac-gas-refill'),
      tapRepair: card('tap-repair'),
      bathroomCleaning: card('bathroom-deep-cleaning'),
    },
    allRateCards: catalogue.rateCards,
    rateCard: card,
    providers,
    staff,
  };
}

async function createStaff<Slug extends string>(
  db: Database,
  companyId: string,
  slugs: readonly Slug[],
  at: Date,
): Promise<Record<Slug, TestStaff>> {
  const made = {} as Record<Slug, TestStaff>;
  if (slugs.length === 0) return made;
  const stamps = { createdAt: at, updatedAt: at };
  const roles = await db.query.roles.findMany({ where: (r, { eq }) => eq(r.companyId, companyId) });
  const accounts = slugs.map((slug, i) => ({
    id: newId('user', at),
    companyId,
    role: 'ops' as const,
    name: STAFF_NAMES[i % STAFF_NAMES.length] ?? '',
    email: `${slug}@${companyId}.example`,
    phone: phoneNumber(1_000 + i),
    passwordHash: PASSWORD_HASH,
    ...stamps,
  }));
  const rows = slugs.flatMap((slug, i) => {
    if (slug === 'waiting') return [];
    const role = pick(roles.find((row) => row.slug === slug));
    const userId = pick(accounts[i]).id;
    return [{ id: newId('staff', at), companyId, userId, roleId: role.id, approvedAt: at, ...stamps }];
  });
  await inTransaction(db, async (tx) => {
    await tx.insert(table.users).values(accounts);
    if (rows.length > 0) await tx.insert(table.staff).values(rows);
  });
  for (const [i, slug] of slugs.entries()) {
    const { id, name, email } = pick(accounts[i]);
    made[slug] = { id, name, email, password: PASSWORD };
  }
  return made;
}

function newCompany() {
  return {
    id: `t-${ulid().toLowerCase()}`,
    name: 'Test Homes',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    persona: {
      assistantName: 'Tia',
      greeting: 'Hello, I am Tia. What needs to be done at home?',
      suggestions: ['My AC is not cooling', 'What is your refund policy?'],
      supportPhone: '+91 80 4000 0000',
      supportEmail: 'support@test-homes.example',
      supportHours: '08:00–22:00 IST',
    },
  };
}

const randomId = (prefix: string) => `${prefix}_${ulid().toLowerCase()}`;
/** An Indian mobile number; `index` keeps those of one company apart. */
const phoneNumber = (index: number) => `+919${String(index).padStart(4, '0')}${randomInt(10_000, 99_999)}`;

function pick<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The test catalogue lacks a row.');
  return row;
}
