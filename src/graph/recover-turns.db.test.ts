import { setTimeout as sleep } from 'node:timers/promises';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { bookings, messages, turns, users } from '#src/db/schema/index.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { newId } from '#src/ids.ts';
import type { TurnEvent } from '#src/turn.ts';
import { converse } from '#tests/conversation.ts';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { testCtx } from '#tests/test-ctx.ts';

/** Of its own, as every process that keeps watch takes what is left behind in its database. */
let database: Awaited<ReturnType<typeof createOwnDatabase>>;
let company: TestCompany;
/** The one that lives, and keeps watch. */
let survivor: Deps & { close(): Promise<void> };
const opened: { close(): Promise<void> }[] = [];
const sleepers: (() => void)[] = [];

beforeAll(async () => {
  database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'recover');
  company = await createTestCompany(database.db, { providers: 3, customers: 6 });
  survivor = await createProcess();
  survivor.assistant.keepWatch();
}, 300_000);
afterAll(async () => {
  for (const wake of sleepers) wake();
  for (const deps of opened.toReversed()) await deps.close();
  await database.drop();
});

async function createProcess(overrides: Parameters<typeof createDeps>[1] = {}) {
  const env = { JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env, DATABASE_URL: database.url };
  const deps = await createDeps(loadConfig(env), { ...(survivor && { language: survivor.language }), ...overrides });
  opened.push(deps);
  return deps;
}

/** A process that comes to a stop in the middle of a turn. */
async function dyingProcess() {
  let wake = () => undefined as void;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  sleepers.push(() => wake());
  const deps = await createProcess({
    language: {
      ...survivor.language,
      async understand(input) {
        const understanding = await survivor.language.understand(input);
        await asleep;
        return understanding;
      },
    },
  });
  return {
    deps,
    /** As far as the others see: no sign of life any more. */
    fallSilent: () => deps.redis.disconnect(),
    /** It was not dead, only far away: it goes on where it was. */
    wake: async () => {
      await deps.redis.connect();
      wake();
    },
  };
}

const guest = (): Actor => ({ kind: 'guest', id: `gst_${crypto.randomUUID().slice(0, 8)}` });
const customer = (index: number): Actor => {
  const { id, name } = company.customers[index] ?? company.customer;
  return { kind: 'customer', id, name };
};

async function logOf(actor: Actor, turnId: string, after = 0): Promise<TurnEvent[]> {
  const ctx = testCtx(survivor, company.company, actor);
  const tail = await survivor.assistant.tailTurn(ctx, turnId, after, AbortSignal.timeout(15_000));
  return (await Array.fromAsync(tail)).map(({ seq, event }, i) => {
    expect(seq).toBe(after + i + 1);
    return event;
  });
}
const turnOf = async (id: string) => (await database.db.select().from(turns).where(eq(turns.id, id)))[0];
const answersTo = async (turnId: string) =>
  (await database.db.select().from(messages).where(eq(messages.turnId, turnId)).orderBy(asc(messages.seq))).filter(
    ({ role }) => role === 'assistant',
  );

describe('a turn whose process dies', () => {
  it('is run again by another one; its reader gets the rest in order, and the dead one can do nothing any more', async () => {
    const dying = await dyingProcess();
    const actor = guest();
    const ctx = testCtx(dying.deps, company.company, actor);
    const { turnId, result } = await dying.deps.assistant.startTurn(ctx, { text: 'what is your refund policy?' });
    await sleep(100);
    dying.fallSilent();
    const log = await logOf(actor, turnId);
    expect(log.slice(0, 2)).toEqual([
      expect.objectContaining({ type: 'turn.started', turnId }),
      { type: 'turn.restarted', attempt: 2 },
    ]);
    expect(log.at(-1)?.type).toBe('turn.finished');
    expect(await turnOf(turnId)).toMatchObject({ status: 'finished', attempt: 2 });

    await dying.wake();
    expect((await result).parts[0]?.agent).toBe('policy');
    await sleep(100);
    expect(await answersTo(turnId)).toHaveLength(1);
    expect(await logOf(actor, turnId)).toEqual(log);
  });

  it('does what it has done once, in the name of its customer, and from the state before it', async () => {
    const actor = customer(0);
    const day = addDays(localOf(new Date(), 'Asia/Kolkata').date, 3);
    const chat = converse(survivor, company.company, actor);
    const quote = await chat.say(`my ac is not cooling, please come on ${day} at 5 pm, at home`);
    expect(quote.card?.type).toBe('booking_quote');
    // It gets as far as the booking, and dies before the answer is written.
    let isBooked = () => undefined as void;
    const booked = new Promise<void>((resolve) => (isBooked = resolve));
    const doomed = await createProcess({
      now: () => {
        isBooked();
        throw new Error('gone');
      },
    });
    const ctx = testCtx(doomed, company.company, actor, new Date());
    const { turnId } = await doomed.assistant.startTurn(ctx, { sessionId: chat.sessionId ?? '', text: 'yes' });
    await booked;
    doomed.redis.disconnect();
    const log = await logOf(actor, turnId);
    const made = await database.db
      .select()
      .from(bookings)
      .where(eq(bookings.userId, 'id' in actor ? actor.id : ''));
    expect(made).toHaveLength(1);
    const end = log.at(-1);
    expect(end).toMatchObject({ type: 'turn.finished', result: { card: { type: 'booking_receipt' } } });
    if (end?.type !== 'turn.finished') throw new Error('not finished');
    expect(end.result.effects).toMatchObject([{ type: 'booking.created', number: made[0]?.number }]);
  });

  it('lets the one that waits behind it come after it', async () => {
    const dying = await dyingProcess();
    const actor = guest();
    const ctx = testCtx(dying.deps, company.company, actor);
    const first = await dying.deps.assistant.startTurn(ctx, { text: 'what is your refund policy?' });
    const { sessionId } = first;
    const waiting = await dying.deps.assistant.startTurn(ctx, { sessionId, text: 'what does tap repair cost?' });
    const chat = converse(survivor, company.company, actor);
    chat.sessionId = sessionId;
    const third = chat.say('what does bathroom cleaning cost?');
    await sleep(100);
    dying.fallSilent();
    await third;
    const ends = await Promise.all(
      [first, waiting].map(async ({ turnId }) => (await logOf(actor, turnId)).at(-1)?.type),
    );
    expect(ends).toEqual(['turn.finished', 'turn.finished']);
    const rows = await database.db
      .select()
      .from(messages)
      .where(eq(messages.conversationId, sessionId))
      .orderBy(asc(messages.seq));
    const order = (role: string) => rows.filter((row) => row.role === role).map((row) => row.turnId);
    expect(order('assistant')).toEqual(order('user'));
  });
});

/** A turn that a dead process has left. */
async function leftBehind(turn: Partial<typeof turns.$inferInsert> = {}, userId = company.customers[1]?.id ?? '') {
  const companyId = company.company.id;
  const conversationId = await createTestConversation(database.db, companyId, { userId });
  const id = newId('turn');
  await database.db.insert(turns).values({
    ...{ id, companyId, conversationId, status: 'running', owner: newId('process'), startedAt: new Date() },
    ...turn,
  });
  await database.db.insert(messages).values({
    ...{ id: newId('message'), companyId, conversationId, turnId: id, seq: 100, role: 'user' },
    text: 'what is your refund policy?',
  });
  return id;
}

describe('a turn that was left behind', () => {
  it.each([1, 2])('is run again after %i attempts', async (attempt) => {
    const turnId = await leftBehind({ attempt });
    expect((await logOf(customer(1), turnId)).at(-1)?.type).toBe('turn.finished');
    expect(await turnOf(turnId)).toMatchObject({ attempt: attempt + 1, status: 'finished' });
  });

  it('is given up after three, and says so', async () => {
    const turnId = await leftBehind({ attempt: 3 });
    const end = (await logOf(customer(1), turnId)).at(-1);
    expect(end).toMatchObject({ type: 'turn.failed', code: 'gave_up' });
    expect(await turnOf(turnId)).toMatchObject({ status: 'failed', errorCode: 'gave_up' });
  });

  it('counts no attempt while it has only waited', async () => {
    const turnId = await leftBehind({ status: 'queued', attempt: 1 });
    expect((await logOf(customer(1), turnId)).at(-1)?.type).toBe('turn.finished');
    expect(await turnOf(turnId)).toMatchObject({ attempt: 1, status: 'finished' });
  });

  it('is not kept from its customer for so long that they have gone their way', async () => {
    const turnId = await leftBehind({ startedAt: new Date(Date.now() - 3_600_000) });
    expect((await logOf(customer(1), turnId)).at(-1)).toMatchObject({ type: 'turn.failed', code: 'interrupted' });
    expect(await answersTo(turnId)).toEqual([]);
  });

  it('is not run in the name of somebody who may not speak any more', async () => {
    const userId = company.customers[2]?.id ?? '';
    await database.db.update(users).set({ status: 'suspended' }).where(eq(users.id, userId));
    const turnId = await leftBehind({}, userId);
    expect((await logOf(customer(2), turnId)).at(-1)).toMatchObject({ type: 'turn.failed', code: 'interrupted' });
  });

  it('is taken by one of several processes that look at once', async () => {
    const others = await Promise.all([createProcess(), createProcess(), createProcess()]);
    for (const deps of others) deps.assistant.keepWatch();
    const left = await Promise.all(Array.from({ length: 12 }, () => leftBehind()));
    for (const turnId of left) {
      expect((await logOf(customer(1), turnId)).at(-1)?.type).toBe('turn.finished');
      expect(await turnOf(turnId)).toMatchObject({ attempt: 2 });
      expect(await answersTo(turnId)).toHaveLength(1);
    }
  });
});

describe('an answer whose end did not get into the log', () => {
  it.each([
    ['the last event is missing', 1],
    ['the half is missing', 3],
    ['all of it is missing', Number.POSITIVE_INFINITY],
  ])('is completed from the database for whoever asks: %s', async (_what, missing) => {
    const actor = guest();
    const ctx = testCtx(survivor, company.company, actor);
    const { turnId, result } = await survivor.assistant.startTurn(ctx, { text: 'what is your refund policy?' });
    const told = await result;
    const whole = await logOf(actor, turnId);
    const key = `turn:${turnId}:events`;
    const kept = (await survivor.redis.xrange(key, '-', '+')).slice(0, -Math.min(missing, whole.length));
    await survivor.redis.del(key);
    for (const [id, fields] of kept) await survivor.redis.xadd(key, id, ...fields);
    await sleep(2_100);
    const tails = await Promise.all([logOf(actor, turnId), logOf(actor, turnId)]);
    const [log = []] = tails;
    expect(tails[1]).toEqual(log);
    expect(log[0]).toEqual(whole[0]);
    expect(log.at(-1)).toEqual({ type: 'turn.finished', result: told });
    const since = log.findLastIndex(({ type }) => type === 'turn.started' || type === 'turn.restarted');
    const parts = log.slice(since).flatMap((event) => (event.type === 'part' ? [event.part] : []));
    expect(parts).toEqual(told.parts);
    expect(await logOf(actor, turnId, 1)).toEqual(log.slice(1));
  });
});
