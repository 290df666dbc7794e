import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor, Ctx } from '#src/context.ts';
import { bookings, conversations, events, messages, slotHolds, turns } from '#src/db/schema/index.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import type { TurnEvent } from '#src/turn.ts';
import { converse } from '#tests/conversation.ts';
import { testCtx } from '#tests/test-ctx.ts';
import type { StartTurnInput } from './assistant.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const plain = await createDeps(config);
/** A process whose understanding can be held up, and another one. */
let gate: Promise<unknown> | undefined;
const slow = await createDeps(config, {
  language: {
    ...plain.language,
    async understand(input) {
      if (/slow/.test(input.text)) await gate;
      return plain.language.understand(input);
    },
  },
});
afterAll(async () => {
  await slow.close();
  await plain.close();
});

let company: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(plain.db, { providers: 4, customers: 4 });
});

const guest = (): Actor => ({ kind: 'guest', id: `gst_${crypto.randomUUID().slice(0, 8)}` });
const ctxOf = (deps: Deps, actor: Actor): Ctx => testCtx(deps, company.company, actor);
const customer = (index: number): Actor => {
  const { id, name } = company.customers[index] ?? company.customer;
  return { kind: 'customer', id, name };
};

/** Holds up messages with the word "slow" until the function is called. */
function holdUp(): () => void {
  let open = () => undefined as void;
  gate = new Promise<void>((resolve) => (open = resolve));
  return open;
}

async function logOf(deps: Deps, actor: Actor, turnId: string): Promise<TurnEvent[]> {
  const tail = await deps.assistant.tailTurn(ctxOf(deps, actor), turnId, 0, AbortSignal.timeout(10_000));
  return (await Array.fromAsync(tail)).map(({ seq, event }, i) => {
    expect(seq).toBe(i + 1);
    return event;
  });
}
const rolesOf = async (sessionId: string) =>
  (await plain.db.select().from(messages).where(eq(messages.conversationId, sessionId)).orderBy(asc(messages.seq))).map(
    ({ role, text }) => [role, text] as const,
  );
const turnOf = async (id: string) => (await plain.db.select().from(turns).where(eq(turns.id, id)))[0];
const start = (deps: Deps, actor: Actor, input: StartTurnInput) => deps.assistant.startTurn(ctxOf(deps, actor), input);

describe('a message while another one is answered', () => {
  it('is written down at once, waits for its turn, and is answered in another process when that comes', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: what is your refund policy?' });
    const { sessionId } = first;
    const second = await start(plain, actor, { sessionId, text: 'what does bathroom cleaning cost?' });
    expect((await turnOf(second.turnId))?.status).toBe('queued');
    expect((await rolesOf(sessionId)).map(([role]) => role)).toEqual(['user', 'user']);
    open();
    const [one, two] = await Promise.all([first.result, second.result]);
    expect(one.parts[0]?.agent).toBe('policy');
    expect(two.parts[0]?.agent).toBe('service');
    expect((await rolesOf(sessionId)).map(([, text]) => text).slice(2)).toEqual([one.text, two.text]);
  });

  it('ends the other one when it is to interrupt, also in another process', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: hello' });
    const { sessionId } = first;
    const waiting = await start(slow, actor, { sessionId, text: 'and what about slow tap repair?' });
    const third = await start(plain, actor, { sessionId, text: 'what is your refund policy?', whenBusy: 'interrupt' });
    expect((await third.result).outcome).toBe('answered');
    for (const stopped of [first, waiting]) {
      expect((await stopped.result).outcome).toBe('cancelled');
      const log = await logOf(plain, actor, stopped.turnId);
      expect(log.at(0)?.type).toBe('turn.started');
      expect(log.at(-1)).toEqual({ type: 'turn.cancelled', by: 'newer_message' });
    }
    open();
    const said = await rolesOf(sessionId);
    expect(said.map(([role]) => role)).toEqual(['user', 'user', 'user', 'assistant']);
  });

  it('is refused, and not kept, when it asks for that', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: hello' });
    const { sessionId } = first;
    const second = start(plain, actor, { sessionId, text: 'are you there?', whenBusy: 'reject' });
    await expect(second).rejects.toMatchObject({ code: 'session-busy' });
    open();
    await first.result;
    expect((await rolesOf(sessionId)).map(([, text]) => text)).not.toContain('are you there?');
    const third = await start(plain, actor, { sessionId, text: 'are you there?', whenBusy: 'reject' });
    expect((await third.result).outcome).toBe('answered');
  });

  it('is refused when too many wait already', async () => {
    const actor = guest();
    const open = holdUp();
    const { sessionId, result } = await start(slow, actor, { text: 'slow: hello' });
    const waiting = await Promise.all(
      Array.from({ length: 20 }, (_, i) => start(slow, actor, { sessionId, text: `thanks ${i}` })),
    );
    await expect(start(slow, actor, { sessionId, text: 'thanks' })).rejects.toMatchObject({ code: 'session-busy' });
    open();
    await Promise.all([result, ...waiting.map((turn) => turn.result)]);
  });
});

describe('cancelling a turn', () => {
  it('stops it from any process, once, and leaves the dialogue as it was', async () => {
    const actor = guest();
    const chat = converse(plain, company.company, actor);
    const asked = await chat.say('my AC is not cooling');
    const open = holdUp();
    const sessionId = chat.sessionId ?? '';
    const turn = await start(slow, actor, { sessionId, text: 'slow 560034' });
    const cancel = () => plain.assistant.cancelTurn(ctxOf(plain, actor), turn.turnId);
    expect(await Promise.all([cancel(), cancel(), cancel()])).toEqual(expect.arrayContaining([true, false, false]));
    expect((await turn.result).outcome).toBe('cancelled');
    expect((await logOf(slow, actor, turn.turnId)).at(-1)).toEqual({ type: 'turn.cancelled', by: 'customer' });
    open();
    expect(await cancel()).toBe(false);
    const told = await plain.db.select().from(events).where(eq(events.turnId, turn.turnId));
    expect(told.map(({ type }) => type)).toEqual(['turn.cancelled']);
    const again = await chat.say('what is your refund policy?');
    expect(again.ask).toEqual(asked.ask);
  });

  it('lets a turn that waits behind it begin', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: hello' });
    const second = await start(slow, actor, { sessionId: first.sessionId, text: 'what is your refund policy?' });
    await slow.assistant.cancelTurn(ctxOf(slow, actor), first.turnId);
    expect((await second.result).outcome).toBe('answered');
    open();
  });

  it('takes out one that waits, and nothing else', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: hello' });
    const { sessionId } = first;
    const second = await start(slow, actor, { sessionId, text: 'thanks' });
    const third = await start(slow, actor, { sessionId, text: 'what is your refund policy?' });
    await plain.assistant.cancelTurn(ctxOf(plain, actor), second.turnId);
    open();
    const outcomes = await Promise.all([first, second, third].map(async ({ result }) => (await result).outcome));
    expect(outcomes).toEqual(['answered', 'cancelled', 'answered']);
  });

  it('changes nothing about one that has ended, and is for its owner only', async () => {
    const actor = guest();
    const { turnId, result } = await start(plain, actor, { text: 'hello' });
    await result;
    expect(await plain.assistant.cancelTurn(ctxOf(plain, actor), turnId)).toBe(false);
    expect((await turnOf(turnId))?.status).toBe('finished');
    const other = plain.assistant.cancelTurn(ctxOf(plain, guest()), turnId);
    await expect(other).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a conversation that a person has taken over', () => {
  it('keeps what is said, also what waited, and the assistant is silent', async () => {
    const actor = guest();
    const open = holdUp();
    const first = await start(slow, actor, { text: 'slow: hello' });
    const { sessionId } = first;
    const waiting = await start(slow, actor, { sessionId, text: 'anybody?' });
    await plain.db.update(conversations).set({ speaker: 'person' }).where(eq(conversations.id, sessionId));
    const heard = await start(plain, actor, { sessionId, text: 'is somebody there?' });
    expect(await heard.result).toMatchObject({ outcome: 'silent', text: '', parts: [] });
    open();
    expect((await waiting.result).outcome).toBe('silent');
    const log = await logOf(slow, actor, heard.turnId);
    expect(log.map(({ type }) => type)).toEqual(['turn.started', 'turn.finished']);
    const told = await plain.db.select().from(events).where(eq(events.subjectId, sessionId));
    expect(told.map(({ type, turnId }) => [type, turnId]).toSorted()).toEqual(
      [heard, waiting].map(({ turnId }) => ['conversation.message_received', turnId]).toSorted(),
    );
    expect((await turnOf(heard.turnId))?.status).toBe('finished');
    expect((await rolesOf(sessionId)).filter(([role]) => role === 'assistant')).toHaveLength(1);
  });
});

describe('what a turn leaves behind', () => {
  it('is its answer, the mood of the message, and the state to go on from', async () => {
    const actor = customer(0);
    const { turnId, sessionId, result } = await start(plain, actor, { text: 'This is terrible, I am very angry!' });
    await result;
    const turn = await turnOf(turnId);
    expect(turn).toMatchObject({ status: 'finished', attempt: 1 });
    expect(turn?.checkpointId).toMatch(/^[0-9a-f-]{36}$/);
    const [said] = await plain.db.select().from(messages).where(eq(messages.conversationId, sessionId));
    expect(said?.sentiment).toBeLessThan(0);
  });

  it('is no state when the turn failed: the next one goes on from before it', async () => {
    const broken = await createDeps(config, {
      language: { ...plain.language, understand: () => Promise.reject(new Error('out of order')) },
    });
    try {
      const actor = guest();
      const chat = converse(plain, company.company, actor);
      const asked = await chat.say('my AC is not cooling');
      const failed = await start(broken, actor, { sessionId: chat.sessionId ?? '', text: '560034' });
      await expect(failed.result).rejects.toThrow('out of order');
      expect((await logOf(plain, actor, failed.turnId)).at(-1)?.type).toBe('turn.failed');
      expect((await chat.say('what is your refund policy?')).ask).toEqual(asked.ask);
    } finally {
      await broken.close();
    }
  });

  it('is, when it goes on from an earlier state, a branch', async () => {
    const actor = customer(1);
    const chat = converse(plain, company.company, actor);
    const asked = await chat.say('my AC is not cooling');
    const before = (await turnOf(asked.turnId))?.checkpointId ?? '';
    await chat.say('never mind');
    const sessionId = chat.sessionId ?? '';
    const branch = await start(plain, actor, { sessionId, text: 'home', checkpointId: before });
    expect((await branch.result).ask).not.toEqual(asked.ask);
    expect((await chat.say('tomorrow 5 pm')).card?.type).toBe('booking_quote');
    const held = eq(slotHolds.holderId, 'id' in actor ? actor.id : '');
    expect(await plain.db.select().from(slotHolds).where(held)).toHaveLength(1);
    expect(await plain.db.select().from(bookings).where(eq(bookings.conversationId, sessionId))).toEqual([]);
  });
});
