import {
  AbstractChat,
  DefaultChatTransport,
  readUIMessageStream,
  type ChatState,
  type UIMessage,
  type UIMessageChunk,
} from 'ai';
import type { UiDataParts, UiMetadata } from '#src/api/presenters/ui-stream.ts';

export type ChatMessage = UIMessage<UiMetadata, UiDataParts>;

/** What the AI SDK's own reader makes of the chunks. @throws what it finds wrong with them */
export async function readMessage(stream: ReadableStream<UIMessageChunk>): Promise<ChatMessage | undefined> {
  let message: ChatMessage | undefined;
  for await (const state of readUIMessageStream<ChatMessage>({ stream, terminateOnError: true })) message = state;
  return message;
}

/** A transport that is answered by these lines of events instead of by a server. */
export function transportTo(body: string): DefaultChatTransport<ChatMessage> {
  const response = () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  return new DefaultChatTransport({ api: 'http://nowhere.test', fetch: async () => response() });
}

export const userMessage = (id: string, text: string): ChatMessage => ({
  id,
  role: 'user',
  parts: [{ type: 'text', text }],
});

/** Says something by the transport. */
export const send = (
  transport: DefaultChatTransport<ChatMessage>,
  { chatId = 'chat', messages }: { chatId?: string; messages: ChatMessage[] },
): Promise<ReadableStream<UIMessageChunk>> =>
  transport.sendMessages({
    trigger: 'submit-message',
    chatId,
    messageId: undefined,
    messages,
    abortSignal: undefined,
  });

export const textsOf = (message: ChatMessage | undefined): string[] =>
  message?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])) ?? [];

/** The AI SDK's chat, as a page has it, without a framework around its state. */
export class Chat extends AbstractChat<ChatMessage> {
  constructor(id: string, transport: DefaultChatTransport<ChatMessage>) {
    const state: ChatState<ChatMessage> = {
      status: 'ready',
      error: undefined,
      messages: [],
      pushMessage: (message) => void state.messages.push(message),
      popMessage: () => void state.messages.pop(),
      replaceMessage: (index, message) => void state.messages.splice(index, 1, message),
      snapshot: (thing) => structuredClone(thing),
    };
    super({ id, transport, state });
  }
}
