import { PROBLEMS, type ErrorCode } from '#src/errors.ts';
import type { Route } from '../route.ts';
import type { Components } from './components.ts';
import { exampleOf } from './example-of.ts';
import { jsonSchemaOf, resolved, type RouteSchema } from './json-schema.ts';
import { isObject, type JsonObject } from './json.ts';
import { operationId, pascal } from './operation-id.ts';
import { problemCodes } from './problem-codes.ts';
import type { HEADERS, PARAMETERS } from './shared-parts.ts';

/** A route with its schemas as JSON, ready to be described. */
export interface Described {
  route: Route;
  id: string;
  tag: string;
  params: JsonObject;
  query: JsonObject;
  body: RouteSchema | undefined;
  response: RouteSchema | undefined;
}

export function describeRoute(route: Route): Described {
  const response = route.response && jsonSchemaOf(route.response, 'output');
  const steps = route.path.replace(/^\/(api\/v\d+\/)?(ops\/)?/, '').split('/');
  const parts = response ? propertiesOf(resolved(response)) : {};
  const isList = ['items', steps.at(-1) ?? ''].some((name) => isObject(parts[name]) && parts[name]['type'] === 'array');
  return {
    route,
    id: operationId({ method: route.method, path: route.path, isList }),
    tag: (steps[0] ?? '').replace(/\.\w+$/, ''),
    params: route.params ? resolved(jsonSchemaOf(route.params, 'input')) : {},
    query: route.query ? resolved(jsonSchemaOf(route.query, 'input')) : {},
    body: route.body && jsonSchemaOf(route.body, 'input'),
    response,
  };
}

/** The answer's component is called after the thing where one thing is read, else after the operation. */
export function answerNames({ id, route }: Described): string[] {
  const isThing = route.method === 'GET' && route.path.endsWith('}');
  return [...(isThing ? [pascal(id.replace(/^get/, ''))] : []), `${pascal(id)}Answer`];
}

export function operationOf(described: Described, components: Components): JsonObject {
  const { route, id, tag } = described;
  const parameters = [
    ...parametersOf('path', described.params),
    ...parametersOf('query', described.query),
    ...headerParameters(described),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary: route.summary,
    ...(route.permission && {
      description: `Staff need the permission \`${route.permission}\`.`,
      'x-permission': route.permission,
    }),
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(described.body && { requestBody: requestBodyOf(described.body, id, components) }),
    ...(route.upload && { requestBody: { required: true, content: filesOf(route.upload.types) } }),
    responses: responsesOf(described, components),
  };
}

const propertiesOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});

function parametersOf(place: 'path' | 'query', schema: JsonObject): JsonObject[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(propertiesOf(schema)).map(([name, property]) => {
    const { description, ...rest } = isObject(property) ? property : {};
    return {
      name,
      in: place,
      ...((place === 'path' || required.includes(name)) && { required: true }),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

function headerParameters(described: Described): JsonObject[] {
  const { route } = described;
  const refer = (name: keyof typeof PARAMETERS): JsonObject => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...(route.path.startsWith('/api/') ? [refer('Company')] : []),
    ...(route.idempotent ? [refer('IdempotencyKey')] : []),
    ...(route.versioned ? [refer(route.versioned === 'optional' ? 'OptionalIfMatch' : 'IfMatch')] : []),
    ...(hasETag(described) ? [refer('IfNoneMatch')] : []),
    ...(route.method === 'GET' && route.sse ? [refer('LastEventId')] : []),
  ];
}

/** Reads that anybody may cache carry an ETag as well as those of a thing with a version. */
const hasETag = ({ route, response }: Described): boolean =>
  route.method === 'GET' && response !== undefined && (route.auth === 'none' || hasVersion(response));

const hasVersion = (response: RouteSchema | undefined): boolean =>
  response !== undefined && isObject(propertiesOf(resolved(response))['version']);

function securityOf({ auth }: Route): JsonObject[] {
  if (auth === 'none') return [];
  return auth === 'guest' ? [{ bearer: [] }, { guest: [] }, {}] : [{ bearer: [] }];
}

function requestBodyOf(body: RouteSchema, id: string, components: Components): JsonObject {
  const example = exampleOf(body);
  const schema = components.add(body, `${pascal(id)}Request`);
  return { required: true, content: { 'application/json': { schema, ...(example !== undefined && { example }) } } };
}

const filesOf = (types: readonly string[]): JsonObject =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));

type HeaderNames = Record<string, keyof typeof HEADERS>;

const RATE_LIMIT: HeaderNames = { RateLimit: 'RateLimit', 'RateLimit-Policy': 'RateLimitPolicy' };

function headersOf(...more: (HeaderNames | false)[]): JsonObject {
  const all: HeaderNames = Object.assign({ 'X-Request-Id': 'RequestId' }, ...more);
  return Object.fromEntries(
    Object.entries(all).map(([name, component]) => [name, { $ref: `#/components/headers/${component}` }]),
  );
}

/** By status; a status that stands for answers and problems has the contents of both. */
function responsesOf(described: Described, components: Components): JsonObject {
  const { route, response } = described;
  const problems = problemsOf(route, components);
  if (route.otherStatuses.length === 0) return { ...answersOf(described, components), ...problems };
  if (!response) {
    const others = route.otherStatuses.map((status) => [status, { description: 'Nothing.', headers: headersOf() }]);
    return { ...answersOf(described, components), ...Object.fromEntries(others), ...problems };
  }
  const schema = components.add(response, ...answerNames(described));
  const others = route.otherStatuses.map((status) => {
    const content = { 'application/json': { schema }, 'application/problem+json': { schema: PROBLEM } };
    return [status, { description: 'The answer, or a problem.', headers: headersOf(), content }] as const;
  });
  return { ...answersOf(described, components), ...problems, ...Object.fromEntries(others) };
}

const PROBLEM: JsonObject = { $ref: '#/components/schemas/Problem' };

function answersOf(described: Described, components: Components): JsonObject {
  const { route, response } = described;
  const isEmpty = route.status === 204 || !(response || route.sse || route.produces.length > 0);
  const content: JsonObject = {
    ...(response && { 'application/json': { schema: components.add(response, ...answerNames(described)) } }),
    ...filesOf(route.produces),
    ...(route.sse && {
      'text/event-stream': {
        schema: {
          type: 'string',
          description: `Server-sent events; each \`data:\` line is ${route.sse.format}.`,
        },
      },
    }),
  };
  const headers = headersOf(
    route.path.startsWith('/api/') && RATE_LIMIT,
    (hasETag(described) || hasVersion(response)) && { ETag: 'ETag' },
    route.auth === 'guest' && { 'X-Guest-Token': 'GuestToken' },
  );
  return {
    [route.status]: { description: isEmpty ? 'Done.' : 'The answer.', headers, ...(!isEmpty && { content }) },
    ...(hasETag(described) && { 304: { description: 'Still the version that the caller has.', headers: headersOf() } }),
  };
}

function problemsOf(route: Route, components: Components): JsonObject {
  const byStatus = Map.groupBy(problemCodes(route), (code) => PROBLEMS[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      components.addResponse(problemName(codes), problemOf(status, codes)),
    ]),
  );
}

const problemName = (codes: readonly string[]): string => codes.map(pascal).join('Or');

function problemOf(status: number, codes: readonly ErrorCode[]): JsonObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}.`).join(' '),
    headers: headersOf(
      status === 401 && { 'WWW-Authenticate': 'WwwAuthenticate' },
      (status === 429 || status === 409) && { 'Retry-After': 'RetryAfter' },
      status === 429 && RATE_LIMIT,
    ),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [PROBLEM, { type: 'object', properties: { code: { enum: codes } }, required: ['code'] }],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}
