import bcrypt from 'bcrypt';
import { EMAIL_DOMAINS } from '../data/people.ts';
import type { PincodeSeed } from '../data/types.ts';
import { COMPANY_ID, type SeedClock } from './company.ts';
import { emailOf, mobileNumber, personName, unique } from './names.ts';
import { at, createRandom, seedId } from './random.ts';
import type { UserRow } from './rows.ts';
import { DEMO_HOME } from './served-pincodes.ts';

export const DEMO_PASSWORD = 'Demo@12345';
export const DEMO_CUSTOMER_EMAIL = 'customer@demo.nexora.test';
export const DEMO_ADMIN_EMAIL = 'admin@demo.nexora.test';

const OPS_USERS = 50;
const CUSTOMERS = 100;
/** A fixed salt, so that the row is the same in every seed: the password is public anyway. */
const DEMO_SALT = '$2b$10$NexoraDemoAccountsSalu';

export interface Customer extends UserRow {
  home: PincodeSeed;
}

export interface Users {
  admin: UserRow;
  demoCustomer: Customer;
  ops: UserRow[];
  /** The demo customer first. */
  customers: Customer[];
}

/** @param served where customers may live */
export function generateUsers(clock: SeedClock, served: readonly PincodeSeed[]): Users {
  const random = createRandom('users');
  const emails = new Set<string>([DEMO_CUSTOMER_EMAIL, DEMO_ADMIN_EMAIL]);
  const phones = new Set<string>();
  const demoHash = bcrypt.hashSync(DEMO_PASSWORD, DEMO_SALT);

  function user(key: string, role: UserRow['role'], createdAt: Date, state: string, fixed: Partial<UserRow>): UserRow {
    const name = fixed.name ?? personName(random, state);
    const domain = () => (role === 'customer' ? random.pick(EMAIL_DOMAINS) : 'nexora.example');
    const numbered = () => (emails.has(emailOf(name, domain())) ? `${name} ${random.int(2, 99)}` : name);
    return {
      id: seedId('usr', createdAt, key),
      companyId: COMPANY_ID,
      role,
      status: 'active',
      name,
      email: fixed.email ?? unique(emails, () => emailOf(numbered(), domain())),
      phone: unique(phones, () => mobileNumber(random)),
      passwordHash: null,
      lastLoginAt: null,
      deletedAt: null,
      createdAt,
      updatedAt: createdAt,
      ...fixed,
    };
  }
  const someDay = (from: number, to: number) =>
    clock.at(random.int(from, to), random.int(8, 21), random.int(0, 59), random.int(0, 59));

  const admin = user('admin', 'admin', clock.at(-419, 10), 'Karnataka', {
    name: 'Arjun Mehta',
    email: DEMO_ADMIN_EMAIL,
    passwordHash: demoHash,
  });
  const ops = Array.from({ length: OPS_USERS - 1 }, (_, i) =>
    // Two have left the company.
    user(`ops ${i}`, 'ops', someDay(-410, -120), 'Karnataka', i % 25 === 24 || i === 20 ? { status: 'suspended' } : {}),
  );
  const customers = Array.from({ length: CUSTOMERS }, (_, i): Customer => {
    const home = i === 0 ? demoHome(served) : random.weighted(served, (p) => [0, 4, 2, 1][p.tier] ?? 1);
    const demo = { name: 'Priya Sharma', email: DEMO_CUSTOMER_EMAIL, passwordHash: demoHash };
    const row = user(`customer ${i}`, 'customer', someDay(-400, -190), home.state, i === 0 ? demo : {});
    return { ...row, home };
  });
  return { admin, ops, customers, demoCustomer: at(customers, 0) };
}

function demoHome(served: readonly PincodeSeed[]): PincodeSeed {
  const home = served.find((p) => p.pincode === DEMO_HOME);
  if (!home) throw new Error(`The geography lacks ${DEMO_HOME}, the home of the demo customer.`);
  return home;
}
