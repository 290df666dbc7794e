import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROBLEMS, type ErrorCode } from '#src/errors.ts';
import { openApiDocument } from './openapi.ts';
import { isObject, type Json, type JsonObject } from './openapi/json.ts';
import { defineRoute, type Route } from './route.ts';
import { allRoutes } from './routes/all-routes.ts';

const document = openApiDocument(allRoutes);
const at = (value: Json | undefined, ...steps: string[]): Json | undefined =>
  steps.reduce<Json | undefined>((part, step) => (isObject(part) ? part[step] : undefined), value);

/** Every object of the document, with where it stands. */
function* objects(value: Json, path: string[] = []): Generator<[string[], JsonObject]> {
  if (Array.isArray(value)) for (const [i, part] of value.entries()) yield* objects(part, [...path, String(i)]);
  if (!isObject(value)) return;
  yield [path, value];
  for (const [key, part] of Object.entries(value)) yield* objects(part, [...path, key]);
}

const operations = [...objects(document['paths'] ?? {})].flatMap(([[path = '', method = '', ...rest], operation]) =>
  rest.length === 0 && method ? [{ path, method, operation }] : [],
);
/** Codes of an operation's problems by status. */
function problemsOf({ responses }: JsonObject): Record<string, ErrorCode[]> {
  const entries = Object.entries(responses as JsonObject).flatMap(([status, response]) => {
    const name = String(at(response, '$ref')).split('/').at(-1) ?? '';
    const content = at(document, 'components', 'responses', name, 'content');
    const parts = at(content, 'application/problem+json', 'schema', 'allOf') as JsonObject[] | undefined;
    return parts ? [[status, at(parts[1], 'properties', 'code', 'enum') as ErrorCode[]] as const] : [];
  });
  return Object.fromEntries(entries);
}

interface StubSpec extends Pick<Route, 'method' | 'path'> {
  auth?: Route['auth'];
  body?: z.ZodType;
  response?: z.ZodType;
}
const stub = (spec: StubSpec): Route =>
  defineRoute({ summary: 'Does.', auth: 'none', status: 200, handler: async () => ({ body: {} }), ...spec });

describe('the document of the whole API', () => {
  it('has one operation for each route, each with a name of its own, a summary and a tag that is declared', () => {
    expect(operations).toHaveLength(allRoutes.length);
    expect(new Set(operations.map(({ operation }) => operation['operationId'])).size).toBe(allRoutes.length);
    const tags = (document['tags'] as { name: string }[]).map(({ name }) => name);
    for (const { operation } of operations) {
      expect(String(operation['operationId'])).toMatch(/^[a-z][A-Za-z]+$/);
      expect(String(operation['summary']).length).toBeGreaterThan(5);
      expect(tags).toContain((operation['tags'] as string[])[0]);
    }
  });

  it('refers only to what it holds', () => {
    const refs = [...objects(document)].flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\//);
      expect(at(document, ...ref.slice(2).split('/')), ref).toBeDefined();
    }
  });

  it('declares each parameter of each path, required, and none that the path lacks', () => {
    for (const { path, operation } of operations) {
      const declared = ((operation['parameters'] ?? []) as JsonObject[]).filter((one) => one['in'] === 'path');
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(declared.map((one) => one['name']).sort(), path).toEqual(names.sort());
      for (const parameter of declared) expect(parameter['required']).toBe(true);
    }
  });

  it('holds only schemas that a validator takes', () => {
    const components = at(document, 'components', 'schemas') as JsonObject;
    const text = JSON.stringify(components).replaceAll('#/components/schemas/', '#/$defs/');
    const $defs = JSON.parse(text) as Record<string, never>;
    expect(Object.keys($defs).length).toBeGreaterThan(10);
    for (const name of Object.keys($defs)) z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs });
    const { parameters } = document['components'] as Record<string, Record<string, { schema: never }>>;
    for (const { schema } of Object.values(parameters ?? {})) z.fromJSONSchema(schema);
  });

  it('gives examples that fit their own schemas', () => {
    let count = 0;
    for (const [path, { examples, ...schema }] of objects(document)) {
      if (!Array.isArray(examples)) continue;
      const text = JSON.stringify({ ...schema, $defs: at(document, 'components', 'schemas') });
      const validator = z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as never);
      for (const example of examples as Json[]) {
        expect(validator.safeParse(example).success, `${path.join('/')}: ${JSON.stringify(example)}`).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  it('names the problems of each operation, with a status that is theirs', () => {
    for (const { path, operation } of operations)
      for (const [status, codes] of Object.entries(problemsOf(operation)))
        for (const code of codes) expect(PROBLEMS[code][0], `${path} ${code}`).toBe(Number(status));
    const codesAt = (path: string, method: string) =>
      Object.values(problemsOf(at(document, 'paths', path, method) as JsonObject)).flat();
    expect(codesAt('/api/v1/bookings', 'post')).toEqual(
      expect.arrayContaining(['invalid-json', 'unauthenticated', 'forbidden', 'slot-taken', 'idempotency-mismatch']),
    );
    expect(codesAt('/health/live', 'get')).toEqual(['not-acceptable', 'internal', 'unavailable']);
  });

  it('is the same whatever the order of the routes', () => {
    expect(JSON.stringify(openApiDocument(allRoutes.toReversed()))).toBe(JSON.stringify(document));
  });
});

describe('a description', () => {
  const Thing = z.strictObject({ id: z.string().meta({ example: 't1' }), version: z.number().int() });

  it('tells what a client may send from what it gets', () => {
    const route = stub({
      method: 'POST',
      path: '/api/v1/things',
      body: z.strictObject({ size: z.number().default(3), at: z.iso.date().optional() }),
      response: z.strictObject({ size: z.number().default(3) }),
    });
    const schemas = at(openApiDocument([route]), 'components', 'schemas');
    expect(at(schemas, 'CreateThingRequest', 'required')).toBeUndefined();
    expect(at(schemas, 'CreateThingAnswer', 'required')).toEqual(['size']);
    expect(at(schemas, 'CreateThingRequest', 'properties', 'at')).toEqual({ type: 'string', format: 'date' });
  });

  it('lets a list refer to the thing that it lists', () => {
    const one = stub({ method: 'GET', path: '/api/v1/things/{id}', response: Thing });
    const list = stub({ method: 'GET', path: '/api/v1/things', response: z.strictObject({ items: z.array(Thing) }) });
    const schemas = at(openApiDocument([list, one]), 'components', 'schemas');
    expect(at(schemas, 'ListThingsAnswer', 'properties', 'items', 'items')).toEqual({
      $ref: '#/components/schemas/Thing',
    });
    expect(at(schemas, 'Thing', 'properties', 'id')).toEqual({ type: 'string', examples: ['t1'] });
  });

  it('tells of the ETag and of 304 where the answer has a version, by its own name or not', () => {
    for (const response of [Thing, Thing.meta({ id: 'NamedThing' })]) {
      const route = stub({ method: 'GET', path: '/api/v1/things/{id}', response, auth: 'user' });
      const operation = at(openApiDocument([route]), 'paths', '/api/v1/things/{id}', 'get');
      expect(at(operation, 'responses', '200', 'headers', 'ETag')).toBeDefined();
      expect(at(operation, 'responses', '304')).toBeDefined();
      expect(JSON.stringify(at(operation, 'parameters'))).toContain('IfNoneMatch');
    }
  });

  it('is refused when two operations would have one name', () => {
    const routes = ['PUT', 'PATCH'].map((method) => stub({ method: method as 'PUT', path: '/api/v1/things/{id}' }));
    expect(() => openApiDocument(routes)).toThrow('updateThing names PUT /api/v1/things/{id} and PATCH');
  });
});
