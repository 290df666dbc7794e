import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Ctx } from '#src/context.ts';
import { users } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createBooking } from '#src/services/bookings/create-booking.ts';
import { holdSlot } from '#src/services/bookings/hold-slot.ts';
import { listFreeHours } from '#src/services/bookings/list-free-hours.ts';
import { quoteBooking } from '#src/services/bookings/quote-booking.ts';
import { releaseHold } from '#src/services/bookings/release-hold.ts';
import { escalateOverdueComplaints } from '#src/services/complaints/escalate-overdue-complaints.ts';
import { beginTurn } from '#src/services/conversations/begin-turn.ts';
import { cancelTurn } from '#src/services/conversations/cancel-turn.ts';
import { failTurn } from '#src/services/conversations/fail-turn.ts';
import { startQueuedTurn } from '#src/services/conversations/start-queued-turn.ts';
import { savePreferences } from '#src/services/customers/save-preferences.ts';
import { requestHandoff } from '#src/services/handoffs/request-handoff.ts';
import { scrubDeletedUsers } from '#src/services/users/scrub-deleted-users.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { requiredEnv } from './env.ts';
import { createOwnedThings } from './owned-things.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { testCtx } from './test-ctx.ts';
import { newEvents } from './write-verbs/new-events.ts';
import { createWatchedDatabase, type WatchedDatabase } from './write-verbs/watch-writes.ts';

const SERVICES = join(import.meta.dirname, '../src/services');
const ROUTES = join(import.meta.dirname, '../src/api/routes');

/** Verbs that open transactions themselves or by the common tail, and that no route calls: `bookings/hold-slot`. */
async function innerVerbs(): Promise<string[]> {
  const routes = await Array.fromAsync(glob('*.ts', { cwd: ROUTES }), (file) => readFile(join(ROUTES, file), 'utf8'));
  const called = (name: string) => routes.some((text) => text.includes(`'#src/services/${name}.ts'`));
  const found: string[] = [];
  for await (const file of glob('*/*.ts', { cwd: SERVICES })) {
    const text = await readFile(join(SERVICES, file), 'utf8');
    const name = file.slice(0, -'.ts'.length);
    if (/\b(inTransaction|changeComplaint)\(/.test(text) && !file.endsWith('.test.ts') && !called(name))
      found.push(name);
  }
  return found.filter((name) => !name.endsWith('test-desk')).sort();
}

/** Its change is one transaction with one event; what is otherwise, and why. */
interface Inner {
  run(ctx: Ctx): Promise<unknown>;
  /** Who acts, and who may not. */
  as: Actor;
  not?: Actor;
  /** None, for what is no change of business data. */
  events?: 0;
}

/** Where the routes that use them show it, or there is nothing to show. */
const PARTS: Record<string, string> = {
  'bookings/cancel-part':
    'the transaction that cancelling a booking and cancelling its items share: their routes show it',
  'complaints/change-complaint': 'the common tail of the verbs of complaints, and no verb',
  'conversations/find-begun-turn': 'frees the key of a message whose turn has failed, which is no business data',
  'conversations/finish-turn': 'ends the turn that a message begins: that route writes in two transactions',
  'conversations/open-thread': 'makes room for a thread that a client has named; what is said in it is the event',
  'idempotency/answer-once': 'keeps answers for a day, which is no business data',
};

let app: TestApp;
let database: WatchedDatabase;
let test: TestCompany<'support_agent'>;

beforeAll(async () => {
  database = createWatchedDatabase(requiredEnv('DATABASE_URL'));
  app = await startTestApp({ overrides: { db: database.db } });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

const by = (actor: Actor, now = new Date()): Ctx => testCtx(app.deps, test.company, actor, now);
const system: Actor = { kind: 'system' };

const INNER: Record<string, () => Promise<Inner>> = {
  'bookings/hold-slot': async () => {
    const job = await jobAt(customer());
    return { as: customer(), run: (ctx) => holdSlot(ctx, job.slot), not: system };
  },
  'bookings/release-hold': async () => {
    const { slot } = await jobAt(customer());
    const { holdId } = await holdSlot(by(customer()), slot);
    return { as: customer(), run: (ctx) => releaseHold(ctx, { holdId }), not: system };
  },
  'bookings/create-booking': async () => {
    const { slot, quotedTotalPaise } = await jobAt(customer());
    const { holdId } = await holdSlot(by(customer()), slot);
    const address = { id: test.customer.addresses[0]?.id ?? '' };
    const input = { ...slot, holdId, address, quotedTotalPaise, channel: 'web' as const };
    const guest: Actor = { kind: 'guest', id: newId('guest') };
    return { as: customer(), run: (ctx) => createBooking(ctx, input), not: guest };
  },
  'complaints/escalate-overdue-complaints': async () => {
    await createOwnedThings(app.deps.db, test, test.staff.support_agent.id);
    const inTenDays = new Date(Date.now() + 10 * 86_400_000);
    return { as: system, run: (ctx) => escalateOverdueComplaints({ ...ctx, now: inTenDays }), not: customer() };
  },
  'conversations/begin-turn': async () => {
    const turn = { conversationId: newId('conversation'), isNew: true, turnId: newId('turn') };
    const said = { ...turn, ...hello };
    // What becomes of the turn is the event: finished, or failed.
    return { as: customer(), run: (ctx) => beginTurn(ctx, said), not: system, events: 0 };
  },
  'conversations/fail-turn': async () => {
    const turnId = newId('turn');
    const turn = { conversationId: newId('conversation'), isNew: true, turnId };
    await beginTurn(by(customer()), { ...turn, ...hello });
    return { as: system, run: (ctx) => failTurn(ctx, { turnId, errorCode: 'internal' }) };
  },
  'conversations/cancel-turn': async () => {
    const turnId = newId('turn');
    await beginTurn(by(customer()), { conversationId: newId('conversation'), isNew: true, turnId, ...hello });
    return { as: customer(), run: (ctx) => cancelTurn(ctx, turnId), not: system };
  },
  'conversations/start-queued-turn': async () => {
    const conversationId = newId('conversation');
    const [before, turnId] = [newId('turn'), newId('turn')];
    await beginTurn(by(customer()), { conversationId, isNew: true, turnId: before, ...hello });
    await beginTurn(by(customer()), { conversationId, isNew: false, turnId, ...hello });
    await cancelTurn(by(customer()), before);
    // Here, too, the event is what becomes of it.
    return {
      as: system,
      run: (ctx) => startQueuedTurn(ctx, { turnId, conversationId, owner: hello.owner }),
      events: 0,
    };
  },
  'customers/save-preferences': async () => ({
    as: customer(),
    run: (ctx) => savePreferences(ctx, { preferredHours: { from: 10, to: 13 } }),
    not: system,
  }),
  'handoffs/request-handoff': async () => {
    const conversationId = newId('conversation');
    await beginTurn(by(customer()), { conversationId, isNew: true, turnId: newId('turn'), ...hello });
    const wish = { conversationId, reason: 'customer_asked' as const, summary: 'Wants a person' };
    return { as: customer(), run: (ctx) => requestHandoff(ctx, wish), not: system };
  },
  'users/scrub-deleted-users': async () => {
    const deleted = { status: 'deleted' as const, deletedAt: new Date(Date.now() - 40 * 86_400_000) };
    await app.deps.db.update(users).set(deleted).where(eq(users.id, test.customer.id));
    return { as: system, run: scrubDeletedUsers, not: customer() };
  },
};

const hello = {
  ...{ text: 'Hello', owner: 'prc_test' },
  ...{ channel: 'web' as const, whenBusy: 'enqueue' as const },
};
const customer = (): Actor => ({ kind: 'customer', id: test.customer.id, name: test.customer.name });

/** An hour that is free for a job, and what it costs. */
async function jobAt(actor: Actor) {
  const wish = { items: [{ rateCardId: test.rateCards.tapRepair.id, quantity: 1 }], pincode: test.pincode.pincode };
  const fromDate = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const [free] = await listFreeHours(by(actor), { ...wish, fromDate, days: 3 });
  if (!free) throw new Error('No hour is free.');
  const { job } = await quoteBooking(by(actor), wish);
  return { slot: { ...wish, startsAt: free.startsAt }, quotedTotalPaise: job.price.totalPaise };
}

describe('the verbs that no route calls', () => {
  it('are all looked at', async () => {
    expect([...Object.keys(INNER), ...Object.keys(PARTS)].sort()).toEqual(await innerVerbs());
  });
});

describe.each(Object.entries(INNER))('%s', (_, prepare) => {
  it('changes in one transaction with one event, and writes nothing for who may not', async () => {
    test = await createTestCompany(app.deps.db, { staff: ['support_agent'] });
    const { as, not, run, events = 1 } = await prepare();
    const observe = (work: () => Promise<unknown>) =>
      newEvents(app.deps.db, [test.company.id], () => database.watch(work));

    if (not) {
      const code: unknown = expect.stringMatching(/^(unauthenticated|forbidden)$/);
      const refused = await observe(() => expect(run(by(not))).rejects.toMatchObject({ code }));
      expect(refused).toMatchObject({ told: [], result: { writes: { transactions: 0, outside: [] } } });
    }
    const { result, told } = await observe(() => run(by(as)));
    expect(result.writes).toEqual({ transactions: 1, outside: [] });
    expect(told).toHaveLength(events);
    const actorId = as.kind === 'system' ? null : as.id;
    for (const event of told)
      expect(event).toMatchObject({ companyId: test.company.id, actorKind: as.kind, actorId, requestId: 'test' });
  });
});
