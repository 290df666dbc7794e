import { EventSchemas } from '@ag-ui/core/schemas';
import type { AGUIEvent } from '@ag-ui/core';
import { describe, expect, it, vi } from 'vitest';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { TurnEvent } from '#src/turn.ts';
import { verifyOrder } from '#tests/ag-ui-client.ts';
import { turnScript } from '#tests/turn-script.ts';
import { createAgUiProjection, streamAgUi } from './ag-ui.ts';

const script = turnScript('ses_1', 'trn_1');

function projected(events: TurnEvent[]): AGUIEvent[] {
  return events.flatMap(createAgUiProjection());
}

async function* logOf(events: TurnEvent[]): AsyncGenerator<LoggedEvent> {
  for (const [index, event] of events.entries()) yield { seq: index + 1, event };
}

const collect = (events: TurnEvent[], after: number) => Array.fromAsync(streamAgUi(logOf(events), after));

describe('the AG-UI projection of a turn', () => {
  it('is a run with steps, messages and customs, in an order that the AG-UI client accepts', async () => {
    const events = projected(script);
    expect(events.map((event) => event.type)).toEqual([
      'RUN_STARTED',
      'STEP_STARTED',
      'STEP_STARTED',
      'TEXT_MESSAGE_START',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_END',
      'CUSTOM',
      'STEP_FINISHED',
      'TEXT_MESSAGE_START',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_END',
      'CUSTOM',
      'STEP_FINISHED',
      'CUSTOM',
      'CUSTOM',
      'RUN_FINISHED',
    ]);
    await verifyOrder(events);
  });

  it('fits the protocol’s schemas, event by event', () => {
    for (const event of projected(script)) expect(EventSchemas.safeParse(event).error).toBeUndefined();
  });

  it('joins a part to its text message by id', () => {
    const events = projected(script);
    const parts = events.flatMap((e) => (e.type === 'CUSTOM' && e.name === 'part' ? [e.value] : []));
    expect(parts).toMatchObject([
      { agent: 'policy', messageId: 'trn_1-1' },
      { agent: 'booking', messageId: 'trn_1-2' },
    ]);
    const texts = events.flatMap((e) =>
      e.type === 'TEXT_MESSAGE_CONTENT' && e.messageId === 'trn_1-1' ? [e.delta] : [],
    );
    expect(texts.join('')).toBe('You get it all back.\n\n• until 24 h before');
  });

  it('carries the whole result at the end', () => {
    expect(projected(script).at(-1)).toMatchObject({ threadId: 'ses_1', runId: 'trn_1', result: { turnId: 'trn_1' } });
  });

  it('closes what a turn left open before it finishes', async () => {
    const cutShort = [...script.slice(0, 4), script.at(-1) as TurnEvent];
    const events = projected(cutShort);
    expect(events.slice(-4).map((event) => event.type)).toEqual([
      'TEXT_MESSAGE_END',
      'STEP_FINISHED',
      'STEP_FINISHED',
      'RUN_FINISHED',
    ]);
    await verifyOrder(events);
  });

  it('ends a failed turn with RUN_ERROR, also in the middle of a message', async () => {
    const failed: TurnEvent = { type: 'turn.failed', code: 'internal', message: 'Please try again.' };
    const events = projected([...script.slice(0, 4), failed]);
    expect(events.at(-1)).toEqual({ type: 'RUN_ERROR', code: 'internal', message: 'Please try again.' });
    await verifyOrder(events);
  });

  it('is checked by a client that does refuse a wrong order', async () => {
    const silenced = vi.spyOn(console, 'error').mockReturnValue();
    const events = projected(script);
    await expect(verifyOrder(events.slice(1))).rejects.toThrow('RUN_STARTED');
    await expect(verifyOrder(events.filter((e) => e.type !== 'STEP_FINISHED'))).rejects.toThrow('steps');
    silenced.mockRestore();
  });
});

describe('the numbers of the wire events', () => {
  it('run from 1 without gaps', async () => {
    const messages = await collect(script, 0);
    expect(messages.map(({ id }) => id)).toEqual(messages.map((_, index) => index + 1));
  });

  it('let a client go on after any one of them with exactly the rest', async () => {
    const all = await collect(script, 0);
    for (let after = 0; after <= all.length; after++) expect(await collect(script, after)).toEqual(all.slice(after));
  });
});
