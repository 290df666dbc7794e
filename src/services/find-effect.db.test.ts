import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Ctx } from '#src/context.ts';
import { bookings, complaints, complaintUpdates, events, refunds, slotHolds, turns } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { newId } from '#src/ids.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { cancelBooking } from './bookings/cancel-booking.ts';
import { createBooking } from './bookings/create-booking.ts';
import { holdSlot } from './bookings/hold-slot.ts';
import { releaseHold } from './bookings/release-hold.ts';
import { rescheduleBooking } from './bookings/reschedule-booking.ts';
import { addComplaintUpdate } from './complaints/add-complaint-update.ts';
import { escalateComplaint } from './complaints/escalate-complaint.ts';
import { raiseComplaint } from './complaints/raise-complaint.ts';

const deps = await createDeps(loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env }));
afterAll(() => deps.close());

let company: TestCompany;
let ctx: Ctx;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 3 });
  const { id, name } = company.customer;
  ctx = testCtx(deps, company.company, { kind: 'customer', id, name });
});

let nextHour = 9;
/** An hour of its own for each booking. */
function hour(): Date {
  const day = addDays(localOf(new Date(), 'Asia/Kolkata').date, 2 + Math.floor(nextHour / 12));
  return instantOf(day, 9 + (nextHour++ % 12), 'Asia/Kolkata');
}
const key = () => crypto.randomUUID();
const wish = (startsAt: Date) => ({
  items: [{ rateCardId: company.rateCards.tapRepair.id, quantity: 1 }],
  ...{ pincode: company.pincode.pincode, startsAt },
});

async function held() {
  const hold = await holdSlot(ctx, wish(hour()));
  return {
    ...wish(hold.startsAt),
    ...{ holdId: hold.holdId, quotedTotalPaise: hold.job.price.totalPaise, channel: 'web' as const },
    address: { id: company.customer.addresses[0]?.id ?? '' },
  };
}
const booked = async () => (await createBooking(ctx, await held())).booking;
const raised = async () =>
  (await raiseComplaint(ctx, { category: 'quality', description: 'The tap drips again.' })).complaint;

interface Verb {
  /** Makes what is needed, and gives the verb; called several times it is to do its work once. */
  prepare(effectKey: string): Promise<() => Promise<{ eventId: string | undefined; subject: unknown }>>;
  /** How much of it there is. */
  count(): Promise<number>;
}

const rows = async (query: Promise<unknown[]>) => (await query).length;
const ofCompany = () => company.company.id;
const VERBS: Record<string, Verb> = {
  createBooking: {
    async prepare(effectKey) {
      const input = { ...(await held()), effectKey };
      return async () => {
        const { booking, eventId } = await createBooking(ctx, input);
        return { eventId, subject: booking.number };
      };
    },
    count: () => rows(deps.db.select().from(bookings).where(eq(bookings.companyId, ofCompany()))),
  },
  cancelBooking: {
    async prepare(effectKey) {
      const { id } = await booked();
      return async () => {
        const { booking, refund, eventId } = await cancelBooking(ctx, { ref: id }, { reason: 'plans', effectKey });
        return { eventId, subject: [booking.status, refund] };
      };
    },
    count: () => rows(deps.db.select().from(refunds).where(eq(refunds.companyId, ofCompany()))),
  },
  rescheduleBooking: {
    async prepare(effectKey) {
      const { id } = await booked();
      const startsAt = hour();
      return async () => {
        const { booking, eventId } = await rescheduleBooking(ctx, { ref: id }, { startsAt, effectKey });
        return { eventId, subject: `${booking.id} ${booking.rescheduleCount} ${booking.startsAt.toISOString()}` };
      };
    },
    async count() {
      const all = await deps.db.select().from(bookings).where(eq(bookings.companyId, ofCompany()));
      return all.reduce((sum, { rescheduleCount }) => sum + rescheduleCount, 0);
    },
  },
  raiseComplaint: {
    prepare: async (effectKey) => async () => {
      const input = { category: 'behaviour' as const, description: 'He was rude.', effectKey };
      const { complaint, eventId } = await raiseComplaint(ctx, input);
      return { eventId, subject: complaint.number };
    },
    count: () => rows(deps.db.select().from(complaints).where(eq(complaints.companyId, ofCompany()))),
  },
  addComplaintUpdate: {
    async prepare(effectKey) {
      const { id } = await raised();
      return async () => {
        const { update, eventId } = await addComplaintUpdate(ctx, id, { text: 'It got worse.', effectKey });
        return { eventId, subject: update.id };
      };
    },
    count: () => rows(deps.db.select().from(complaintUpdates).where(eq(complaintUpdates.companyId, ofCompany()))),
  },
  escalateComplaint: {
    async prepare(effectKey) {
      const { id } = await raised();
      return async () => {
        const { complaint, eventId } = await escalateComplaint(ctx, id, { reason: 'No answer.', effectKey });
        return { eventId, subject: `${complaint.id} ${complaint.escalationLevel}` };
      };
    },
    async count() {
      const all = await deps.db.select().from(complaints).where(eq(complaints.companyId, ofCompany()));
      return all.reduce((sum, { escalationLevel }) => sum + escalationLevel, 0);
    },
  },
  holdSlot: {
    async prepare(effectKey) {
      const input = { ...wish(hour()), effectKey };
      return async () => {
        const hold = await holdSlot(ctx, input);
        return { eventId: hold.holdId, subject: `${hold.provider.id} ${hold.expiresAt.toISOString()}` };
      };
    },
    count: () => rows(deps.db.select().from(slotHolds).where(eq(slotHolds.companyId, ofCompany()))),
  },
};

describe.each(Object.entries(VERBS))('%s with a key', (_name, { prepare, count }) => {
  it('makes its change once, and gives the same receipt when it is called again', async () => {
    const effectKey = key();
    const verb = await prepare(effectKey);
    const before = await count();
    const first = await verb();
    expect(first.eventId).toBeDefined();
    expect(await verb()).toEqual(first);
    expect((await count()) - before).toBe(1);
    const told = await deps.db.select().from(events).where(eq(events.effectKey, effectKey));
    expect(told).toHaveLength(1);
  });

  it('does so also when it is called several times at once', async () => {
    const verb = await prepare(key());
    const before = await count();
    const [first, ...others] = await Promise.all([verb(), verb(), verb(), verb()]);
    expect(others).toEqual([first, first, first]);
    expect((await count()) - before).toBe(1);
  });

  it('makes another change for another key', async () => {
    const [one, other] = [await prepare(key()), await prepare(key())];
    expect((await one()).eventId).not.toBe((await other()).eventId);
  });
});

describe('a hold of the same turn', () => {
  it('that has run out meanwhile is taken anew', async () => {
    const input = { ...wish(hour()), effectKey: key() };
    const first = await holdSlot(ctx, input);
    const later = { ...ctx, now: new Date(Date.now() + 11 * 60_000) };
    const again = await holdSlot(later, input);
    expect(again.holdId).not.toBe(first.holdId);
    expect(again.expiresAt > first.expiresAt).toBe(true);
  });

  it('is given back once, with or without a key', async () => {
    const { holdId } = await holdSlot(ctx, wish(hour()));
    const input = { holdId, effectKey: key() };
    await Promise.all([releaseHold(ctx, input), releaseHold(ctx, input)]);
    await releaseHold(ctx, input);
    const released = and(eq(events.subjectId, holdId), eq(events.type, 'slot.released'));
    expect(await deps.db.select().from(events).where(released)).toHaveLength(1);
  });
});

describe('a change by a run of a turn that is over', () => {
  it.each([
    ['was taken over', { status: 'running' as const, attempt: 2 }],
    ['was cancelled', { status: 'cancelled' as const, attempt: 1 }],
  ])('is not made when the turn %s', async (_why, state) => {
    const companyId = company.company.id;
    const conversationId = await createTestConversation(deps.db, companyId, { userId: company.customer.id });
    const id = newId('turn');
    await deps.db.insert(turns).values({ id, companyId, conversationId, startedAt: new Date(), ...state });
    const late = { ...ctx, turn: { id, attempt: 1 } };
    const input = { ...(await held()), effectKey: key() };
    await expect(createBooking(late, input)).rejects.toMatchObject({ code: 'conflict' });
    const made = eq(bookings.holdId, input.holdId);
    expect(await deps.db.select().from(bookings).where(made)).toEqual([]);
    if (state.status !== 'running') return;
    const { booking, eventId } = await createBooking({ ...ctx, turn: { id, attempt: 2 } }, input);
    expect([booking.holdId, typeof eventId]).toEqual([input.holdId, 'string']);
  });
});
