import { describe, expect, it } from 'vitest';
import { applyEvent, entriesOf, openAnswer, type AssistantEntry, type Entry } from './transcript.ts';
import { parseWireEvent, type WireEvent } from './wire.ts';

const empty: AssistantEntry = { kind: 'assistant', id: 'r', at: '', state: 'streaming', blocks: [] };
const after = (...events: WireEvent[]) => events.reduce(applyEvent, empty);
const usage = { tokensIn: 0, tokensOut: 0, latencyMs: 0 };
const part = (text: string) => ({ agent: 'service', text, sources: [] });

describe('an answer that streams in', () => {
  it('joins deltas by message, also when two messages take turns', () => {
    const { blocks, writing } = after(
      { type: 'TEXT_MESSAGE_START', messageId: 'a' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'One ' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'b', delta: 'Two' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'more' },
      { type: 'TEXT_MESSAGE_END', messageId: 'a' },
    );
    expect([blocks.map((block) => block.text), writing]).toEqual([['One more', 'Two'], false]);
  });

  it('gives a part’s sources to its message, and shows a part that was never streamed', () => {
    const sources = [{ kind: 'engine' as const, maker: 'local', version: '1' }];
    const { blocks } = after(
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'One' },
      { type: 'CUSTOM', name: 'part', value: { ...part('One'), sources, messageId: 'a' } },
      { type: 'CUSTOM', name: 'part', value: part('Two') },
    );
    expect(blocks.map(({ text, sources: own }) => [text, own])).toEqual([
      ['One', sources],
      ['Two', []],
    ]);
  });

  it('forgets what it had when the turn is answered anew', () => {
    const { blocks, card, turnId, agent } = after(
      { type: 'RUN_STARTED', threadId: 's', runId: 't' },
      { type: 'SUBAGENT_STARTED', subagentRunId: 'x', name: 'booking' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'One' },
      { type: 'CUSTOM', name: 'card', value: { type: 'comparison', columns: [], rows: [], actions: [] } },
      { type: 'CUSTOM', name: 'restarted', value: { attempt: 2 } },
      { type: 'SUBAGENT_STARTED', subagentRunId: 'y', name: 'policy' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'b', delta: 'Two' },
    );
    expect([blocks.map(({ text }) => text), card, turnId, agent]).toEqual([['Two'], undefined, 't', 'policy']);
  });

  it('keeps what was said when the turn is stopped', () => {
    const stopped = after({ type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'One' }, { type: 'RUN_FINISHED' });
    expect(stopped).toMatchObject({ state: 'done', blocks: [{ text: 'One' }] });
  });

  it('ends as the result says, whatever was streamed', () => {
    const done = after(
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'a', delta: 'Booked!' },
      {
        type: 'RUN_FINISHED',
        result: {
          sessionId: 's',
          turnId: 't',
          text: '',
          intents: [],
          parts: [part('Not booked.')],
          effects: [],
          outcome: 'answered',
          usage,
        },
      },
    );
    expect(done).toMatchObject({ state: 'done', turnId: 't', blocks: [{ id: 'a', text: 'Not booked.' }] });
  });
});

describe('the question that is open', () => {
  const done: AssistantEntry = { ...empty, state: 'done' };
  const said: Entry = { kind: 'user', id: 'u', text: 'hi', at: '', status: 'sent' };
  const notice: Entry = { kind: 'notice', id: 'n', text: 'Signed in', at: '' };

  it('is the last answer’s, until the reader speaks', () => {
    expect([openAnswer([said, done]), openAnswer([said, done, notice]), openAnswer([done, said])]).toEqual([
      done,
      done,
      undefined,
    ]);
  });

  it('is nobody’s while the answer still streams', () => {
    expect(openAnswer([said, empty])).toBeUndefined();
  });
});

describe('a stored conversation', () => {
  it('shows people of the company as the other side, and messages without parts as they are', () => {
    const entries = entriesOf([
      { id: '1', role: 'user', text: 'help', createdAt: 'x', turnId: 't' },
      { id: '2', role: 'operator', text: 'Asha here.', createdAt: 'x' },
    ]);
    expect(entries).toMatchObject([
      { kind: 'user', status: 'sent' },
      { kind: 'assistant', blocks: [{ text: 'Asha here.', sources: [] }] },
    ]);
  });
});

describe('what comes over the wire', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"type":"STATE_DELTA"}',
    '{"type":"CUSTOM","name":"other","value":{}}',
    '{"type":"CUSTOM","name":"card","value":null}',
  ])('ignores %s', (data) => expect(parseWireEvent(data)).toBeUndefined());
});
