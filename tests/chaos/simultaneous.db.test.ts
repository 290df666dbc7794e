import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { messages, turns } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import type { TurnResult } from '#src/turn.ts';
import { testCtx } from '../test-ctx.ts';

/** The long form is 50 sessions of 20 rounds. */
const SESSIONS = Number(process.env['CHAOS_SESSIONS'] ?? 8);
const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 3);

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const here = await createDeps(config);
const there = await createDeps(config, { language: here.language });
afterAll(async () => {
  await there.close();
  await here.close();
});

let company: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(here.db, { providers: 60, customers: SESSIONS });
}, 60_000);

/** Two messages of a session at the same moment to two processes, over and over; each is to know what the other has said. */
async function talk(actor: Actor, day: number): Promise<string> {
  let sessionId: string | undefined;
  const say = async (text: string, deps = here): Promise<TurnResult> => {
    const ctx = testCtx(deps, company.company, actor);
    const turn = await deps.assistant.startTurn(ctx, { text, ...(sessionId && { sessionId }) });
    sessionId = turn.sessionId;
    return turn.result;
  };
  const date = addDays(localOf(new Date(), 'Asia/Kolkata').date, day);
  for (let round = 0; round < ROUNDS; round++) {
    const asked = await say('I need bathroom cleaning, at home');
    expect(asked.ask?.slot).toBe('date');
    const both = await Promise.all([say(`on ${date}`, here), say('at 4 pm', there)]);
    const quotes = both.flatMap(({ card }) => (card?.type === 'booking_quote' ? [card] : []));
    // Only the second of them knows the day and the hour: it offers the visit.
    expect(quotes, JSON.stringify(both.map(({ text }) => text))).toHaveLength(1);
    await Promise.all([say('what is your refund policy?', there), say('never mind', here)]);
  }
  return sessionId ?? '';
}

it('two messages at once, in many sessions: nothing is lost, and nothing comes in between', async () => {
  const sessions = await Promise.all(
    company.customers.map(({ id, name }, i) => talk({ kind: 'customer', id, name }, 2 + (i % 10))),
  );
  expect(new Set(sessions).size).toBe(SESSIONS);
  for (const sessionId of sessions) {
    const said = await here.db
      .select()
      .from(messages)
      .where(eq(messages.conversationId, sessionId))
      .orderBy(asc(messages.seq));
    expect(said.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 * ROUNDS }, (_, i) => i + 1));
    const order = (role: string) => said.filter((row) => row.role === role).map((row) => row.turnId);
    expect(order('assistant')).toEqual(order('user'));
    const states = await here.db.select().from(turns).where(eq(turns.conversationId, sessionId));
    expect(states.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(states.map(() => 'finished 1'));
  }
}, 600_000);
