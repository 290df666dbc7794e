import { EventType, type AGUIEvent, type Message } from '@ag-ui/core';
import { EventSchemas } from '@ag-ui/core/schemas';
import { describe, expect, it, vi } from 'vitest';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { Ask, TurnEvent } from '#src/turn.ts';
import { readByAgUi, textsOf, verifyOrder } from '#tests/ag-ui-client.ts';
import { cancelledScript, restartedScript, resultOf, turnScript } from '#tests/turn-script.ts';
import { createAgUiProjection } from './ag-ui.ts';
import { streamAgUi } from './ag-ui-stream.ts';

const script = turnScript('ses_1', 'trn_1');
const restarted = restartedScript('ses_1', 'trn_1');
const said: Message[] = [{ id: 'msg_1', role: 'user', content: 'AC service, and what about refunds?' }];
const TEXTS = ['You get it all back.\n\n• until 24 h before', 'Shall I book it?'];

const projected = (events: TurnEvent[]): AGUIEvent[] => events.flatMap(createAgUiProjection());
const typesOf = (events: AGUIEvent[]) => events.map(({ type }) => type);

async function* logOf(events: TurnEvent[]): AsyncGenerator<LoggedEvent> {
  for (const [index, event] of events.entries()) yield { seq: index + 1, event };
}

const collect = (events: TurnEvent[], afterId: number, withMessages = false) =>
  Array.fromAsync(streamAgUi(logOf(events), { afterId, withMessages, messages: async () => said }));

const wire = async (events: TurnEvent[]) => (await collect(events, 0)).map(({ data }) => data as AGUIEvent);

describe('the AG-UI projection of a turn', () => {
  it('is a run with sub-agents, calls, state, messages and customs, in an order that the AG-UI client accepts', async () => {
    const events = projected(script);
    expect(typesOf(events)).toEqual([
      'RUN_STARTED',
      'STATE_SNAPSHOT',
      'SUBAGENT_STARTED',
      'SUBAGENT_STARTED',
      'TOOL_CALL_START',
      'TOOL_CALL_ARGS',
      'TOOL_CALL_END',
      'TOOL_CALL_RESULT',
      'TEXT_MESSAGE_START',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_END',
      'CUSTOM',
      'SUBAGENT_FINISHED',
      'TEXT_MESSAGE_START',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_END',
      'CUSTOM',
      'SUBAGENT_FINISHED',
      'STATE_DELTA',
      'CUSTOM',
      'CUSTOM',
      'RUN_FINISHED',
    ]);
    await verifyOrder(events);
  });

  it('fits the protocol’s schemas, event by event', async () => {
    for (const events of [script, restarted, cancelledScript('ses_1', 'trn_1')])
      for (const event of await wire(events)) expect(EventSchemas.safeParse(event).error).toBeUndefined();
  });

  it('joins a part to its text message by id', () => {
    const events = projected(script);
    const parts = events.flatMap((e) => (e.type === 'CUSTOM' && e.name === 'part' ? [e.value] : []));
    expect(parts).toMatchObject([
      { agent: 'policy', messageId: 'trn_1-1' },
      { agent: 'booking', messageId: 'trn_1-2' },
    ]);
  });

  it('gives the client the texts, the call with its result, and what is known of the open flow', async () => {
    const agent = await readByAgUi(projected(script));
    expect(textsOf(agent)).toEqual(TEXTS);
    const call = agent.messages.find((message) => message.role === 'assistant' && message.toolCalls);
    expect(call).toMatchObject({
      subagentRunId: 'trn_1-booking-2',
      toolCalls: [{ function: { name: 'hold_slot', arguments: expect.stringContaining('"quantity":1') } }],
    });
    const result = agent.messages.find(({ role }) => role === 'tool');
    expect(JSON.parse(String(result?.content))).toEqual({ ok: true, summary: 'done' });
    expect(agent.state).toMatchObject({
      draft: { values: { 'Day / hour': 'Sat, 5 pm', Pincode: '400050' }, expecting: 'confirm' },
      waiting: [],
    });
  });

  it('carries the whole result at the end, and whose run it was at the start', () => {
    const events = projected(script);
    expect(events.at(-1)).toMatchObject({ threadId: 'ses_1', runId: 'trn_1', result: { turnId: 'trn_1' } });
    const named = script.flatMap(createAgUiProjection({ threadId: 'mine', runId: 'r1' }));
    const ours = { sessionId: 'ses_1', turnId: 'trn_1' };
    expect(named[0]).toMatchObject({ threadId: 'mine', runId: 'r1', protocolVersion: '1.0', metadata: ours });
    expect(named.at(-1)).toMatchObject({ threadId: 'mine', runId: 'r1' });
  });

  it('closes what a turn left open before it finishes', async () => {
    const cutShort = [...script.slice(0, 7), script.at(-1) as TurnEvent];
    const events = projected(cutShort);
    expect(typesOf(events).slice(-4)).toEqual(['TEXT_MESSAGE_END', 'SUBAGENT_ERROR', 'SUBAGENT_ERROR', 'RUN_FINISHED']);
    await verifyOrder(events);
  });

  it('ends a failed turn with RUN_ERROR, also in the middle of a message', async () => {
    const failed: TurnEvent = { type: 'turn.failed', code: 'internal', message: 'Please try again.' };
    const events = projected([...script.slice(0, 7), failed]);
    expect(events.at(-1)).toEqual({ type: 'RUN_ERROR', code: 'internal', message: 'Please try again.' });
    await verifyOrder(events);
  });

  it('ends a cancelled turn as such, with what it had done by then', async () => {
    const events = projected(cancelledScript('ses_1', 'trn_1'));
    expect(events).toContainEqual(expect.objectContaining({ name: 'effect', type: 'CUSTOM' }));
    expect(events.at(-1)).toMatchObject({
      type: 'RUN_FINISHED',
      outcome: { type: 'cancelled' },
      metadata: { cancelledBy: 'customer' },
    });
    expect(events.at(-1)).not.toHaveProperty('result');
    await verifyOrder(events);
  });

  it('lets a client forget what it had of a turn that was begun once more', async () => {
    const events = await wire(restarted);
    const at = events.findIndex((event) => event.type === 'CUSTOM' && event.name === 'restarted');
    expect(events[at + 1]).toEqual({ type: 'MESSAGES_SNAPSHOT', messages: said });
    const agent = await readByAgUi(events);
    expect(textsOf(agent)).toEqual(TEXTS);
    expect(agent.messages[0]).toEqual(said[0]);
    expect(agent.messages.filter(({ role }) => role === 'tool')).toHaveLength(1);
    expect(agent.state).toMatchObject({ draft: { values: { Pincode: '400050' } } });
  });

  it('is checked by a client that does refuse a wrong order', async () => {
    const silenced = vi.spyOn(console, 'error').mockReturnValue();
    const events = projected(script);
    await expect(verifyOrder(events.slice(1))).rejects.toThrow('RUN_STARTED');
    await expect(verifyOrder(events.filter((e) => e.type !== 'SUBAGENT_FINISHED'))).rejects.toThrow('subagents');
    silenced.mockRestore();
  });
});

describe('the outcome of a run', () => {
  const endOf = (ask: Ask | undefined) => {
    const { ask: _, ...result } = resultOf('ses_1', 'trn_1');
    const event: TurnEvent = { type: 'turn.finished', result: { ...result, ...(ask && { ask }) } };
    return projected([{ type: 'turn.started', sessionId: 'ses_1', turnId: 'trn_1' }, event]).at(-1);
  };
  const options = [{ label: 'Tomorrow', text: 'Tomorrow' }];
  const property = (name: string, schema: object) => ({
    type: 'object',
    properties: { [name]: schema },
    required: [name],
    additionalProperties: false,
  });

  it.each<[Ask['kind'], string, object]>([
    ['confirm', 'confirmation', property('confirmed', { type: 'boolean' })],
    ['choice', 'choice', property('choice', { type: 'string', enum: ['Tomorrow'] })],
    ['slot', 'input', property('text', { type: 'string', minLength: 1, examples: ['Tomorrow'] })],
    ['sign_in', 'sign_in', property('text', { type: 'string', minLength: 1, examples: ['Yes, go on'] })],
  ])('is an interrupt for an open question of the kind %s, with the schema of its answer', (kind, reason, schema) => {
    const resumeText = kind === 'sign_in' ? { resumeText: 'Yes, go on' } : {};
    expect(endOf({ kind, id: 'frm_1-a', slot: 'day', options, ...resumeText })).toMatchObject({
      type: EventType.RUN_FINISHED,
      outcome: {
        type: 'interrupt',
        interrupts: [
          { id: 'frm_1-a', reason, message: 'Shall I book it?', responseSchema: schema, metadata: { slot: 'day' } },
        ],
      },
    });
  });

  it('is a success without a question, and with suggestions only', () => {
    expect(endOf(undefined)).toMatchObject({ outcome: { type: 'success' } });
    expect(endOf({ kind: 'clarify', options })).toMatchObject({ outcome: { type: 'success' } });
  });
});

describe('the numbers of the wire events', () => {
  it('run from 1 without gaps', async () => {
    const messages = await collect(restarted, 0);
    expect(messages.map(({ id }) => id)).toEqual(messages.map((_, index) => index + 1));
  });

  it('let a client go on after any one of them with exactly the rest', async () => {
    const all = await collect(restarted, 0);
    for (let after = 0; after <= all.length; after++) expect(await collect(restarted, after)).toEqual(all.slice(after));
  });

  it('do not count the messages that a client has asked for', async () => {
    const all = await collect(script, 0);
    const [first, asked, ...rest] = await collect(script, 0, true);
    expect([first, ...rest]).toEqual(all);
    expect(asked).toEqual({ data: { type: 'MESSAGES_SNAPSHOT', messages: said } });
  });
});
