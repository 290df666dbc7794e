import type { z } from 'zod';
import type { FieldIssue } from './errors.ts';

/** zod speaks of types; people are told what is missing. Messages of the schemas themselves come before these. */
export function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  const article = /^[aeiou]/.test(issue.expected) ? 'an' : 'a';
  return issue.input === undefined ? 'is missing' : `must be ${article} ${issue.expected}`;
}

/** One issue for each field, with where it stands below `place`. */
export function fieldIssues(issue: z.core.$ZodIssue, place: readonly string[] = []): FieldIssue[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer: pointerTo([...place, ...issue.path]), detail: issue.message }];
  return issue.keys.map((key) => ({
    pointer: pointerTo([...place, ...issue.path, key]),
    detail: 'is not a field of this request',
  }));
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
