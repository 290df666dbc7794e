import type { z } from 'zod';
import { AppError, type FieldIssue } from '#src/errors.ts';
import { fieldIssues, sentenceOf } from '#src/field-issues.ts';
import type { RawInput } from './route.ts';

/** Where the parts of a request that are not the body stand in an issue's pointer. */
const PLACES = { params: ['params'], query: ['query'], body: [] } as const satisfies Record<keyof RawInput, string[]>;

/**
 * Parses the parts of a request, each by its schema.
 * @throws AppError invalid with all issues of all parts
 */
export function parseInput(schemas: Record<keyof RawInput, z.ZodType | undefined>, raw: RawInput): RawInput {
  const input: RawInput = { params: undefined, query: undefined, body: undefined };
  const issues: FieldIssue[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const parsed = schemas[part]?.safeParse(raw[part], { error: sentenceOf });
    if (parsed?.success) input[part] = parsed.data;
    else if (parsed) issues.push(...parsed.error.issues.flatMap((issue) => fieldIssues(issue, PLACES[part])));
  }
  if (issues.length > 0) throw new AppError({ code: 'invalid', detail: `${issues.map(sentence).join('; ')}.`, issues });
  return input;
}

const sentence = ({ pointer, detail }: FieldIssue): string => `${pointer.slice(1) || 'The body'} ${detail}`;
