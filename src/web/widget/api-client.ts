import { ApiProblem, problemOf } from './api-problem.ts';
import type { Identity, SessionStore } from './session-store.ts';
import { readSse, type SseMessage } from './sse-parser.ts';
import type { MessageRequest } from './transcript.ts';
import type { History, SessionSummary, User, WidgetInfo } from './wire.ts';

export interface ApiClient {
  widget(): Promise<WidgetInfo>;
  login(email: string, password: string): Promise<User>;
  history(sessionId: string, signal: AbortSignal): Promise<History>;
  sessions(): Promise<SessionSummary[]>;
  /** Starts a turn, or finds the one that this request has started before; the iteration is its events. */
  message(input: MessageRequest & { text: string }, signal: AbortSignal): Promise<AsyncIterable<SseMessage>>;
  /** The events of a turn after sequence number `after`, then live. */
  tail(turnId: string, after: number, signal: AbortSignal): Promise<AsyncIterable<SseMessage>>;
  /** What happens in a session beside its turns, after the message with this number, then live. */
  sessionEvents(sessionId: string, after: number, signal: AbortSignal): Promise<AsyncIterable<SseMessage>>;
  /** Says a message anew, as `message` does. */
  edit(
    input: { messageId: string; key: string; text: string },
    signal: AbortSignal,
  ): Promise<AsyncIterable<SseMessage>>;
  /** Gives an answer a thumb, or takes it back. */
  react(messageId: string, value: 'up' | 'down' | undefined): Promise<void>;
  rename(sessionId: string, title: string): Promise<void>;
  remove(sessionId: string): Promise<void>;
  /** Tells the person that the reader writes. */
  typing(sessionId: string): Promise<void>;
  /** Server clock minus this device's, in ms, as the last answer told it. */
  clockOffsetMs(): number;
}

export interface ApiClientOptions {
  base: string;
  company: string;
  store: SessionStore;
  fetch?: typeof fetch;
  /** How long to wait for an answer's headers, in ms. */
  headersMs?: number;
  /** How long a stream may stay silent before it counts as broken, in ms. */
  stallMs?: number;
}

/**
 * Calls of the HTTP API as the stored identity; a guest identity is made when there is none and renewed once on a 401.
 * Every failure is an `ApiProblem`; a customer whose token is refused gets the code `signed-out`.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const {
    base,
    company,
    store,
    fetch: send = (...args) => fetch(...args),
    headersMs = 30_000,
    stallMs = 45_000,
  } = options;
  let clockOffset = 0;
  let guestInFlight: Promise<Identity> | undefined;

  async function call(path: string, init: RequestInit = {}, token?: string): Promise<Response> {
    const headers = new Headers(init.headers);
    if (init.body) headers.set('content-type', 'application/json');
    headers.set('x-company', company);
    if (token) headers.set('authorization', `Bearer ${token}`);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), headersMs);
    const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
    try {
      const response = await send(base + path, { ...init, headers, signal, cache: 'no-store', credentials: 'omit' });
      const date = Date.parse(response.headers.get('date') ?? '');
      // The header counts whole seconds: less than two says nothing.
      if (date) clockOffset = Math.abs(date - Date.now()) < 2000 ? 0 : date - Date.now();
      return response;
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new ApiProblem(0, 'network', 'We could not reach the server.');
    } finally {
      clearTimeout(timer);
    }
  }

  async function json<T>(response: Response): Promise<T> {
    if (!response.ok) throw await problemOf(response);
    try {
      return (await response.json()) as T;
    } catch {
      throw new ApiProblem(0, 'network', 'The answer did not arrive whole.');
    }
  }

  async function guest(): Promise<Identity> {
    guestInFlight ??= (async () => {
      try {
        const { accessToken } = await json<{ accessToken: string }>(
          await call('/api/v1/auth/guest', { method: 'POST' }),
        );
        store.setIdentity({ token: accessToken });
        return { token: accessToken };
      } finally {
        guestInFlight = undefined;
      }
    })();
    return guestInFlight;
  }

  async function authorised(path: string, init: RequestInit = {}): Promise<Response> {
    const identity = store.identity() ?? (await guest());
    const first = await call(path, init, identity.token);
    if (first.status !== 401) return ok(first);
    const current = store.identity();
    // Another tab may have renewed the token or signed in meanwhile.
    const changed = current && current.token !== identity.token ? current : undefined;
    if (identity.user && !changed) throw signedOut();
    const second = await call(path, init, (changed ?? (await guest())).token);
    if (second.status === 401 && changed?.user) throw signedOut();
    return ok(second);
  }

  async function stream(path: string, init: RequestInit): Promise<AsyncIterable<SseMessage>> {
    const response = await authorised(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), accept: 'text/event-stream' },
    });
    if (!response.body) throw new ApiProblem(0, 'network', 'The answer was empty.');
    return readSse(response.body, stallMs);
  }

  return {
    clockOffsetMs: () => clockOffset,
    widget: async () => json(await call(`/api/v1/companies/${encodeURIComponent(company)}/widget`)),

    async login(email, password) {
      const before = store.identity();
      const guestToken = before?.user ? undefined : before?.token;
      const response = await call('/api/v1/auth/login', {
        method: 'POST',
        body: JSON.stringify({ email, password, ...(guestToken ? { guestToken } : {}) }),
      });
      const { accessToken, user } = await json<{ accessToken: string; user: User }>(response);
      store.setIdentity({ token: accessToken, user: { id: user.id, name: user.name, email: user.email } });
      return user;
    },

    history: async (sessionId, signal) =>
      json(await authorised(`/api/v1/chat/history?sessionId=${encodeURIComponent(sessionId)}`, { signal })),
    sessions: async () =>
      (await json<{ sessions: SessionSummary[] }>(await authorised('/api/v1/chat/sessions'))).sessions,
    message: ({ key, ...input }, signal) =>
      stream('/api/v1/chat/message', {
        ...{ method: 'POST', body: JSON.stringify(input), signal },
        headers: { 'idempotency-key': key },
      }),
    tail: (turnId, after, signal) =>
      stream(`/api/v1/chat/runs/${encodeURIComponent(turnId)}/events`, from(after, signal)),
    sessionEvents: (sessionId, after, signal) => stream(`${pathOf(sessionId)}/events`, from(after, signal)),
    edit: ({ messageId, key, text }, signal) =>
      stream(`/api/v1/chat/messages/${encodeURIComponent(messageId)}/edit`, {
        ...{ method: 'POST', body: JSON.stringify({ text }), signal },
        headers: { 'idempotency-key': key },
      }),
    async react(messageId, value) {
      const method = value ? 'PUT' : 'DELETE';
      await authorised(`/api/v1/chat/messages/${encodeURIComponent(messageId)}/reaction`, {
        method,
        ...(value ? { body: JSON.stringify({ value }) } : {}),
      });
    },
    rename: async (sessionId, title) =>
      void (await authorised(pathOf(sessionId), { method: 'PATCH', body: JSON.stringify({ title }) })),
    remove: async (sessionId) => void (await authorised(pathOf(sessionId), { method: 'DELETE' })),
    typing: async (sessionId) => void (await authorised(`${pathOf(sessionId)}/typing`, { method: 'POST' })),
  };
}

const pathOf = (sessionId: string) => `/api/v1/chat/sessions/${encodeURIComponent(sessionId)}`;
const from = (after: number, signal: AbortSignal): RequestInit => ({
  signal,
  ...(after > 0 ? { headers: { 'last-event-id': String(after) } } : {}),
});

async function ok(response: Response): Promise<Response> {
  if (!response.ok) throw await problemOf(response);
  return response;
}

const signedOut = () => new ApiProblem(401, 'signed-out', 'Your sign-in has ended. Please sign in again to continue.');
