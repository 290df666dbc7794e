import { isObject, type Json, type JsonObject } from '#src/api/openapi/json.ts';
import type { OutgoingMessage } from '#src/channels/contract.ts';
import type { FuzzRequest } from './request.ts';
import type { Answer } from './send.ts';
import { CUSTOMERS } from './vocabulary.ts';

/** Everything that a request's placeholders stand for. It grows with what answers and messages tell. */
export interface Known {
  url: string;
  companyId: string;
  /** Access tokens by actor. */
  tokens: Map<string, string>;
  /** Another token for an actor whose last one has ended; undefined for who has no account. */
  renewed(actor: string): string | undefined;
  /** By kind, and by `kind@actor` where they belong to somebody. */
  things: Map<string, string[]>;
  /** The version that was read last, by id, slug or number; of one's own account by `me@actor`. */
  versions: Map<string, number>;
  /** Actors by the ids, the e-mail addresses and the numbers of their accounts. */
  people: Map<string, string>;
}

/** By the prefix of ids, what they are of: for anybody, and for whoever it belongs to. */
const KINDS: Record<string, { kind: string; own: string }> = {
  adr: { kind: 'address', own: 'ownAddress' },
  bkg: { kind: 'booking', own: 'ownBooking' },
  cpl: { kind: 'complaint', own: 'ownComplaint' },
  rfd: { kind: 'refund', own: 'refund' },
  ses: { kind: 'conversation', own: 'conversation' },
  sgn: { kind: 'session', own: 'session' },
  trn: { kind: 'turn', own: 'turn' },
};
const ID = /^([a-z]{3})_[0-9a-z]{26}$/;
/** How many of a kind are kept, the latest. */
const KEPT = 64;

export function remember({ things }: Pick<Known, 'things'>, kind: string, thing: string): void {
  const all = things.get(kind) ?? [];
  if (all.includes(thing)) return;
  all.push(thing);
  if (all.length > KEPT) all.shift();
  things.set(kind, all);
}

function forget({ things }: Pick<Known, 'things'>, kind: string, thing: string): void {
  const others = things.get(kind)?.filter((one) => one !== thing);
  if (others) things.set(kind, others);
}

/** What an answer tells: the ids in it, whose they are, their versions; and that a token has ended. */
export function learn(known: Known, request: FuzzRequest, answer: Answer): void {
  const { actor, path, headers } = request;
  if (answer.status === 401 && !headers['Authorization']) {
    const token = known.renewed(actor);
    if (token) known.tokens.set(actor, token);
  }
  if (answer.status >= 300 || !answer.type.endsWith('json') || answer.text === '') return;
  if (path === '/openapi.json') return;
  learnBody(known, request, JSON.parse(answer.text) as Json);
}

export function learnBody(known: Known, { path, actor }: Pick<FuzzRequest, 'path' | 'actor'>, body: Json): void {
  const me = (CUSTOMERS as readonly string[]).includes(actor) ? actor : undefined;
  for (const object of objectsIn(body)) learnThing(known, object, { me, isStaff: path.includes('/ops/users') });
  if (path.endsWith('/users/me') && isObject(body)) learnMe(known, body, actor);
}

function learnMe({ things, versions, people }: Known, { email, phone, version }: JsonObject, actor: string): void {
  if (typeof version === 'number') versions.set(`me@${actor}`, version);
  for (const [kind, contact] of Object.entries({ myEmail: email, myPhone: phone })) {
    if (typeof contact !== 'string') continue;
    things.set(`${kind}@${actor}`, [contact]);
    people.set(contact, actor);
  }
}

function learnThing(known: Known, object: JsonObject, { me, isStaff }: { me: string | undefined; isStaff: boolean }) {
  const { id, slug, number, userId, version, status } = object;
  const names = [id, slug, number].filter((name) => typeof name === 'string');
  if (typeof version === 'number') for (const name of names) known.versions.set(name, version);
  const owner = typeof userId === 'string' ? known.people.get(userId) : me;
  for (const value of Object.values(object)) {
    const [, prefix = ''] = (typeof value === 'string' && ID.exec(value)) || [];
    const names = KINDS[prefix];
    if (!names || typeof value !== 'string') continue;
    remember(known, names.kind, value);
    if (owner) remember(known, `${names.own}@${owner}`, value);
  }
  if (typeof id !== 'string') return;
  if (id.startsWith('bkg_') && typeof status === 'string') {
    const note = status === 'confirmed' ? remember : forget;
    for (const kind of ['openBooking', ...(owner ? [`openBooking@${owner}`] : [])]) note(known, kind, id);
    if (owner && status === 'completed') remember(known, `doneBooking@${owner}`, id);
  }
  if (id.startsWith('rfd_') && status === 'waiting_for_approval') remember(known, 'waitingRefund', id);
  // Those who act in the fuzz are left alone, else soon nobody could.
  if (isStaff && id.startsWith('usr_') && !known.people.has(id))
    remember(known, status === 'waiting' ? 'waitingStaff' : 'staff', id);
}

function* objectsIn(value: Json): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value as Json[]) yield* objectsIn(item);
  if (!isObject(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** The secrets of a message, as whoever reads that mailbox would use them. */
export function readMessage(known: Known, { purpose, to, secret }: OutgoingMessage): void {
  if (!secret) return;
  const reader = known.people.get(to);
  remember(known, reader && purpose === 'verify-phone' ? `${purpose}@${reader}` : purpose, secret);
}
