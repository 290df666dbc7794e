import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApiClient } from './api-client.ts';
import { createConversation, type Conversation } from './conversation-controller.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { startWireServer, type WireServer } from './testing/wire-server.ts';
import type { Entry } from './transcript.ts';

let server: WireServer;
let storage: Map<string, string>;
let waits: number[];
let online: boolean;
let announceNetwork: (online: boolean) => void;
const opened: Conversation[] = [];

beforeEach(async () => {
  server = await startWireServer();
  storage = new Map();
  waits = [];
  online = true;
});
afterEach(async () => {
  for (const conversation of opened.splice(0)) conversation.dispose();
  await server.close();
});

function open(): { conversation: Conversation; store: SessionStore } {
  const store = createSessionStore({
    storage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => void storage.set(key, value) },
    origin: server.base,
    company: 'nexora',
  });
  const conversation = createConversation({
    api: createApiClient({ base: server.base, company: 'nexora', store, stallMs: 2000 }),
    store,
    network: {
      isOnline: () => online,
      subscribe: (listener) => {
        announceNetwork = listener;
        return () => undefined;
      },
    },
    wait: async (ms) => void waits.push(ms),
  });
  opened.push(conversation);
  conversation.start();
  return { conversation, store };
}

const idle = (conversation: Conversation) =>
  vi.waitFor(() => expect([conversation.state.phase, conversation.state.running]).toEqual(['ready', false]));
const line = (entry: Entry) =>
  entry.kind === 'assistant'
    ? `< ${entry.blocks.map((block) => block.text).join(' | ')}`
    : entry.kind === 'user'
      ? `> ${entry.text} (${entry.status})`
      : `- ${entry.text}`;
const lines = (conversation: Conversation) => conversation.state.entries.map(line);
const callsTo = (path: string) => server.calls.filter((call) => call.path.startsWith(path));

describe('a turn', () => {
  it('makes a guest identity, streams the answer and keeps the session', async () => {
    const { conversation, store } = open();
    const seen = new Set<string>();
    conversation.subscribe((state) => seen.add(state.entries.map(line).join('\n')));
    conversation.send('  my AC is not cooling  ');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> my AC is not cooling (sent)', '< You said: my AC is not cooling']);
    expect([...seen]).toContain('> my AC is not cooling (sent)\n< You said: my ');
    expect(store.sessionId()).toBe(conversation.state.sessionId);
    conversation.send('and the fan');
    await idle(conversation);
    expect(server.calls.at(-1)?.body).toEqual({ text: 'and the fan', sessionId: store.sessionId() });
    expect(callsTo('/api/v1/auth/guest')).toHaveLength(1);
    expect(new Set(server.calls.map((call) => call.company))).toEqual(new Set(['nexora']));
  });

  it('leaves no empty answer behind when nothing is said, as where a person answers', async () => {
    server.reply = () => ({ parts: [] });
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> hello (sent)']);
  });

  it('sends nothing for blank text', async () => {
    const { conversation } = open();
    conversation.send(' \n ');
    await idle(conversation);
    expect(conversation.state.entries).toEqual([]);
  });

  it('queues what is written while a turn runs and sends it afterwards, in order', async () => {
    let release = () => undefined as void;
    server.gate = new Promise((resolve) => (release = resolve));
    const { conversation } = open();
    conversation.send('one');
    await vi.waitFor(() => expect(lines(conversation)).toContain('< You said: one'));
    conversation.send('two');
    conversation.send('three');
    expect(lines(conversation).slice(2)).toEqual(['> two (queued)', '> three (queued)']);
    expect(callsTo('/api/v1/chat/message')).toHaveLength(1);
    release();
    server.gate = undefined;
    await vi.waitFor(() => expect(lines(conversation).at(-1)).toBe('< You said: three'));
    expect(lines(conversation)).toEqual([
      '> one (sent)',
      '< You said: one',
      '> two (sent)',
      '< You said: two',
      '> three (sent)',
      '< You said: three',
    ]);
  });

  it('keeps card, question and sources of the answer', async () => {
    const sources = [{ kind: 'policy' as const, rule: 'refund', version: '3', label: 'Refund table' }];
    const ask = { kind: 'choice' as const, options: [{ label: 'Yes', text: 'yes please' }] };
    server.reply = () => ({
      parts: [
        { agent: 'policy', text: 'First.', sources },
        { agent: 'service', text: 'Second.', sources: [] },
      ],
      ask,
    });
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    const answer = conversation.state.entries.at(-1);
    expect(answer).toMatchObject({
      kind: 'assistant',
      state: 'done',
      ask,
      blocks: [{ text: 'First.', sources }, { text: 'Second.' }],
    });
  });
});

describe('a dropped connection', () => {
  it('resumes after the last event it saw and finishes exactly', async () => {
    server.cuts = [6, 2, 0];
    const { conversation } = open();
    const links = new Set<string>();
    conversation.subscribe((state) => links.add(state.link));
    conversation.send('a b c d e f');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> a b c d e f (sent)', '< You said: a b c d e f']);
    expect(callsTo('/api/v1/chat/runs/').map((call) => call.lastEventId)).toEqual(['6', '8', '8']);
    expect(waits).toEqual([500, 500, 1000]);
    expect(links).toContain('reconnecting');
    expect(conversation.state.link).toBe('live');
    expect(callsTo('/api/v1/chat/message')).toHaveLength(1);
  });

  it('reads the history when the server no longer knows the turn', async () => {
    server.cuts = [5];
    const { conversation } = open();
    conversation.subscribe(() => {
      const run =
        callsTo('/api/v1/chat/message').length &&
        conversation.state.entries.find((entry) => entry.kind === 'assistant');
      if (run && run.kind === 'assistant' && run.turnId && !refused) {
        refused = true;
        server.refuseNext(`GET /api/v1/chat/runs/${run.turnId}/events`, 404, 'not-found', 'Too old.');
      }
    });
    let refused = false;
    conversation.send('hello there');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> hello there (sent)', '< You said: hello there']);
    expect(callsTo('/api/v1/chat/history')).toHaveLength(1);
  });

  it('does not send a message twice whose answer was lost, when it is tried again', async () => {
    const { conversation } = open();
    conversation.send('first');
    await idle(conversation);
    server.loseNextAnswer = true;
    conversation.send('book it');
    await idle(conversation);
    expect(lines(conversation).at(-1)).toBe('> book it (failed)');
    conversation.retry(conversation.state.entries.at(-1)?.id ?? '');
    await idle(conversation);
    expect(lines(conversation)).toEqual([
      '> first (sent)',
      '< You said: first',
      '> book it (sent)',
      '< You said: book it',
    ]);
    const [, lost, again] = callsTo('/api/v1/chat/message');
    expect(again).toMatchObject({ key: lost?.key, body: lost?.body });
    conversation.dispose();
    const reloaded = open();
    await idle(reloaded.conversation);
    expect(lines(reloaded.conversation)).toEqual(lines(conversation));
  });

  it('does not send the first message twice, whose conversation it has never heard of', async () => {
    server.loseNextAnswer = true;
    const { conversation, store } = open();
    conversation.send('book it');
    await idle(conversation);
    expect([store.sessionId(), ...lines(conversation)]).toEqual([undefined, '> book it (failed)']);
    conversation.retry(conversation.state.entries.at(-1)?.id ?? '');
    await idle(conversation);
    conversation.send('thanks');
    await idle(conversation);
    const said = ['> book it (sent)', '< You said: book it', '> thanks (sent)', '< You said: thanks'];
    expect(lines(conversation)).toEqual(said);
    conversation.dispose();
    const reloaded = open();
    await idle(reloaded.conversation);
    expect(lines(reloaded.conversation)).toEqual(said);
    expect(new Set(callsTo('/api/v1/chat/message').map(({ key }) => key)).size).toBe(2);
  });

  it('holds messages while offline and sends them when the network is back', async () => {
    const { conversation } = open();
    await idle(conversation);
    online = false;
    server.loseNextAnswer = true;
    conversation.send('hello');
    await idle(conversation);
    expect([conversation.state.link, ...lines(conversation)]).toEqual(['offline', '> hello (queued)']);
    online = true;
    announceNetwork(true);
    await idle(conversation);
    expect([conversation.state.link, ...lines(conversation)]).toEqual(['live', '> hello (sent)', '< You said: hello']);
  });
});

describe('a reload of the page', () => {
  it('shows the stored conversation', async () => {
    const first = open();
    first.conversation.send('hello');
    await idle(first.conversation);
    first.conversation.dispose();
    const second = open();
    await idle(second.conversation);
    expect(lines(second.conversation)).toEqual(['> hello (sent)', '< You said: hello']);
  });

  it('attaches to a turn that still runs', async () => {
    let release = () => undefined as void;
    server.gate = new Promise((resolve) => (release = resolve));
    const first = open();
    first.conversation.send('long question');
    await vi.waitFor(() => expect(first.store.sessionId()).toBeDefined());
    first.conversation.dispose();
    const second = open();
    await vi.waitFor(() =>
      expect(lines(second.conversation)).toEqual(['> long question (sent)', '< You said: long question']),
    );
    expect(second.conversation.state.running).toBe(true);
    release();
    await idle(second.conversation);
    expect(second.conversation.state.entries.at(-1)).toMatchObject({ state: 'done' });
    expect(callsTo('/api/v1/chat/message')).toHaveLength(1);
  });

  it('starts anew without a word when the stored conversation is gone', async () => {
    const first = open();
    first.conversation.send('hello');
    await idle(first.conversation);
    server.forget(first.store.sessionId() ?? '');
    const second = open();
    await idle(second.conversation);
    expect([second.conversation.state.entries, second.store.sessionId()]).toEqual([[], undefined]);
  });

  it('says so when the conversation could not be fetched, and fetches it on demand', async () => {
    const first = open();
    first.conversation.send('hello');
    await idle(first.conversation);
    server.refuseNext('GET /api/v1/chat/history', 503, 'unavailable', 'Later.');
    const second = open();
    await idle(second.conversation);
    expect(second.conversation.state.loadFailed).toBe(true);
    second.conversation.reload();
    await idle(second.conversation);
    expect([second.conversation.state.loadFailed, second.conversation.state.entries.length]).toEqual([false, 2]);
  });
});

describe('refusals', () => {
  it('renews an expired guest token once and goes on', async () => {
    const { conversation, store } = open();
    conversation.send('hello');
    await idle(conversation);
    server.revoke(store.identity()?.token ?? '');
    conversation.send('again');
    await idle(conversation);
    expect(callsTo('/api/v1/auth/guest')).toHaveLength(2);
    expect(lines(conversation)).toEqual([
      '> hello (sent)',
      '< You said: hello',
      '- The earlier conversation has ended, so this is a new one.',
      '> again (sent)',
      '< You said: again',
    ]);
  });

  it('waits and tries again while the session is busy', async () => {
    server.refuseNext('POST /api/v1/chat/message', 409, 'session-busy', 'Busy.');
    server.refuseNext('POST /api/v1/chat/message', 409, 'session-busy', 'Busy.');
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(waits).toEqual([1000, 2000]);
    expect(lines(conversation)).toEqual(['> hello (sent)', '< You said: hello']);
  });

  it.each([
    [413, 'edit', 'The text is too long.', {}, 'The text is too long.'],
    [422, 'edit', 'The text is empty.', {}, 'The text is empty.'],
    [429, 'retry', 'Too many messages.', { 'retry-after': '12' }, 'Too many messages. Please wait 12 s.'],
    [503, 'retry', 'We are restarting.', {}, 'We are restarting.'],
  ])('shows the detail of a %i and offers to %s', async (status, remedy, detail, headers, problem) => {
    server.refuseNext('POST /api/v1/chat/message', status, 'nope', detail, headers);
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(conversation.state.entries).toEqual([expect.objectContaining({ status: 'failed', remedy, problem })]);
    conversation.retry(conversation.state.entries[0]?.id ?? '');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> hello (sent)', '< You said: hello']);
  });

  it('keeps what was said and offers to try again when the turn fails at the server', async () => {
    server.reply = () => ({ parts: [], error: { message: 'The assistant is unavailable.', code: 'internal' } });
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(conversation.state.entries).toEqual([
      expect.objectContaining({ status: 'failed', problem: 'The assistant is unavailable.' }),
    ]);
  });

  it('keeps the part of an answer that came before the turn failed', async () => {
    const error = { message: 'The assistant is unavailable.', code: 'internal' };
    server.reply = () => ({ parts: [{ agent: 'service', text: 'Half of it', sources: [] }], error });
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> hello (failed)', '< Half of it']);
    conversation.retry(conversation.state.entries[0]?.id ?? '');
    await idle(conversation);
    expect(new Set(callsTo('/api/v1/chat/message').map(({ key }) => key)).size).toBe(2);
    expect(callsTo('/api/v1/chat/runs/')).toEqual([]);
  });

  it('gives a message back for editing', async () => {
    server.refuseNext('POST /api/v1/chat/message', 422, 'invalid', 'No.');
    const { conversation } = open();
    conversation.send('hello');
    await idle(conversation);
    expect(conversation.takeBack(conversation.state.entries[0]?.id ?? '')).toBe('hello');
    expect(conversation.state.entries).toEqual([]);
  });
});

describe('signing in', () => {
  const askToSignIn = { kind: 'sign_in' as const, options: [], resumeText: 'Confirm' };

  it('moves the conversation to the account and resumes by itself', async () => {
    server.reply = (text) =>
      text === 'Confirm'
        ? { parts: [{ agent: 'booking', text: 'Booked.', sources: [] }] }
        : { parts: [{ agent: 'booking', text: 'Please sign in.', sources: [] }], ask: askToSignIn };
    const { conversation, store } = open();
    conversation.send('yes');
    await idle(conversation);
    expect(conversation.state.signIn).toEqual({ reason: 'ask', busy: false });
    await conversation.signIn('priya@example.test', 'wrong');
    expect(conversation.state.signIn?.error).toBe('The email or the password is wrong.');
    await conversation.signIn('priya@example.test', 'right');
    await idle(conversation);
    expect(lines(conversation)).toEqual([
      '> yes (sent)',
      '< Please sign in.',
      '- Signed in as Priya Sharma',
      '> Confirm (sent)',
      '< Booked.',
    ]);
    expect(conversation.state).toMatchObject({ signIn: undefined, user: { name: 'Priya Sharma' } });
    expect(server.owner(store.sessionId() ?? '')).toBe('u1');
  });

  it('asks a customer whose token expired to sign in, then sends what was held', async () => {
    const { conversation, store } = open();
    await idle(conversation);
    await conversation.signIn('priya@example.test', 'right');
    server.revoke(store.identity()?.token ?? '');
    conversation.send('hello');
    await idle(conversation);
    expect(conversation.state).toMatchObject({ user: undefined, signIn: { reason: 'expired' } });
    expect(lines(conversation)).toContain('> hello (failed)');
    await conversation.signIn('priya@example.test', 'right');
    await idle(conversation);
    expect(lines(conversation).slice(-2)).toEqual(['> hello (sent)', '< You said: hello']);
    expect(callsTo('/api/v1/auth/guest')).toHaveLength(0);
  });

  it('forgets the account and the conversation on signing out', async () => {
    const { conversation, store } = open();
    await conversation.signIn('priya@example.test', 'right');
    conversation.send('hello');
    await vi.waitFor(() => expect(lines(conversation)).toContain('< You said: hello'));
    conversation.signOut();
    expect([store.identity(), store.sessionId(), conversation.state.user]).toEqual([undefined, undefined, undefined]);
    conversation.send('who am I');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['- You are signed out.', '> who am I (sent)', '< You said: who am I']);
  });
});

describe('a new conversation', () => {
  it('leaves a running turn behind without showing any more of it', async () => {
    let release = () => undefined as void;
    server.gate = new Promise((resolve) => (release = resolve));
    const { conversation, store } = open();
    conversation.send('old');
    await vi.waitFor(() => expect(store.sessionId()).toBeDefined());
    const old = store.sessionId();
    conversation.newConversation();
    server.gate = undefined;
    conversation.send('new');
    await idle(conversation);
    release();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(lines(conversation)).toEqual(['> new (sent)', '< You said: new']);
    expect(store.sessionId()).not.toBe(old);
    conversation.openSession(old ?? '');
    await idle(conversation);
    expect(lines(conversation)).toEqual(['> old (sent)', '< You said: old']);
  });
});
