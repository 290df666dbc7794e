import bcrypt from 'bcrypt';
import { EMAIL_DOMAINS } from '../data/people.ts';
import type { PincodeSeed } from '../data/types.ts';
import type { Cohort } from './cohort.ts';
import { COMPANY_ID } from './company.ts';
import { emailOf, mobileNumber, personName, unique } from './names.ts';
import { createRandom, seedId } from './random.ts';
import type { UserRow } from './rows.ts';
import { DEMO_HOME } from './served-pincodes.ts';

export const DEMO_PASSWORD = 'Demo@12345';
export const DEMO_CUSTOMER_EMAIL = 'customer@demo.nexora.test';
export const DEMO_ADMIN_EMAIL = 'admin@demo.nexora.test';

const OPS_USERS = 50;
const CUSTOMERS = 100;
/** Of the ops accounts: the first ones after the administrator; the others registered of late and wait. */
export const APPROVED_OPS = 4;
/** A fixed salt, so that the row is the same in every seed: the password is public anyway. */
const DEMO_SALT = '$2b$10$NexoraDemoAccountsSalu';

export interface Customer extends UserRow {
  home: PincodeSeed;
}

export interface Users {
  admin: UserRow;
  /** Those who work for the company first, then those who wait for approval. */
  ops: UserRow[];
  /** The demo customer first. */
  customers: Customer[];
}

/** @param served where customers may live */
export function generateUsers(cohort: Cohort, served: readonly PincodeSeed[]): Users {
  const { clock, taken } = cohort;
  const { user, random, someDay } = createPeople(cohort);
  for (const email of [DEMO_CUSTOMER_EMAIL, DEMO_ADMIN_EMAIL]) taken.emails.add(email);
  const passwordHash = bcrypt.hashSync(DEMO_PASSWORD, DEMO_SALT);

  const admin = user('admin', 'ops', clock.at(-419, 10), 'Karnataka', {
    name: 'Arjun Mehta',
    email: DEMO_ADMIN_EMAIL,
    passwordHash,
  });
  const ops = Array.from({ length: OPS_USERS - 1 }, (_, i) =>
    user(`ops ${i}`, 'ops', i < APPROVED_OPS ? someDay(-418, -360) : someDay(-30, -1), 'Karnataka'),
  );
  const customers = Array.from({ length: CUSTOMERS }, (_, i): Customer => {
    const home = i === 0 ? demoHome(served) : random.weighted(served, (p) => [0, 4, 2, 1][p.tier] ?? 1);
    const demo = { name: 'Priya Sharma', email: DEMO_CUSTOMER_EMAIL, passwordHash };
    const row = user(`customer ${i}`, 'customer', someDay(...cohort.signUps), home.state, i === 0 ? demo : {});
    return { ...row, home };
  });
  return { admin, ops, customers };
}

/** As many customers as the first cohort has users; the last third has never booked anything. */
export function generateFurtherCustomers(cohort: Cohort, served: readonly PincodeSeed[]): Customer[] {
  const { user, random, someDay } = createPeople(cohort);
  return Array.from({ length: OPS_USERS + CUSTOMERS }, (_, i): Customer => {
    const home = random.pick(served);
    return { ...user(`customer ${i}`, 'customer', someDay(...cohort.signUps), home.state), home };
  });
}

function createPeople({ isFirst, clock, key: keyOf, taken }: Cohort) {
  const random = createRandom(keyOf('users'));
  function user(
    key: string,
    role: UserRow['role'],
    createdAt: Date,
    state: string,
    fixed: Partial<UserRow> = {},
  ): UserRow {
    const name = fixed.name ?? personName(random, state);
    const domain = () => (role === 'customer' ? random.pick(EMAIL_DOMAINS) : 'nexora.example');
    const numbered = () =>
      taken.emails.has(emailOf(name, domain())) ? `${name} ${random.int(2, isFirst ? 99 : 999)}` : name;
    return {
      id: seedId('usr', createdAt, keyOf(key)),
      companyId: COMPANY_ID,
      role,
      status: 'active',
      name,
      email: fixed.email ?? unique(taken.emails, () => emailOf(numbered(), domain())),
      phone: unique(taken.userPhones, () => mobileNumber(random)),
      passwordHash: null,
      ...verifiedAt(keyOf(key), createdAt, fixed.email !== undefined),
      picture: null,
      tokensValidFrom: null,
      lastLoginAt: null,
      deletedAt: null,
      scrubbedAt: null,
      version: 1,
      createdAt,
      updatedAt: createdAt,
      ...fixed,
    };
  }
  const someDay = (from: number, to: number) =>
    clock.at(random.int(from, to), random.int(8, 21), random.int(0, 59), random.int(0, 59));
  return { user, random, someDay };
}

/** Most people confirm both within the day. */
function verifiedAt(key: string, createdAt: Date, always: boolean) {
  const random = createRandom(`verified ${key}`);
  const later = (seconds: number) => new Date(createdAt.getTime() + seconds * 1_000);
  return {
    emailVerifiedAt: random.chance(0.88) || always ? later(random.int(40, 7_000)) : null,
    phoneVerifiedAt: random.chance(0.94) || always ? later(random.int(15, 240)) : null,
  };
}

function demoHome(served: readonly PincodeSeed[]): PincodeSeed {
  const home = served.find((p) => p.pincode === DEMO_HOME);
  if (!home) throw new Error(`The geography lacks ${DEMO_HOME}, the home of the demo customer.`);
  return home;
}
