import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '#src/api/openapi/json.ts';
import type { Operation } from './request.ts';
import type { Answer } from './send.ts';

/** What an answer does that the document does not promise; undefined when it keeps to it. */
export type Judge = (operation: Operation, method: string, answer: Answer) => string | undefined;

export function createJudge(document: JsonObject): Judge {
  const components = document['components'] as JsonObject;
  const $defs = local(components['schemas'] ?? {});
  const validators = new Map<JsonObject, z.ZodType>();

  function validatorOf(schema: JsonObject): z.ZodType {
    const known = validators.get(schema);
    if (known) return known;
    const made = z.fromJSONSchema({ ...(local(schema) as object), $defs } as Parameters<typeof z.fromJSONSchema>[0]);
    validators.set(schema, made);
    return made;
  }

  const contentOf = (response: Json | undefined): Json | undefined => {
    if (!isObject(response)) return undefined;
    const { $ref } = response;
    const shared = components['responses'] as JsonObject;
    const found = typeof $ref === 'string' ? shared[$ref.split('/').at(-1) ?? ''] : response;
    return isObject(found) ? found['content'] : undefined;
  };
  const Problem = validatorOf({ $ref: '#/components/schemas/Problem' });

  return function judge(operation, method, { status, type, text }) {
    if (status >= 500) return `is a ${status}`;
    if (method === 'HEAD' || method === 'OPTIONS') return text === '' ? undefined : 'has a body';
    if (method !== operation.method)
      return status >= 400 && Problem.safeParse(read(text)).success
        ? undefined
        : 'answers a method that it does not have';
    const responses = operation.spec['responses'] as JsonObject;
    const response = responses[String(status)];
    if (response === undefined) return `has the status ${status}, which is not declared: ${text.slice(0, 200)}`;
    const content = contentOf(response);
    if (!isObject(content)) return text === '' ? undefined : 'has a body where none is declared';
    const declared = content[type];
    if (!isObject(declared)) return `is ${type || 'of no type'}, declared is ${Object.keys(content).join(' or ')}`;
    if (!type.endsWith('json')) return undefined;
    const value = read(text);
    if (value === undefined) return 'is not JSON';
    const parsed = validatorOf(declared['schema'] as JsonObject).safeParse(value);
    return parsed.success ? undefined : `does not fit its schema: ${issuesOf(parsed.error)} in ${text.slice(0, 300)}`;
  };
}

const local = (value: Json): Json =>
  JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;

const issuesOf = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`)
    .join('; ')
    .slice(0, 400);

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
