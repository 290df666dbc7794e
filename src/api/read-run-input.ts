import { AppError } from '#src/errors.ts';
import { fieldIssues, sentenceOf } from '#src/field-issues.ts';
import type { StartTurnInput } from '#src/graph/assistant.ts';
import type { TurnResume } from '#src/turn.ts';
import { MessageBody } from './schemas.ts';
import { ForwardedProps, wordsOf, type RunInput } from './schemas/chat-protocols.ts';

export interface RunRequest extends Pick<StartTurnInput, 'whenBusy' | 'attachmentIds' | 'resume'> {
  /** What the customer says; nothing when the client only wants to know how things stand. */
  text?: string;
  /** The client's id of the message that says it. */
  messageId?: string;
  wantsMessages: boolean;
}

/**
 * What an AG-UI client wants of its run. Of its messages only the last one counts: the history is ours.
 * @throws AppError invalid
 */
export function readRunInput({ messages, resume = [], forwardedProps }: RunInput): RunRequest {
  const { snapshot = false, whenBusy, attachmentIds } = ForwardedProps.safeParse(forwardedProps).data ?? {};
  const wanted = { wantsMessages: snapshot, ...(whenBusy && { whenBusy }), ...(attachmentIds && { attachmentIds }) };
  const last = messages.findLastIndex(({ role }) => role === 'user' || role === 'assistant' || role === 'tool');
  const message = messages[last];
  const answers = resume.map(({ interruptId, status, payload }) => ({ interruptId, status, payload }));
  if (message?.role === 'user') {
    const text = readText(wordsOf(message.content), ['messages', String(last), 'content']);
    // Leaving a question for something new to say is what people do: the words tell what becomes of it.
    const said = { text, ...(message.id && { messageId: message.id }) };
    return { ...wanted, ...said, ...(answers.some(({ status }) => status === 'resolved') && { resume: answers }) };
  }
  if (answers.length === 0) return wanted;
  const words = answers.map((answer, index) => readText(wordsOfAnswer(answer), ['resume', String(index), 'payload']));
  return { ...wanted, text: words.join('\n'), resume: answers };
}

/** An answer without words, as it stands in the conversation. */
function wordsOfAnswer({ status, payload }: TurnResume): unknown {
  if (status === 'cancelled') return 'Never mind';
  if (typeof payload !== 'object' || payload === null) return undefined;
  if ('confirmed' in payload)
    return payload.confirmed === true ? 'Yes' : payload.confirmed === false ? 'No' : undefined;
  if ('choice' in payload) return payload.choice;
  return 'text' in payload ? payload.text : undefined;
}

/** @throws AppError invalid for what a message may not be */
export function readText(text: unknown, place: readonly string[]): string {
  const parsed = MessageBody.shape.text.safeParse(text, { error: sentenceOf });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap((issue) => fieldIssues(issue, place));
  throw new AppError({
    code: 'invalid',
    detail: issues.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}.`).join(' '),
    issues,
  });
}
