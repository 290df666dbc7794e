import { AppError } from '#src/errors.ts';

const MAX_DEPTH = 32;
const MAX_MEMBERS = 1_000;
/** Names by which a careless copy would reach the prototype of every object. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Lets pass what a request of people's data can look like: 32 levels, 1,000 fields and list items in all unless it is told
 * otherwise, no field named after what every JavaScript object inherits.
 * @throws AppError invalid-json
 */
export function assertModest(root: unknown, maxMembers = MAX_MEMBERS): void {
  // A list of what is still to be looked at, not recursion: depth is what the sender chooses.
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  let members = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) throw refusal(`The body is nested deeper than ${MAX_DEPTH} levels.`);
    if (!Array.isArray(value)) {
      const name = Object.keys(value).find((key) => RESERVED.has(key));
      if (name) throw refusal(`The body may not have a field named "${name}".`);
    }
    const parts = Object.values(value);
    members += parts.length;
    if (members > maxMembers)
      throw refusal(`The body has more than ${maxMembers.toLocaleString('en')} fields and list items.`);
    for (const part of parts) open.push({ value: part, depth: depth + 1 });
  }
}

const refusal = (detail: string): AppError => new AppError({ code: 'invalid-json', detail });
