import { HttpAgent, type BaseEvent, type HttpAgentConfig, type RunAgentInput } from '@ag-ui/client';
import { EventSchemas } from '@ag-ui/core/schemas';

interface ChatAgentConfig extends HttpAgentConfig {
  sessionId?: string;
}

/** AG-UI's own client, sending this API's request body instead of the protocol's. */
export class ChatAgent extends HttpAgent {
  readonly seen: BaseEvent[] = [];
  private text = '';
  private readonly sessionId: string | undefined;

  constructor({ sessionId, ...config }: ChatAgentConfig) {
    super(config);
    this.sessionId = sessionId;
  }

  protected override requestInit(input: RunAgentInput): RequestInit {
    const { text, sessionId } = this;
    return { ...super.requestInit(input), body: JSON.stringify({ text, ...(sessionId && { sessionId }) }) };
  }

  /** Says something and waits for the end of the run. Rejects when the stream breaks the protocol. */
  async say(text: string): Promise<BaseEvent[]> {
    this.text = text;
    await this.runAgent({}, { onEvent: ({ event }) => void this.seen.push(event) });
    return this.seen;
  }
}

/** The protocol's own client, which has read these events. @throws AGUIError naming the first that is out of order */
export async function readByAgUi(events: readonly unknown[]): Promise<HttpAgent> {
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  const response = () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const agent = new HttpAgent({ url: 'http://nowhere.test', fetch: async () => response() });
  await agent.runAgent();
  return agent;
}

/** Lets the client judge the order of these events. @throws AGUIError naming the first that is out of order */
export async function verifyOrder(events: BaseEvent[]): Promise<void> {
  await readByAgUi(events);
}

/** What the client's list of messages shows of the assistant. */
export const textsOf = ({ messages }: HttpAgent): string[] =>
  messages.flatMap(({ role, content }) => (role === 'assistant' && typeof content === 'string' ? [content] : []));

export interface Frame {
  id: number | undefined;
  event: BaseEvent;
}

/** The frames of a response, each checked against the protocol's schema; leaves after `limit` of them. */
export async function readFrames(response: Response, limit = Infinity): Promise<Frame[]> {
  const frames: Frame[] = [];
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
      const [, data] = /^data: (.+)$/m.exec(block) ?? [];
      if (data === undefined) continue;
      const event = EventSchemas.parse(JSON.parse(data)) as BaseEvent;
      frames.push({ id: id === undefined ? undefined : Number(id), event });
      if (frames.length >= limit) return frames;
    }
  }
  return frames;
}
