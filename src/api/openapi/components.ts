import type { RouteSchema } from './json-schema.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** The schemas that operations share: one for each distinct text, however many routes use it. */
export interface Components {
  /** Takes the schema in under one of these names, the first that is free, and gives the reference to it. */
  add(schema: RouteSchema, ...names: string[]): JsonObject;
  /** The reference to an answer that several operations give; one name always means the same answer. */
  addResponse(name: string, response: JsonObject): JsonObject;
  schemas(): JsonObject;
  responses(): JsonObject;
}

export function createComponents(): Components {
  const byName = new Map<string, JsonObject>();
  const byText = new Map<string, string>();
  const responses = new Map<string, JsonObject>();

  function put(schema: JsonObject, names: readonly string[]): string {
    const text = JSON.stringify(schema);
    const known = byText.get(text);
    if (known) return known;
    const name = names.find((candidate) => !byName.has(candidate));
    if (name === undefined) throw new Error(`Two different schemas are called ${names.join(' or ')}.`);
    byName.set(name, schema);
    byText.set(text, name);
    return name;
  }

  /** A part that is word for word a component of its own becomes a reference to it. */
  function share(value: Json, isRoot: boolean): Json {
    if (Array.isArray(value)) return value.map((part) => share(part, false));
    if (!isObject(value)) return value;
    const name = !isRoot && value['properties'] ? byText.get(JSON.stringify(value)) : undefined;
    if (name) return referTo(name);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part, false)]));
  }

  return {
    add({ schema, named }, ...names) {
      for (const [name, definition] of named) put(definition, [name, `${name}Input`]);
      return typeof schema['$ref'] === 'string' ? schema : referTo(put(schema, names));
    },
    addResponse(name, response) {
      responses.set(name, response);
      return { $ref: `#/components/responses/${name}` };
    },
    schemas: () => Object.fromEntries(sorted(byName).map(([name, schema]) => [name, share(schema, true)])),
    responses: () => Object.fromEntries(sorted(responses)),
  };
}

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const referTo = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
