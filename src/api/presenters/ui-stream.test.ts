import { uiMessageChunkSchema, type UIMessageChunk } from 'ai';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { TurnEvent } from '#src/turn.ts';
import { readMessage, send, textsOf, transportTo, userMessage } from '#tests/ui-client.ts';
import { cancelledScript, restartedScript, turnScript } from '#tests/turn-script.ts';
import { frameOf } from '../sse.ts';
import { createUiProjection, streamUi, type UiChunk } from './ui-stream.ts';

const script = turnScript('ses_1', 'trn_1');
const restarted = restartedScript('ses_1', 'trn_1');
const TEXTS = ['You get it all back.\n\n• until 24 h before', 'Shall I book it?'];

async function* logOf(events: TurnEvent[]): AsyncGenerator<LoggedEvent> {
  for (const [index, event] of events.entries()) yield { seq: index + 1, event };
}

const projected = (events: TurnEvent[]): UiChunk[] => events.flatMap(createUiProjection());
const collect = (events: TurnEvent[], after: number) => Array.fromAsync(streamUi(logOf(events), after));

/** The message as the AI SDK's own transport and reader make it of the lines on the wire. */
async function read(events: TurnEvent[]) {
  const body = (await collect(events, 0)).map(frameOf).join('');
  return readMessage(await send(transportTo(body), { messages: [userMessage('m1', 'AC service')] }));
}

describe('the UI message stream of a turn', () => {
  it('is made of chunks that the AI SDK knows', () => {
    const chunks: UIMessageChunk[] = projected(script);
    expect(chunks.map(({ type }) => type)).toEqual([
      'start',
      'start-step',
      'data-draft',
      'data-agent',
      'data-agent',
      'tool-input-available',
      'tool-output-available',
      'text-start',
      'text-delta',
      'text-delta',
      'text-end',
      'data-part',
      'data-agent',
      'text-start',
      'text-delta',
      'text-end',
      'data-part',
      'data-agent',
      'data-draft',
      'data-card',
      'data-ask',
      'finish-step',
      'finish',
    ]);
  });

  it('is read as one message with texts, calls and typed data by the AI SDK’s own client', async () => {
    const message = await read(script);
    expect(message).toMatchObject({
      id: 'trn_1',
      role: 'assistant',
      metadata: { sessionId: 'ses_1', outcome: 'answered' },
    });
    expect(textsOf(message)).toEqual(TEXTS);
    expect(message?.parts).toContainEqual(
      expect.objectContaining({ type: 'dynamic-tool', toolName: 'hold_slot', state: 'output-available' }),
    );
    const drafts = message?.parts.filter((part) => part.type === 'data-draft') ?? [];
    expect(drafts.map(({ data }) => data[0]?.values)).toEqual([{ 'Day / hour': 'Sat, 5 pm', Pincode: '400050' }]);
    const data = message?.parts.map(({ type }) => type).filter((type) => type.startsWith('data-'));
    expect(data).toEqual(['data-draft', 'data-part', 'data-part', 'data-card', 'data-ask']);
  });

  it('takes back what a turn had told before it was begun once more', async () => {
    const message = await read(restarted);
    const again = await read(script);
    expect(textsOf(message)).toEqual(TEXTS);
    expect(message?.parts.map(({ type }) => type)).toEqual(again?.parts.map(({ type }) => type));
  });

  it('tells that a turn was stopped, and closes what was open', async () => {
    const chunks = projected(cancelledScript('ses_1', 'trn_1'));
    expect(chunks.at(-1)).toEqual({ type: 'abort', reason: 'customer' });
    const message = await read(cancelledScript('ses_1', 'trn_1'));
    expect(message?.parts).toContainEqual({ type: 'text', text: 'You get ', state: 'done' });
    expect(message?.parts).toContainEqual(expect.objectContaining({ type: 'data-effect' }));
  });

  it('tells a failure as an error, without a call that stays open', async () => {
    const failed: TurnEvent = { type: 'turn.failed', code: 'internal', message: 'Please try again.' };
    const chunks = projected([...script.slice(0, 5), failed]);
    expect(chunks).toContainEqual(expect.objectContaining({ type: 'tool-output-error', errorText: 'cut short' }));
    expect(chunks.at(-1)).toEqual({ type: 'error', errorText: 'Please try again.' });
    await expect(read([...script.slice(0, 5), failed])).rejects.toThrow('Please try again.');
  });

  it('fits the AI SDK’s own schema, chunk by chunk', async () => {
    const schema = uiMessageChunkSchema();
    for (const events of [script, restarted, cancelledScript('ses_1', 'trn_1')])
      for (const chunk of projected(events)) expect(await schema.validate?.(chunk)).toMatchObject({ success: true });
  });

  it('numbers its chunks, so that a client goes on after any one of them with exactly the rest', async () => {
    const all = await collect(restarted, 0);
    expect(all.at(-1)).toEqual({ data: '[DONE]', isText: true });
    for (let after = 0; after < all.length; after++) expect(await collect(restarted, after)).toEqual(all.slice(after));
  });
});
