import type { RouteSchema } from './json-schema.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** An example put together from those of the properties; undefined where a required one has none. */
export function exampleOf({ schema, named }: RouteSchema): Json | undefined {
  return build(schema, named);
}

function build(schema: Json | undefined, named: RouteSchema['named']): Json | undefined {
  if (!isObject(schema)) return undefined;
  const { $ref, examples, properties, items } = schema;
  if (typeof $ref === 'string') return build(named.get($ref.split('/').at(-1) ?? ''), named);
  if (Array.isArray(examples)) return examples[0] as Json;
  if ('default' in schema) return schema['default'];
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as Json;
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(alternatives))
    return (alternatives as readonly Json[]).map((one) => build(one, named)).find((example) => example !== undefined);
  if (isObject(items)) {
    const item = build(items, named);
    return item === undefined ? undefined : [item];
  }
  return isObject(properties) ? buildObject(properties, schema, named) : undefined;
}

function buildObject(properties: JsonObject, schema: JsonObject, named: RouteSchema['named']): JsonObject | undefined {
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as Json[]) : []);
  const example: Record<string, Json> = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = build(property, named);
    if (value !== undefined) example[name] = value;
    else if (required.has(name)) return undefined;
  }
  return example;
}
