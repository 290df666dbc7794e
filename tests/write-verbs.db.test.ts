import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '#src/api/routes/all-routes.ts';
import type { Route } from '#src/api/route.ts';
import type { OutgoingMessage } from '#src/channels/contract.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { tokenOf } from './call-api.ts';
import { requiredEnv } from './env.ts';
import { createOwnedThings, type OwnedThings } from './owned-things.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { activitiesOf, newEvents, type Event } from './write-verbs/new-events.ts';
import { SUCCESSES, type Answer, type Request, type Stage, type Success, type Who } from './write-verbs/successes.ts';
import { createWatchedDatabase, type WatchedDatabase, type Writes } from './write-verbs/watch-writes.ts';

interface Exception {
  transactions: number;
  events: string[];
  /** The table that is written to on its own. */
  alone?: string;
  because: string;
}

const READS = { transactions: 0, events: [], because: 'It answers, and changes nothing.' };
const TURN = {
  transactions: 2,
  events: ['turn.finished'],
  because: 'What was said is kept before it is answered, and no transaction is open between the two.',
};
const FIRST_TURN = {
  ...TURN,
  transactions: 3,
  events: ['conversation.opened', 'turn.finished'],
  because: `A conversation that the client calls its own way is begun first. ${TURN.because}`,
};
/** A change is one transaction with one event in it. What is otherwise, and why. */
const EXCEPTIONS: Record<string, Exception> = {
  'POST /api/v1/auth/guest': { ...READS, because: 'The signed token is the guest: nothing is stored.' },
  'POST /api/v1/services/{id}/price': READS,
  'POST /api/v1/bookings/quote': READS,
  'POST /api/v1/bookings': {
    transactions: 2,
    events: ['booking.created', 'slot.held'],
    because: 'Two verbs, as a conversation uses them: who books an hour holds it first.',
  },
  'POST /api/v1/chat/message': TURN,
  'POST /api/v1/chat/messages/{id}/edit': {
    ...TURN,
    events: ['conversation.message_edited', 'turn.finished'],
    because: `That the talk went back is told with the new message. ${TURN.because}`,
  },
  'POST /api/v1/chat/sessions/{id}/typing': { ...READS, because: 'Who follows is told; nothing is stored.' },
  'POST /api/v1/agui': FIRST_TURN,
  'POST /api/v1/chat/ui': FIRST_TURN,
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const writing = allRoutes.filter(({ method }) => method !== 'GET');
const cases = writing.map((route) => [nameOf(route), route] as const);

let app: TestApp;
let database: WatchedDatabase;
/** Another company, in which nothing ever happens. */
let elsewhere: TestCompany<'owner' | 'support_agent'>;
let foreign: OwnedThings;
const sent: OutgoingMessage[] = [];

beforeAll(async () => {
  database = createWatchedDatabase(requiredEnv('DATABASE_URL'));
  const outbox = { send: async (message: OutgoingMessage) => void sent.push(message) };
  app = await startTestApp({ overrides: { db: database.db, outbox } });
  elsewhere = await createTestCompany(app.deps.db, { staff: ['owner', 'support_agent'] });
  foreign = await createOwnedThings(app.deps.db, elsewhere, elsewhere.staff.support_agent.id);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

describe('the list of what succeeds', () => {
  it('has every route that can write, and no other', () => {
    expect(Object.keys(SUCCESSES).sort()).toEqual(writing.map(nameOf).sort());
    expect(Object.keys(SUCCESSES)).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)));
  });
});

describe.each(cases)('%s', (name, route) => {
  it('writes nothing when it is refused; else one transaction with one event, or what the exceptions say', async () => {
    const stage = await createStage();
    const success = await SUCCESSES[name]?.(stage);
    if (!success) throw new Error(`How does ${name} succeed? Say it in tests/write-verbs/successes.ts.`);

    for (const [why, refused] of Object.entries(refusals(route, success, stage))) {
      const { answer, writes, told } = await observe(stage, route, refused);
      expect([refused.status].flat(), `${why}: ${answer.text}`).toContain(answer.status);
      expect({ why, ...writes, events: told.length }).toEqual({ why, transactions: 0, outside: [], events: 0 });
    }

    const { answer, writes, told } = await observe(stage, route, { ...success, token: tokenFor(stage, success) });
    expect(answer.status, answer.text).toBe(route.status);
    const wanted = EXCEPTIONS[name];
    expect(writes.transactions).toBe(wanted?.transactions ?? 1);
    expect(writes.outside).toEqual(wanted?.alone ? [expect.stringContaining(wanted.alone)] : []);
    const types = told.map(({ type }) => type).sort();
    expect(types).toEqual(wanted?.events ?? [expect.stringMatching(/^[a-z]+\.[a-z_]+$/)]);
    await expectToTell(told, stage, success, answer);
  });
});

/** Of this company, by whoever did it, in the request that did it; what staff do is in their activity log as well. */
async function expectToTell(told: Event[], { test }: Stage, success: Success, answer: Answer): Promise<void> {
  const by = success.by ?? success.as ?? 'system';
  const actor = {
    customer: { actorKind: 'customer', actorId: test.customer.id },
    second: { actorKind: 'customer', actorId: test.customers[1]?.id },
    owner: { actorKind: 'staff', actorId: test.staff.owner.id },
    observer: { actorKind: 'staff', actorId: test.staff.observer.id },
    support_agent: { actorKind: 'staff', actorId: test.staff.support_agent.id },
    new: { actorKind: 'customer', actorId: told[0]?.subjectId },
    system: { actorKind: 'system', actorId: null },
  }[by];
  const requestId = answer.headers.get('x-request-id') ?? '';
  for (const event of told) expect(event).toMatchObject({ companyId: test.company.id, requestId, ...actor });
  const activities = await activitiesOf(app.deps.db, test.company.id, requestId);
  expect(activities).toBe(actor.actorKind === 'staff' ? told.length : 0);
}

interface Call extends Request {
  token?: string | undefined;
  company?: string;
}
type Refused = Call & { status: number | readonly number[] };
/** Not found, or not one of what may be named. */
const FOREIGN = [404, 422] as const;

/** The same call by all who may not make it, and with what is wrong in itself. */
function refusals(route: Route, success: Success, stage: Stage): Record<string, Refused> {
  const { auth, path, permission, versioned, body } = route;
  const { test } = stage;
  const token = tokenFor(stage, success);
  const own = test.company.id;
  const others: Record<string, Refused> = {};
  if (body) others['a body that is not valid'] = { ...success, token, body: { nonsense: true }, status: 422 };
  if (body) Object.assign(others, withForeignIds({ ...success, token }, stage));
  if (versioned) others['another version'] = { ...success, token, version: 999, status: 412 };
  if (versioned === true) others['no version'] = { ...success, token, version: null, status: 428 };
  if (auth === 'none' || auth === 'guest') return others;

  const guest = tokenOf(app, own, { kind: 'guest', id: newId('guest') });
  others['nobody'] = { ...success, token: undefined, status: 401 };
  others['a guest'] = { ...success, token: guest, status: 401 };
  others['a token of another company'] = {
    ...success,
    token: tokenOf(app, 'elsewhere', { kind: 'staff', id: test.staff.owner.id }),
    status: 401,
  };
  if (permission || auth === 'customer') {
    const status = 403;
    others['staff without the permission'] = { ...success, token: whose(stage, 'observer'), status };
    others['staff who wait for approval'] = {
      ...success,
      token: tokenOf(app, own, { kind: 'staff', id: test.staff.waiting.id }),
      status,
    };
  }
  if (auth === 'staff') others['a customer'] = { ...success, token: whose(stage, 'customer'), status: 403 };
  if (!path.includes('{id}')) return others;
  if (auth !== 'staff') others['another customer'] = { ...success, token: whose(stage, 'second'), status: 404 };
  if (auth === 'customer') return others;
  const company = elsewhere.company.id;
  const stranger = tokenOf(app, company, { kind: 'staff', id: elsewhere.staff.owner.id });
  others['the owner of another company'] = { ...success, token: stranger, company, status: FOREIGN };
  return others;
}

const ID = /"([a-z]{3}_[0-9a-z]{26})"/g;

/** The call with, in its body, one id after the other of a thing of the same kind that belongs to another company. */
function withForeignIds(success: Call, { test, things }: Stage): Record<string, Refused> {
  const swaps = new Map([
    [things.addresses, foreign.addresses],
    [things.bookings, foreign.bookings],
    [things.conversations, foreign.conversations],
    [things.items, foreign.items],
    [test.customer.id, elsewhere.customer.id],
    [test.staff.support_agent.id, elsewhere.staff.support_agent.id],
    ...Object.values(test.rateCards).flatMap(({ slug, id, subcategoryId }) => {
      const other = Object.values(elsewhere.rateCards).find((card) => card.slug === slug);
      return [[id, other?.id ?? ''] as const, [subcategoryId, other?.subcategoryId ?? ''] as const];
    }),
  ]);
  const text = JSON.stringify(success.body);
  const calls = [...text.matchAll(ID)].map(([, id = '']) => {
    const other = swaps.get(id);
    if (!other) throw new Error(`What is like ${id} elsewhere? Say it here.`);
    const body = JSON.parse(text.replace(id, other)) as object;
    return [`an id of another company in place of ${id}`, { ...success, body, status: FOREIGN }] as const;
  });
  return Object.fromEntries(calls);
}

const tokenFor = (stage: Stage, { token, as }: Success) => token ?? (as && whose(stage, as));

function whose({ test }: Stage, who: Who): string {
  const people = { customer: test.customer, second: test.customers[1], ...test.staff };
  const kind = who === 'customer' || who === 'second' ? 'customer' : 'staff';
  return tokenOf(app, test.company.id, { kind, id: people[who]?.id ?? '' });
}

/** Makes the call and looks at what it has left. */
async function observe(
  stage: Stage,
  route: Route,
  request: Call,
): Promise<{ answer: Answer; writes: Writes; told: Event[] }> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => request.params?.[name] ?? '');
  const { version = 1 } = request;
  const ifMatch = route.versioned && version !== null && { 'If-Match': `"${version}"` };
  const headers = { ...ifMatch, ...request.headers };
  const company = stage.test.company.id;
  const companies = [...new Set([company, request.company ?? company])];
  const make = () => send(`${route.method} ${path}`, { company, ...request, headers });
  const { result, told } = await newEvents(app.deps.db, companies, () => database.watch(make));
  return { answer: result.result, writes: result.writes, told };
}

async function send(what: string, { token, company = '', body, headers, query = '' }: Call): Promise<Answer> {
  const [method = '', path = ''] = what.split(' ', 2);
  const response = await fetch(app.url + path + query, {
    method,
    headers: {
      'X-Company': company,
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && !Buffer.isBuffer(body) && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function createStage(): Promise<Stage> {
  const { db } = app.deps;
  const test: TestCompany<'owner' | 'observer' | 'support_agent' | 'waiting'> = await createTestCompany(db, {
    customers: 2,
    staff: ['owner', 'observer', 'support_agent', 'waiting'],
  });
  const things = await createOwnedThings(db, test, test.staff.support_agent.id);
  const stage: Stage = {
    ...{ app, test, things },
    async call(what, { as, ...request } = {}) {
      const token = as && whose(stage, as);
      const { status, text } = await send(what, { ...request, token, company: test.company.id });
      if (status >= 400) throw new Error(`${what}: ${status} ${text}`);
      return JSON.parse(text) as Record<string, unknown>;
    },
    secretOf(purpose) {
      const message = sent.findLast((one) => one.companyId === test.company.id && one.purpose === purpose);
      return message?.secret ?? '';
    },
  };
  return stage;
}
