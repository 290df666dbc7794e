import * as fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '#src/api/openapi/json.ts';
import { hostileText, hostileValue } from './hostile.ts';

/** What a property of this name may well be, e.g. the ids of rows that exist. An enum mostly knows better. */
export type Hints = (name: string, isEnum?: boolean) => fc.Arbitrary<Json> | undefined;

export interface Sources {
  components: JsonObject;
  hints: Hints;
  /** Whether what is known by the name is always taken. */
  isEarnest?: boolean;
}

/** Values that the schema allows; where real ones are known by the property's name, mostly these. */
export function valid(schema: Json | undefined, sources: Sources, name = ''): fc.Arbitrary<Json> {
  if (!isObject(schema)) return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  const hint = schema['type'] === 'array' ? undefined : sources.hints(name, 'enum' in schema);
  if (hint && sources.isEarnest) return hint;
  const plain = bySchema(schema, sources, name);
  return hint ? fc.oneof({ weight: 4, arbitrary: hint }, { weight: 1, arbitrary: plain }) : plain;
}

function bySchema(schema: JsonObject, sources: Sources, name: string): fc.Arbitrary<Json> {
  if (typeof schema['$ref'] === 'string') {
    const target = schema['$ref'].split('/').at(-1) ?? '';
    return valid(sources.components[target], sources, name);
  }
  if ('const' in schema) return fc.constant(schema['const'] ?? null);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]));
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(alternatives))
    return fc.oneof(...(alternatives as Json[]).map((alternative) => valid(alternative, sources, name)));
  const types = [schema['type']].flat() as (string | undefined)[];
  return fc.oneof(...types.map((type) => byType(type, schema, sources, name)));
}

function byType(type: string | undefined, schema: JsonObject, sources: Sources, name: string): fc.Arbitrary<Json> {
  switch (type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer(bounds(schema));
    case 'number':
      return fc.double({ ...bounds(schema), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { minItems: minLength = 0, maxItems = 5 } = schema as { minItems?: number; maxItems?: number };
      const maxLength = Math.max(minLength, Math.min(maxItems, sources.isEarnest ? 2 : 5));
      return fc.array(valid(schema['items'], sources, name), { minLength, maxLength });
    }
    case 'object':
      return objectOf(schema, sources);
    default:
      return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  }
}

function bounds(schema: JsonObject): { min: number; max: number } {
  const { minimum, maximum, exclusiveMinimum } = schema as Record<string, number | undefined>;
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000_000 : exclusiveMinimum + 1);
  return { min, max: maximum ?? Math.max(min, 1_000_000) };
}

function objectOf(schema: JsonObject, sources: Sources): fc.Arbitrary<Json> {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = Object.entries(isObject(schema['properties']) ? schema['properties'] : {});
  // What may be left out mostly is: many optional fields are for few callers.
  const fields = properties.map(([name, property]) => {
    const value = valid(property, sources, name);
    const absent = { weight: required.length > 0 ? 2 : 1, arbitrary: fc.constant(undefined) };
    return required.includes(name) ? value : fc.oneof(absent, { weight: 1, arbitrary: value });
  });
  return fc
    .tuple(...fields)
    .map((values) => Object.fromEntries(values.map((value, i) => [properties[i]?.[0] ?? '', value])))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as JsonObject)
    .filter((all) => !sources.isEarnest || properties.length === 0 || Object.keys(all).length > 0);
}

const DAY_MS = 86_400_000;
/** Whole minutes around now; as numbers of the run, so that a seed means the same for an hour. */
const soon = fc
  .integer({ min: -30 * 96, max: 90 * 96 })
  .map((quarters) => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + quarters * (DAY_MS / 96)).toISOString());

function text(schema: JsonObject): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength } = schema as Record<string, never>;
  const examples = Array.isArray(schema['examples']) ? (schema['examples'] as string[]) : [];
  const shaped = shapedText(format, pattern) ?? fc.string({ unit: 'grapheme', minLength, maxLength: maxLength ?? 60 });
  const fitting = shaped.filter((value) => value.length >= minLength && value.length <= (maxLength ?? Infinity));
  return examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), fitting) : fitting;
}

function shapedText(format: string | undefined, pattern: string | undefined): fc.Arbitrary<string> | undefined {
  if (format === 'date-time') return soon;
  if (format === 'date') return soon.map((instant) => instant.slice(0, 10));
  if (format === 'email') return fc.emailAddress();
  if (format === 'uuid') return fc.uuid();
  // Classes of Unicode are more than the generator knows: there the examples speak, or any text.
  return pattern && !/\\p\{/i.test(pattern) ? fc.stringMatching(new RegExp(pattern, 'u')) : undefined;
}

/** What is right but for one thing: a field left out, one too many, or one that is something else. */
export function nearlyValid(schema: Json | undefined, sources: Sources, name = ''): fc.Arbitrary<Json> {
  return fc
    .tuple(valid(schema, sources, name), hostileValue, hostileText, fc.nat())
    .map(([value, wrong, key, pick]) => {
      if (!isObject(value)) return wrong;
      const names = Object.keys(value);
      const chosen = names[pick % Math.max(1, names.length)];
      if (chosen === undefined || pick % 5 === 0) return { ...value, [key]: wrong };
      const { [chosen]: _, ...rest } = value;
      return pick % 5 === 1 ? rest : { ...rest, [chosen]: wrong };
    });
}
