import type { Interrupt } from '@ag-ui/core';
import type { Ask } from '#src/turn.ts';

const REASONS: Readonly<Record<Ask['kind'], string>> = {
  confirm: 'confirmation',
  choice: 'choice',
  slot: 'input',
  clarify: 'input',
  sign_in: 'sign_in',
};

/**
 * The open question as what AG-UI's next run answers by its id; undefined for mere suggestions. A text is read as if it had
 * been said, whatever the schema asks for.
 * @param message what was asked, for people
 */
export function interruptOf(ask: Ask | undefined, message: string | undefined): Interrupt | undefined {
  if (ask?.id === undefined) return undefined;
  const { id, kind, slot, options } = ask;
  return {
    id,
    reason: REASONS[kind],
    ...(message !== undefined && { message }),
    responseSchema: responseSchemaOf(ask),
    metadata: { options, ...(slot !== undefined && { slot }) },
  };
}

function responseSchemaOf({ kind, options, resumeText }: Ask): Record<string, unknown> {
  if (kind === 'confirm') return answer('confirmed', { type: 'boolean' });
  if (kind === 'choice') return answer('choice', { type: 'string', enum: options.map(({ label }) => label) });
  const examples = resumeText === undefined ? options.map(({ text }) => text) : [resumeText];
  return answer('text', { type: 'string', minLength: 1, ...(examples.length > 0 && { examples }) });
}

const answer = (name: string, property: Record<string, unknown>): Record<string, unknown> => ({
  type: 'object',
  properties: { [name]: property },
  required: [name],
  additionalProperties: false,
});
