import { createComponents } from './openapi/components.ts';
import type { JsonObject } from './openapi/json.ts';
import { answerNames, describeRoute, operationOf, type Described } from './openapi/operation.ts';
import { HEADERS, PARAMETERS, PROBLEM_SCHEMA, problemExamples, SECURITY_SCHEMES } from './openapi/shared-parts.ts';
import type { Route } from './route.ts';

const INFO = {
  title: 'ConvergeAI',
  version: '1.0.0',
  summary: 'A home-services marketplace and its assistant.',
  description: [
    'Money is in paise (integers), instants are ISO 8601 in UTC, local days are `YYYY-MM-DD` in the company’s time zone.',
    'Lists answer `{ items, nextCursor? }`: pass `nextCursor` as `cursor` for the next page.',
    'Every problem is RFC 9457 `application/problem+json` with a stable `code`.',
    'Creates and decisions take an `Idempotency-Key`; updates need `If-Match` with the `ETag` that was read.',
  ].join('\n\n'),
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The API as an OpenAPI 3.1 document, the same for the same routes whatever their order.
 * @throws Error when two operations have one name, or a schema cannot be said in JSON
 */
export function openApiDocument(routes: readonly Route[]): JsonObject {
  const described = routes.map(describeRoute).sort(byPathAndMethod);
  refuseTwins(described);
  const components = createComponents();
  components.add({ schema: PROBLEM_SCHEMA, named: new Map() }, 'Problem');
  // Things first: what a list or a create answers with then refers to the thing itself.
  for (const one of described)
    if (one.response && answerNames(one).length > 1) components.add(one.response, ...answerNames(one));
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const one of described) {
    const { path, method } = one.route;
    (paths[path] ??= {})[method.toLowerCase()] = operationOf(one, components);
  }
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: [{ url: '/' }],
    tags: [...new Set(described.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas(),
      responses: components.responses(),
      parameters: PARAMETERS,
      headers: HEADERS,
      examples: problemExamples(),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function byPathAndMethod({ route: a }: Described, { route: b }: Described): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
}

function refuseTwins(described: readonly Described[]): void {
  for (const [id, ones] of Map.groupBy(described, ({ id }) => id))
    if (ones.length > 1)
      throw new Error(`${id} names ${ones.map(({ route }) => `${route.method} ${route.path}`).join(' and ')}.`);
}
