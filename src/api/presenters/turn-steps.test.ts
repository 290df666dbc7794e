import type { AGUIEvent } from '@ag-ui/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { TurnEvent } from '#src/turn.ts';
import { readByAgUi, textsOf as agUiTexts } from '#tests/ag-ui-client.ts';
import { turns } from '#tests/turn-events.ts';
import { readMessage, send, textsOf as uiTexts, transportTo, userMessage } from '#tests/ui-client.ts';
import { frameOf } from '../sse.ts';
import { streamAgUi } from './ag-ui-stream.ts';
import { createTurnReader } from './turn-steps.ts';
import { streamUi } from './ui-stream.ts';

const RUNS = { numRuns: 150 };

async function* logOf(events: TurnEvent[]): AsyncGenerator<LoggedEvent> {
  for (const [index, event] of events.entries()) yield { seq: index + 1, event };
}

const agUi = (events: TurnEvent[], afterId = 0) =>
  Array.fromAsync(streamAgUi(logOf(events), { afterId, messages: async () => [] }));
const ui = (events: TurnEvent[], afterId = 0) => Array.fromAsync(streamUi(logOf(events), afterId));

/** What the last run of a turn says, text by text: told in pieces up to the part, or whole. */
function saidIn(events: TurnEvent[]): string[] {
  const texts: { agent: string; text: string; isOpen: boolean }[] = [];
  const from = events.findLastIndex(({ type }) => type === 'turn.restarted');
  for (const event of events.slice(from + 1)) {
    if (event.type !== 'text.delta' && event.type !== 'part') continue;
    const { agent, text } = event.type === 'part' ? event.part : event;
    const open = texts.find((one) => one.agent === agent && one.isOpen);
    if (open && event.type === 'text.delta') open.text += text;
    else if (!open && text !== '') texts.push({ agent, text, isOpen: event.type === 'text.delta' });
    if (open && event.type === 'part') open.isOpen = false;
  }
  return texts.map(({ text }) => text);
}

describe('any legal turn', () => {
  it('is accepted by the AG-UI client, which shows what the last run has said, and the state it has left', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (events) => {
        const told = (await agUi(events)).map(({ data }) => data as AGUIEvent);
        const agent = await readByAgUi(told);
        expect(agUiTexts(agent)).toEqual(saidIn(events));
        const from = events.findLastIndex(({ type }) => type === 'turn.restarted');
        const draft = events.slice(from + 1).findLast((event) => event.type === 'draft');
        if (draft) {
          const [first, ...waiting] = draft.stack;
          expect(agent.state).toEqual({ ...(first && { draft: first }), waiting });
        }
        expect(told.filter(({ type }) => type === 'RUN_FINISHED')).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('is accepted by the AI SDK’s reader, which shows the same in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (events) => {
        const body = (await ui(events)).map(frameOf).join('');
        const stream = await send(transportTo(body), { messages: [userMessage('m1', 'hello')] });
        expect(uiTexts(await readMessage(stream))).toEqual(saidIn(events));
      }),
      RUNS,
    );
  });

  it('has numbers without gaps in both, after any of which a client gets exactly the rest', async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(), async (events, at) => {
        const all = await agUi(events);
        expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
        expect(await agUi(events, at % all.length)).toEqual(all.slice(at % all.length));
        const chunks = await ui(events);
        expect(chunks.slice(0, -1).map(({ id }) => id)).toEqual(chunks.slice(1).map((_, index) => index + 1));
        expect(await ui(events, at % chunks.length)).toEqual(chunks.slice(at % chunks.length));
      }),
      RUNS,
    );
  });

  it('closes all that it opens, once, by an id that nothing else has', () => {
    fc.assert(
      fc.property(turns, (events) => {
        const steps = events.flatMap(createTurnReader());
        for (const kind of ['agent', 'tool', 'text'] as const) {
          const idsOf = (what: string) =>
            steps.flatMap((step) => (step.type === `${kind}.${what}` && 'id' in step ? [step.id] : []));
          const opened = idsOf('opened');
          expect(new Set(opened).size).toBe(opened.length);
          expect(idsOf('closed').toSorted()).toEqual(opened.toSorted());
        }
      }),
      RUNS,
    );
  });
});
