import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ask, Card, Part, TurnResult } from '#src/turn.ts';
import type { HistoryMessage } from '../wire.ts';

/** What the assistant says in one turn. */
export interface Reply {
  parts: Part[];
  ask?: Ask;
  card?: Card;
  error?: { message: string; code: string };
}

interface Turn {
  id: string;
  sessionId: string;
  events: Record<string, unknown>[];
}

export interface Call {
  method: string;
  path: string;
  token: string | undefined;
  company: string | undefined;
  lastEventId: string | undefined;
  key: string | undefined;
  body: Record<string, unknown>;
}

export interface WireServer {
  base: string;
  calls: Call[];
  /** Answers the next call to `METHOD /path` with a problem; several are used one after the other. */
  refuseNext(route: string, status: number, code: string, detail: string, headers?: Record<string, string>): void;
  /** Cuts the next streams after so many events, one entry per stream. */
  cuts: number[];
  /** Cuts the connection of the next message after taking it in, before any answer. */
  loseNextAnswer: boolean;
  reply: (text: string) => Reply;
  /** While set, streams stop before their last event until it resolves. */
  gate: Promise<void> | undefined;
  revoke(token: string): void;
  forget(sessionId: string): void;
  owner(sessionId: string): string | undefined;
  close(): Promise<void>;
}

const customer = { id: 'u1', name: 'Priya Sharma', email: 'priya@example.test' };

/** A local HTTP server that speaks the chat API's wire format over an in-memory conversation log. */
export async function startWireServer(): Promise<WireServer> {
  const owners = new Map<string, string>();
  const messages = new Map<string, HistoryMessage[]>();
  const turns = new Map<string, Turn>();
  const tokens = new Map<string, string>();
  const refusals: { route: string; status: number; headers: Record<string, string>; body: object }[] = [];
  const running = new Map<string, string>();
  const keys = new Map<string, { body: string; turn: Turn }>();
  let serial = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://local');
    const call = await readCall(request, url.pathname);
    self.calls.push(call);
    const route = `${call.method} ${call.path}`;
    const at = refusals.findIndex((refusal) => refusal.route === route);
    const refusal = at < 0 ? undefined : refusals.splice(at, 1)[0];
    if (refusal) return void send(response, refusal.status, refusal.body, 'application/problem+json', refusal.headers);

    if (route === 'POST /api/v1/auth/guest') return void send(response, 201, issue(`guest-${++serial}`));
    if (route === 'POST /api/v1/auth/login') return login(call, response);
    if (call.path.startsWith('/api/v1/companies/')) return void send(response, 200, { name: 'Nexora' });

    const who = tokens.get(call.token ?? '');
    if (!who) return problem(response, 401, 'token-expired', 'The token has expired.');
    if (route === 'POST /api/v1/chat/message') return message(call, who, response);
    if (call.path.startsWith('/api/v1/chat/runs/')) {
      const turn = turns.get(call.path.split('/')[5] ?? '');
      if (!turn) return problem(response, 404, 'not-found', 'No such turn.');
      return stream(turn, Number(call.lastEventId ?? 0), response);
    }
    if (call.path === '/api/v1/chat/history') {
      const sessionId = url.searchParams.get('sessionId') ?? '';
      if (owners.get(sessionId) !== who) return problem(response, 404, 'not-found', 'No such conversation.');
      const turnId = running.get(sessionId);
      const body = { sessionId, messages: messages.get(sessionId), ...(turnId ? { running: { turnId } } : {}) };
      return void send(response, 200, body);
    }
    problem(response, 404, 'not-found', 'No such route.');
  }

  function issue(who: string) {
    const accessToken = `token-${who}-${++serial}`;
    tokens.set(accessToken, who);
    return { accessToken, expiresIn: 3600 };
  }

  function login(call: Call, response: ServerResponse): void {
    if (call.body['password'] !== 'right') {
      return problem(response, 401, 'invalid-credentials', 'The email or the password is wrong.');
    }
    const guest = tokens.get(String(call.body['guestToken'] ?? ''));
    for (const [sessionId, owner] of owners) if (owner === guest) owners.set(sessionId, customer.id);
    send(response, 200, { ...issue(customer.id), user: customer });
  }

  async function message(call: Call, who: string, response: ServerResponse): Promise<void> {
    const body = JSON.stringify(call.body);
    const name = `${who} ${call.key}`;
    const before = keys.get(name);
    if (before?.body === body) return stream(before.turn, 0, response);
    if (before) return problem(response, 422, 'idempotency-mismatch', 'Used for another message.');
    const sessionId = String(call.body['sessionId'] ?? `session-${++serial}`);
    if ((owners.get(sessionId) ?? who) !== who || (call.body['sessionId'] && !owners.has(sessionId))) {
      return problem(response, 404, 'not-found', 'No such conversation.');
    }
    owners.set(sessionId, who);
    const text = String(call.body['text']);
    const turn: Turn = { id: `turn-${++serial}`, sessionId, events: [] };
    const reply = self.reply(text);
    turn.events = eventsOf(turn, reply);
    turns.set(turn.id, turn);
    if (call.key) keys.set(name, { body, turn });
    const log = messages.get(sessionId) ?? [];
    messages.set(sessionId, log);
    const common = { createdAt: '2026-11-20T10:00:00.000Z', turnId: turn.id };
    log.push({ id: `m-${++serial}`, role: 'user', text, ...common });
    if (self.gate) running.set(sessionId, turn.id);
    const finish = () => {
      running.delete(sessionId);
      const { parts, ask, card } = reply;
      const said = parts.map((part) => part.text).join('\n\n');
      const rest = { ...(ask ? { ask } : {}), ...(card ? { card } : {}), ...common };
      if (!reply.error) log.push({ id: `m-${++serial}`, role: 'assistant', text: said, parts, ...rest });
    };
    if (self.gate) void self.gate.then(finish);
    else finish();
    if (self.loseNextAnswer) {
      self.loseNextAnswer = false;
      response.destroy();
      return;
    }
    return stream(turn, 0, response);
  }

  async function stream(turn: Turn, after: number, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': hello\n\n');
    const cut = self.cuts.shift() ?? Infinity;
    for (const [index, event] of turn.events.entries()) {
      if (index + 1 <= after) continue;
      if (index - after >= cut) {
        response.write(`id: ${index + 1}\ndata: {"type":"TEXT_`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        response.destroy();
        return;
      }
      if (index === turn.events.length - 1) await self.gate;
      // A stream that breaks off at the server ends with an error that has no number.
      const id = event['type'] === 'RUN_ERROR' ? '' : `id: ${index + 1}\n`;
      response.write(`${id}data: ${JSON.stringify(event)}\n\n`);
    }
    response.end();
  }

  const self: WireServer = {
    base: '',
    calls: [],
    cuts: [],
    loseNextAnswer: false,
    gate: undefined,
    reply: (text) => ({ parts: [{ agent: 'service', text: `You said: ${text}`, sources: [] }] }),
    refuseNext: (route, status, code, detail, headers = {}) =>
      void refusals.push({ route, status, headers, body: { type: 'about:blank', title: code, status, detail, code } }),
    revoke: (token) => void tokens.delete(token),
    forget: (sessionId) => void owners.delete(sessionId),
    owner: (sessionId) => owners.get(sessionId),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;
}

function eventsOf(turn: Turn, reply: Reply): Record<string, unknown>[] {
  const { parts, ask, card, error } = reply;
  const told = parts.flatMap((part, index) => {
    const messageId = `${turn.id}-${index}`;
    return [
      { type: 'TEXT_MESSAGE_START', messageId, role: 'assistant' },
      ...part.text.split(/(?<= )/).map((delta) => ({ type: 'TEXT_MESSAGE_CONTENT', messageId, delta })),
      { type: 'TEXT_MESSAGE_END', messageId },
      { type: 'CUSTOM', name: 'part', value: { ...part, messageId } },
    ];
  });
  const result: TurnResult = {
    sessionId: turn.sessionId,
    turnId: turn.id,
    text: parts.map((part) => part.text).join('\n\n'),
    intents: [],
    parts,
    effects: [],
    outcome: 'answered',
    usage: { tokensIn: 0, tokensOut: 0, latencyMs: 1 },
    ...(ask ? { ask } : {}),
    ...(card ? { card } : {}),
  };
  return [
    { type: 'RUN_STARTED', threadId: turn.sessionId, runId: turn.id },
    { type: 'SOMETHING_NEW', whatever: true },
    { type: 'SUBAGENT_STARTED', subagentRunId: `${turn.id}-service-1`, name: 'service' },
    ...told,
    { type: 'SUBAGENT_FINISHED', subagentRunId: `${turn.id}-service-1` },
    error
      ? { type: 'RUN_ERROR', ...error }
      : { type: 'RUN_FINISHED', threadId: turn.sessionId, runId: turn.id, result },
  ];
}

async function readCall(request: IncomingMessage, path: string): Promise<Call> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return {
    method: request.method ?? '',
    path,
    token: request.headers.authorization?.replace('Bearer ', ''),
    company: request.headers['x-company']?.toString(),
    lastEventId: request.headers['last-event-id']?.toString(),
    key: request.headers['idempotency-key']?.toString(),
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  type = 'application/json',
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  send(response, status, { type: 'about:blank', title: code, status, detail, code }, 'application/problem+json');
}
