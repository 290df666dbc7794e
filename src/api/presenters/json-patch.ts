export interface JsonPatchOperation {
  op: 'add' | 'remove' | 'replace';
  /** JSON Pointer, RFC 6901. */
  path: string;
  value?: unknown;
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const under = (path: string, key: string): string => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What makes `after` of `before`, RFC 6902. Objects are gone into; anything else that differs is replaced whole. */
export function jsonPatch(before: JsonObject, after: JsonObject, path = ''): JsonPatchOperation[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const changes = Object.entries(after).flatMap(([key, value]): JsonPatchOperation[] => {
    const place = under(path, key);
    if (!Object.hasOwn(before, key)) return [{ op: 'add', path: place, value }];
    const old = before[key];
    if (isObject(old) && isObject(value)) return jsonPatch(old, value, place);
    return JSON.stringify(old) === JSON.stringify(value) ? [] : [{ op: 'replace', path: place, value }];
  });
  return [...gone.map((key) => ({ op: 'remove' as const, path: under(path, key) })), ...changes];
}
