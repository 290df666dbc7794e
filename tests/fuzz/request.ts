import * as fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '#src/api/openapi/json.ts';
import type { Auth } from '#src/api/route.ts';
import { png } from '#src/services/users/test-pictures.ts';
import { nearlyValid, valid, type Hints, type Sources } from './arbitrary-of.ts';
import { hostileBody, hostileText, hostileValue } from './hostile.ts';

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** Of the route. */
  auth: Auth;
  spec: JsonObject;
}

/**
 * A request as data. `§kind:n§` in any text stands for the n-th known thing of that kind, put in when it is sent: ids
 * differ from run to run, the request that a seed makes does not.
 */
export interface FuzzRequest {
  operation: string;
  method: string;
  path: string;
  params: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  /** `json` is written by us; `raw` goes out byte by byte (latin1). */
  body?: { json: Json } | { raw: string };
  actor: string;
}

/** `If-Match` with the version that was read last. */
export const LAST_READ = '"§version§"';

/** Hashing passwords and talking take tens of milliseconds, and some requests spoil the next ones: they come seldom. */
const COSTLY = /^(register|opsRegister|resetPassword|updateMyPassword|createOpsUser|sendMessage)$/;
const SPOILING = /^(logout|deleteMe|deleteOpsUser|deleteOpsSession|updateOpsRolePermissions|updateOpsUser)$/;
/** Much must be right at once, so most are refused: they come often. */
const HARD =
  /^(createBooking|updateBooking|updateBookingStatus|rescheduleBooking|cancelBooking|assignOpsComplaint|updateOpsUserRole|(approve|reject)Refund)$/;

function weightOf({ id }: Operation): number {
  if (HARD.test(id)) return 9;
  return COSTLY.test(id) || SPOILING.test(id) ? 2 : 5;
}

export interface Actors {
  all: readonly string[];
  /** Who mostly may do this. */
  apt(operation: Operation): readonly string[];
}

/** What is known of an operation's properties and of the schemas that it refers to. */
export interface Vocabulary {
  components: JsonObject;
  hintsFor(operation: string): Hints;
}

export function requestTo(operations: readonly Operation[], actors: Actors, { components, hintsFor }: Vocabulary) {
  return fc.oneof(
    ...operations.map((operation) => {
      const sources = { components, hints: hintsFor(operation.id) };
      return {
        weight: weightOf(operation),
        arbitrary: fc.oneof(
          { weight: 2, arbitrary: earnestRequest(operation, actors, { ...sources, isEarnest: true }) },
          { weight: 3, arbitrary: anyRequest(operation, actors, sources) },
        ),
      };
    }),
  );
}

const parametersOf = ({ spec }: Operation, place: string): JsonObject[] =>
  ((spec['parameters'] ?? []) as JsonObject[]).filter((one) => one['in'] === place);

function paramsOf(operation: Operation, sources: Sources): fc.Arbitrary<Record<string, string>> {
  const noun = (name: string) => new RegExp(`([\\w-]+)/\\{${name}\\}`).exec(operation.path)?.[1] ?? '';
  const entries = parametersOf(operation, 'path').map((one) => {
    const name = String(one['name']);
    return [name, pathText(one, noun(name), sources)] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

/** A request as somebody makes it who knows what they want: right in form, about things that there are. */
function earnestRequest(operation: Operation, actors: Actors, sources: Sources): fc.Arbitrary<FuzzRequest> {
  const { id, method, path, spec } = operation;
  const parts = {
    params: paramsOf(operation, sources),
    query: queryOf(parametersOf(operation, 'query'), sources),
    body: bodyOf(spec, sources),
    actor: fc.constantFrom(...actors.apt(operation)),
    key: fc.oneof(fc.constant(undefined), fc.uuid()),
    isCareful: fc.boolean(),
  };
  return fc.record(parts).map(({ body, key, isCareful, ...rest }) => ({
    ...{ operation: id, method, path },
    headers: {
      ...((refersTo(spec, 'IfMatch') || (isCareful && refersTo(spec, 'OptionalIfMatch'))) && { 'If-Match': LAST_READ }),
      ...(refersTo(spec, 'IdempotencyKey') && key !== undefined && { 'Idempotency-Key': key }),
    },
    ...rest,
    ...(body && { body }),
  }));
}

function anyRequest(operation: Operation, actors: Actors, sources: Sources): fc.Arbitrary<FuzzRequest> {
  const { id, method, path, spec } = operation;
  const parts = {
    params: paramsOf(operation, sources),
    query: queryOf(parametersOf(operation, 'query'), sources),
    headers: headersOf(spec),
    body: bodyOf(spec, sources),
    actor: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...actors.apt(operation)) },
      { weight: 1, arbitrary: fc.constantFrom(...actors.all) },
    ),
    otherMethod: fc.oneof(
      { weight: 40, arbitrary: fc.constant(undefined) },
      fc.constantFrom('HEAD', 'PATCH', 'OPTIONS'),
    ),
  };
  return fc.record(parts).map(({ otherMethod, body, ...rest }) => ({
    ...{ operation: id, method: otherMethod ?? method, path },
    ...rest,
    ...(body && { body }),
  }));
}

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Mostly what the place in the path is about: `/bookings/{id}` gets a booking's id. */
function pathText({ schema, name }: JsonObject, noun: string, sources: Sources): fc.Arbitrary<string> {
  const real = sources.hints(`/${noun}`) ?? sources.hints(String(name));
  const byName = valid(schema, sources).map(asText);
  if (sources.isEarnest) return (real ?? byName).map(asText);
  return fc
    .oneof(
      { weight: 6, arbitrary: real ?? byName },
      { weight: 1, arbitrary: byName },
      { weight: 1, arbitrary: hostileText },
    )
    .map((value) => asText(value) || ' ');
}

function queryOf(parameters: readonly JsonObject[], sources: Sources): fc.Arbitrary<[string, string][]> {
  const one = (parameter: JsonObject): fc.Arbitrary<[string, string][]> => {
    const name = String(parameter['name']);
    const right = valid(parameter['schema'], sources, name).map((value) =>
      (Array.isArray(value) ? (value as Json[]) : [value]).map((item): [string, string] => [name, asText(item)]),
    );
    const absent = fc.constant<[string, string][]>([]);
    if (sources.isEarnest)
      return parameter['required'] === true ? right : fc.oneof({ weight: 3, arbitrary: absent }, right);
    const wrong = hostileText.map((value): [string, string][] => [[name, value]]);
    const twice = fc.tuple(hostileText, hostileText).map(([a, b]): [string, string][] => [
      [name, a],
      [name, b],
    ]);
    const present = parameter['required'] === true ? 12 : 4;
    return fc.oneof(
      { weight: present, arbitrary: right },
      { weight: 6, arbitrary: absent },
      { weight: 1, arbitrary: wrong },
      { weight: 1, arbitrary: twice },
    );
  };
  const stray = fc.oneof(
    { weight: 30, arbitrary: fc.constant<[string, string][]>([]) },
    fc.tuple(hostileText, hostileText).map((pair): [string, string][] => [pair]),
  );
  const extra = sources.isEarnest ? [] : [stray];
  return fc.tuple(...parameters.map(one), ...extra).map((parts) => parts.flat());
}

const seldom = (arbitrary: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 25, arbitrary: fc.constant(undefined) }, arbitrary);
/** Node refuses to send what HTTP has no place for; everything else is tried. */
const headerText = hostileText.map((text) =>
  text
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .trim()
    .slice(0, 2_000),
);

/** Whether the operation takes this header of the document's. */
const refersTo = (spec: JsonObject, name: string): boolean =>
  ((spec['parameters'] ?? []) as JsonObject[]).some(({ $ref }) => String($ref).endsWith(`/${name}`));

function headersOf(spec: JsonObject): fc.Arbitrary<Record<string, string>> {
  const has = (name: string) => refersTo(spec, name);
  const version = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(LAST_READ, ...['1', '2', '99'].map((n) => `"${n}"`)) },
    { weight: 1, arbitrary: headerText },
  );
  return fc
    .record({
      'Idempotency-Key': has('IdempotencyKey')
        ? fc.oneof(fc.constant(undefined), fc.constantFrom('key-1', 'key-2'), fc.uuid(), headerText)
        : seldom(headerText),
      'If-Match':
        has('IfMatch') || has('OptionalIfMatch')
          ? fc.oneof({ weight: 8, arbitrary: version }, fc.constant(undefined))
          : seldom(version),
      'If-None-Match': seldom(version),
      Accept: seldom(
        fc.oneof(fc.constantFrom('application/json', 'text/event-stream', 'image/png', '*/*'), headerText),
      ),
      'X-Company': seldom(headerText),
      'X-Request-Id': seldom(headerText),
      'Last-Event-ID': seldom(fc.oneof(fc.nat(20).map(String), headerText)),
      Authorization: seldom(headerText.map((text) => `Bearer ${text}`)),
      Cookie: seldom(headerText.map((text) => `guest=${text}`)),
      'Content-Type': seldom(fc.oneof(fc.constantFrom('text/plain', 'application/json; charset=utf-16'), headerText)),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Record<string, string>);
}

function bodyOf({ requestBody }: JsonObject, sources: Sources): fc.Arbitrary<FuzzRequest['body']> {
  const content = isObject(requestBody) && isObject(requestBody['content']) ? requestBody['content'] : undefined;
  if (!content) return fc.constant(undefined);
  const json = content['application/json'];
  const picture = fc.constant(PICTURE);
  if (!isObject(json)) return (sources.isEarnest ? picture : fc.oneof(hostileBody, picture)).map((raw) => ({ raw }));
  const { schema } = json;
  if (sources.isEarnest) return valid(schema, sources).map((value) => ({ json: value }));
  const written = fc.oneof(
    { weight: 10, arbitrary: valid(schema, sources) },
    { weight: 6, arbitrary: nearlyValid(schema, sources) },
    { weight: 1, arbitrary: hostileValue },
  );
  return fc.oneof(
    { weight: 12, arbitrary: written.map((value) => ({ json: value })) },
    { weight: 1, arbitrary: hostileBody.map((raw) => ({ raw })) },
  );
}

const PICTURE = png(64, 64).toString('latin1');
