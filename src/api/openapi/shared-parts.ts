import { PROBLEMS, type ErrorCode } from '#src/errors.ts';
import type { JsonObject } from './json.ts';

const text: JsonObject = { type: 'string' };

/** RFC 9457, as `problem.ts` writes it. */
export const PROBLEM_SCHEMA: JsonObject = {
  type: 'object',
  description: 'RFC 9457 problem details. Further members are facts of the single problem.',
  properties: {
    type: { ...text, description: 'The code as a URN.', examples: ['urn:problem:not-found'] },
    title: { ...text, description: 'What kind of problem it is, for people.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { ...text, description: 'What is wrong with this request, for people.' },
    instance: { ...text, description: 'Names the request in the logs.', examples: ['urn:request:9f1c…'] },
    code: { ...text, description: 'For programs: stable.', enum: Object.keys(PROBLEMS).sort() },
    retryAfterSeconds: { type: 'number', minimum: 0, description: 'Also in the header Retry-After.' },
    errors: {
      type: 'array',
      description: 'Every field that is not valid.',
      items: {
        type: 'object',
        properties: {
          pointer: { ...text, description: 'JSON pointer (RFC 6901) to the field.', examples: ['/items/0/quantity'] },
          detail: { ...text, examples: ['must be a number'] },
        },
        required: ['pointer', 'detail'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'instance', 'code'],
  additionalProperties: true,
};

export const HEADERS = {
  RequestId: { description: 'Names the request in the logs; repeats a sane one of the caller.', schema: text },
  RateLimit: { description: 'What is left of the quota, and seconds until it is full again.', schema: text },
  RateLimitPolicy: { description: 'The quota and its window in seconds.', schema: text },
  RetryAfter: { description: 'Seconds after which trying again makes sense.', schema: text },
  ETag: { description: 'The version, for `If-Match` and `If-None-Match`.', schema: { ...text, examples: ['"3"'] } },
  GuestToken: {
    description: 'Token of a guest who has just been made one, for clients without cookies.',
    schema: text,
  },
  WwwAuthenticate: { description: 'Always `Bearer`.', schema: text },
} satisfies Record<string, JsonObject>;

const header = (name: string, description: string, rest: JsonObject): JsonObject => ({
  name,
  in: 'header',
  description,
  ...rest,
});

const VERSION: JsonObject = { ...text, pattern: '^(?:W/)?"\\d{1,9}"$', examples: ['"3"'] };

export const PARAMETERS = {
  Company: header('X-Company', 'The company that is meant, when it is not the default one.', {
    schema: { ...text, maxLength: 32 },
  }),
  IdempotencyKey: header(
    'Idempotency-Key',
    'A name for this request, best a UUID. Sent again by the same caller with the same body within 24 hours it gets the ' +
      'first answer (of a message: the events of the first turn) and nothing is done twice; with another body it is ' +
      'refused (422).',
    { schema: { ...text, pattern: '^[\\x21-\\x7e]{1,128}$', examples: ['3f2b8a54-6c1d-4e0f-9a7b-2d5c8e1f0a36'] } },
  ),
  IfMatch: header('If-Match', 'The ETag of the version that was read; another version is refused (412).', {
    required: true,
    schema: VERSION,
  }),
  OptionalIfMatch: header('If-Match', 'An ETag, to be refused (412) if there is another version by now.', {
    schema: VERSION,
  }),
  IfNoneMatch: header('If-None-Match', 'An ETag: 304 while the version is still that one.', { schema: text }),
  LastEventId: header('Last-Event-ID', 'Number of the last event that was received; only later ones are sent.', {
    schema: { ...text, pattern: '^\\d{1,9}$' },
  }),
} satisfies Record<string, JsonObject>;

export const SECURITY_SCHEMES: JsonObject = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The access token of a sign-in.' },
  guest: { type: 'apiKey', in: 'cookie', name: 'guest', description: 'The guest that the browser was made.' },
};

/** A problem of each code, as examples to refer to. */
export function problemExamples(): JsonObject {
  const codes = Object.keys(PROBLEMS).sort() as ErrorCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const [status, title] = PROBLEMS[code];
      const instance = 'urn:request:3f2b8a54-6c1d-4e0f-9a7b-2d5c8e1f0a36';
      return [code, { summary: title, value: { type: `urn:problem:${code}`, title, status, instance, code } }];
    }),
  );
}
