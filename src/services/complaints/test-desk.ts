import type { Actor, Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { insertBooking } from '#src/db/queries/bookings.ts';
import { newId } from '#src/ids.ts';
import { ROLE_TEMPLATES } from '#src/permissions.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { referenceNumber } from '../reference-number.ts';
import { raiseComplaint, type ChangedComplaint } from './raise-complaint.ts';
import type { RaiseComplaintInput } from './schemas.ts';

const ROLES = ['admin', 'team_lead', 'support_agent', 'observer', 'finance'] as const;
type Role = (typeof ROLES)[number];

/** The complaints desk of a test company: who acts, when, and on what. */
export interface Desk {
  test: TestCompany<Role>;
  /** A request of the customer with this place among the test company's. */
  asCustomer(place?: number, now?: Date): Ctx;
  asStaff(role: Role, now?: Date): Ctx;
  asSystem(now?: Date): Ctx;
  asGuest(): Ctx;
  /** A complaint of the first customer. */
  raise(input?: Partial<RaiseComplaintInput>, now?: Date): Promise<ChangedComplaint['complaint']>;
  /** A booking of a customer, at this price. */
  book(totalPaise: number, place?: number): Promise<{ id: string; number: string }>;
}

export async function openDesk(deps: Deps): Promise<Desk> {
  const test = await createTestCompany(deps.db, { customers: 2, providers: 1, staff: ROLES });
  const by = (actor: Actor, now = deps.now()): Ctx => ({
    ...{ deps, db: deps.db, company: test.company, actor, requestId: 'test', now },
  });
  const customerAt = (place: number) => {
    const customer = test.customers[place];
    if (!customer) throw new Error('The test company has two customers.');
    return customer;
  };
  const asCustomer: Desk['asCustomer'] = (place = 0, now) => {
    const { id, name } = customerAt(place);
    return by({ kind: 'customer', id, name }, now);
  };
  return {
    test,
    asCustomer,
    asStaff(role, now) {
      const template = ROLE_TEMPLATES.find(({ slug }) => slug === role);
      const { id, name } = test.staff[role];
      const permissions = new Set(template?.permissions);
      return by({ kind: 'staff', id, name, role, level: template?.level ?? 0, permissions }, now);
    },
    asSystem: (now) => by({ kind: 'system' }, now),
    asGuest: () => by({ kind: 'guest', id: newId('guest') }),
    async raise(input = {}, now) {
      const said = { category: 'quality', description: 'The tap that was repaired leaks again.', ...input } as const;
      return (await raiseComplaint(asCustomer(0, now), said)).complaint;
    },
    async book(totalPaise, place = 0) {
      const id = newId('booking');
      const number = referenceNumber('NX');
      const [address] = customerAt(place).addresses;
      const [provider] = test.providers;
      if (!address || !provider) throw new Error('The test company has a provider and its customers an address.');
      const { label, line1, locality, city, state, pincode } = address;
      const startsAt = new Date(Date.UTC(2026, 10, 2, 5));
      const booking = {
        ...{ id, companyId: test.company.id, number, userId: address.userId, providerId: provider.id },
        ...{ addressId: address.id, address: { label, line1, locality, city, state, pincode }, pincode },
        ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
        ...{ subtotalPaise: totalPaise, visitingChargePaise: 0, discountPaise: 0, gstPaise: 0, totalPaise },
        status: 'completed' as const,
        channel: 'api' as const,
      };
      const item = {
        ...{ id: newId('bookingItem'), bookingId: id, rateCardId: test.rateCards.tapRepair.id, name: 'Tap repair' },
        ...{ quantity: 1, unitPricePaise: totalPaise, discountPaise: 0, totalPaise, durationMinutes: 60 },
      };
      await insertBooking(deps.db, booking, [item]);
      return { id, number };
    },
  };
}
