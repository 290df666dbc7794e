import type { z } from 'zod';
import { AppError } from '#src/errors.ts';
import { fieldIssues, sentenceOf } from '#src/field-issues.ts';

/**
 * Second line of every verb: the input must fit its schema.
 * @throws AppError invalid with every issue
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap((issue) => fieldIssues(issue));
  throw new AppError({ code: 'invalid', detail: 'Some fields are not valid.', issues });
}
