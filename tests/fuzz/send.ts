import { request as httpRequest, type Agent } from 'node:http';
import type { Json } from '#src/api/openapi/json.ts';
import type { Known } from './known.ts';
import { LAST_READ, type FuzzRequest } from './request.ts';

export interface Answer {
  status: number;
  /** Media type without parameters. */
  type: string;
  text: string;
  ms: number;
}

const LIMIT_MS = 5_000;
/** Beyond 16 kB of address and headers it is the server, not the application, that answers. */
const MAX_ADDRESS = 10_000;

/** With the placeholders filled in. */
export function fillIn(text: string, { things }: Known, actor: string): string {
  return text.replaceAll(/§([\w/-]+):(\d+)§/g, (_, kind: string, index: string) => {
    const own = things.get(`${kind}@${actor}`) ?? [];
    const all = own.length > 0 ? own : (things.get(kind) ?? []);
    return all[Number(index) % Math.max(1, all.length)] ?? `no-${kind.replace('/', '')}`;
  });
}

export function addressOf({ path, params, query, actor }: FuzzRequest, known: Known): string {
  const encode = (text: string) => encodeURIComponent(fillIn(text, known, actor).toWellFormed());
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(params[name] ?? ''));
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return (search ? `${filled}?${search}` : filled).slice(0, MAX_ADDRESS);
}

/** Sends the request. Rejects when the answer has not come, to its end, in time, or the connection breaks. */
export function send(request: FuzzRequest, known: Known, agent: Agent, limitMs = LIMIT_MS): Promise<Answer> {
  const { method, body } = request;
  const bytes = bytesOf(request, known);
  const token = known.tokens.get(request.actor);
  const type = body && ('json' in body || !body.raw.startsWith('\x89PNG') ? 'application/json' : 'image/png');
  const headers = {
    'X-Company': known.companyId,
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(type && { 'Content-Type': type }),
    ...request.headers,
    ...(request.headers['If-Match'] === LAST_READ && { 'If-Match': `"${lastRead(request, known)}"` }),
    ...(bytes && { 'Content-Length': String(bytes.length) }),
  };
  const startedAt = performance.now();
  return new Promise<Answer>((resolve, reject) => {
    const signal = AbortSignal.timeout(limitMs);
    // Not as one URL: that would resolve dots in the path.
    const { hostname, port } = new URL(known.url);
    const path = addressOf(request, known);
    const outgoing = httpRequest({ hostname, port, path, method, headers, agent, signal });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const [type = ''] = (response.headers['content-type'] ?? '').split(';');
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, type: type.trim(), text, ms: performance.now() - startedAt });
      });
    });
    outgoing.end(bytes);
  });
}

/** The first version of what has never been read. */
function lastRead({ params, actor }: FuzzRequest, known: Known): number {
  const [name] = Object.values(params);
  const key = name === undefined ? `me@${actor}` : fillIn(name, known, actor);
  return known.versions.get(key) ?? 1;
}

function bytesOf({ body, actor }: FuzzRequest, known: Known): Buffer | undefined {
  if (!body) return undefined;
  if ('raw' in body) return Buffer.from(body.raw, 'latin1');
  // A thing that is a number stands in the JSON without quotes.
  const json = JSON.stringify(body.json satisfies Json).replaceAll(/"(§paise:\d+§)"/g, '$1');
  return Buffer.from(fillIn(json, known, actor), 'utf8');
}
