import { z } from 'zod';

/** As a client calls its conversation: a name of its own, or our id for it. */
export const ThreadId = z
  .string()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')
  .meta({ description: 'A name of the client’s own for the conversation, or its `ses_…` id' });

const runId = z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters');
const messageId = z.string().max(200, 'must have at most 200 characters');
const TextPart = z.looseObject({ type: z.literal('text'), text: z.string().meta({ example: 'My AC is not cooling' }) });
const OtherPart = z.looseObject({ type: z.string() });
const parts = z.array(z.union([TextPart, OtherPart]));

const UserMessage = z.looseObject({
  id: messageId.optional(),
  role: z.literal('user'),
  content: z.union([z.string(), parts]).meta({ example: 'My AC is not cooling' }),
});
/** What was said before is in the database: this only tells what came last. */
const EarlierMessage = z.looseObject({
  id: messageId.optional(),
  role: z.enum(['assistant', 'tool', 'reasoning', 'activity', 'system', 'developer']),
});

/** AG-UI's `RunAgentInput`; what is not named here, and `state`, `tools` and `context`, makes no difference. */
export const RunInput = z.looseObject({
  threadId: ThreadId,
  runId: runId.meta({ description: 'Sent again it is the same run: the same events' }),
  messages: z.array(z.discriminatedUnion('role', [UserMessage, EarlierMessage])).meta({
    description:
      'The last one counts, if it is the user’s: with the id and the words of an earlier one it is that message. Without ' +
      'one the stored conversation is told',
  }),
  resume: z
    .array(
      z.looseObject({
        interruptId: z.string().max(200, 'must have at most 200 characters'),
        status: z.enum(['resolved', 'cancelled']),
        payload: z.unknown().optional(),
      }),
    )
    .max(20, 'may have at most 20 answers')
    .optional()
    .meta({ description: 'Answers to the interrupts that the last run ended with' }),
  forwardedProps: z
    .unknown()
    .optional()
    .meta({
      description:
        'Heeded, where they have the right form: `snapshot` (true begins the run with the stored messages), `whenBusy` ' +
        '(`enqueue`, `interrupt`, `reject`) and `attachmentIds`',
    }),
});
export type RunInput = z.output<typeof RunInput>;

/** What of `forwardedProps` is ours. */
export const ForwardedProps = z.object({
  snapshot: z.boolean().optional().catch(undefined),
  whenBusy: z.enum(['enqueue', 'interrupt', 'reject']).optional().catch(undefined),
  attachmentIds: z.array(z.string().max(32)).max(10).optional().catch(undefined),
});

/** What the Vercel AI SDK's `DefaultChatTransport` sends. */
export const UiChatBody = z.looseObject({
  id: ThreadId,
  messages: z
    .array(z.looseObject({ id: messageId.optional(), role: z.enum(['user', 'assistant', 'system']), parts }))
    .min(1, 'must not be empty')
    .meta({
      description:
        'UI messages; the last one is what is said, once: with the id and the words of an earlier one it is that one',
      example: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: 'My AC is not cooling' }] }],
    }),
  trigger: z.enum(['submit-message', 'regenerate-message']).default('submit-message'),
  messageId: messageId.optional(),
});

/** The words of a message, whose content is a text or a list of parts. */
export function wordsOf(content: string | readonly { type: string; text?: unknown }[]): string {
  if (typeof content === 'string') return content.trim();
  const texts = content.flatMap((part) => (part.type === 'text' && typeof part.text === 'string' ? [part.text] : []));
  return texts.join('\n').trim();
}
