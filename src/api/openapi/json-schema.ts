import { z } from 'zod';
import { isObject, type Json, type JsonObject } from './json.ts';

/** `input` is what clients may send, `output` what they get. */
export type Direction = 'input' | 'output';

export interface RouteSchema {
  schema: JsonObject;
  /** Schemas that carry a name of their own (`.meta({ id })`), by that name. */
  named: ReadonlyMap<string, JsonObject>;
}

/** A zod schema as JSON Schema 2020-12 with references into `components`. @throws when JSON cannot express it */
export function jsonSchemaOf(schema: z.ZodType, io: Direction): RouteSchema {
  const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io, override: tidy }) as JsonObject;
  const named = new Map<string, JsonObject>();
  for (const [name, definition] of Object.entries(isObject($defs) ? $defs : {}))
    if (isObject(definition)) named.set(name, pointToComponents(definition) as JsonObject);
  return { schema: pointToComponents(root) as JsonObject, named };
}

/** The schema itself where it is only named. */
export function resolved({ schema, named }: RouteSchema): JsonObject {
  const name =
    String(schema['$ref'] ?? '')
      .split('/')
      .at(-1) ?? '';
  return named.get(name) ?? schema;
}

/** Leaves out what tells a reader nothing: the pattern behind a format, the bounds that every whole number has. */
function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (['date-time', 'date', 'email'].includes(String(jsonSchema['format']))) delete jsonSchema['pattern'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
  delete jsonSchema['id'];
  if (!('example' in jsonSchema)) return;
  // JSON Schema's own word; OpenAPI 3.1 keeps `example` for old documents only.
  jsonSchema['examples'] ??= [jsonSchema['example']];
  delete jsonSchema['example'];
}

function pointToComponents(value: Json): Json {
  if (Array.isArray(value)) return value.map(pointToComponents);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace(/^#\/\$defs\//, '#/components/schemas/')
        : pointToComponents(part),
    ]),
  );
}
