import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseEvent } from '@ag-ui/client';
import { EventSchemas } from '@ag-ui/core/schemas';
import type { TurnResult } from '#src/turn.ts';
import { verifyOrder } from '../ag-ui-client.ts';

export interface ChaosClientOptions {
  /** Where to send the next request; undefined while there is nobody. */
  pick(): string | undefined;
  companyId: string;
  token: string;
}

/** A message and the whole of its answer, whatever broke in between. */
export interface Exchange {
  turnId: string;
  result: TurnResult;
  /** How often the stream broke off and was taken up again. */
  reconnects: number;
  wasRestarted: boolean;
  milliseconds: number;
}

/** Of all turns, so many are left by their client once, and taken up again elsewhere. */
const LEAVES = 0.1;
const PATIENCE_MS = 60_000;

/** A client as the product asks clients to be: a key on the message, `Last-Event-ID` on reconnect, and patience. */
export function createChaosClient({ pick, companyId, token }: ChaosClientOptions) {
  const common = { authorization: `Bearer ${token}`, 'x-company': companyId, accept: 'text/event-stream' };

  /** @throws Error when an event is missing, comes twice or in the wrong order, or the turn does not end well */
  return async function say(text: string, sessionId: string | undefined): Promise<Exchange> {
    const startedAt = Date.now();
    const key = randomUUID();
    const events: BaseEvent[] = [];
    let turnId: string | undefined;
    let connections = 0;
    let leaves = Math.random() < LEAVES;

    const request = (url: string) =>
      turnId === undefined
        ? fetch(`${url}/api/v1/chat/message`, {
            method: 'POST',
            headers: { ...common, 'content-type': 'application/json', 'idempotency-key': key },
            body: JSON.stringify({ text, ...(sessionId && { sessionId }) }),
          })
        : fetch(`${url}/api/v1/chat/runs/${turnId}/events`, {
            headers: { ...common, 'last-event-id': String(events.length) },
          });

    for (;;) {
      if (Date.now() - startedAt > PATIENCE_MS) throw new Error(`No answer to “${text}” (${turnId}) within a minute.`);
      const url = pick();
      const response = url && (await request(url).catch(() => undefined));
      if (!response) {
        await sleep(50);
        continue;
      }
      if (response.status === 503) {
        await response.body?.cancel();
        await sleep(100);
        continue;
      }
      if (!response.ok) throw new Error(`“${text}” got ${response.status}: ${await response.text()}`);
      connections += 1;
      for await (const { id, event } of framesOf(response)) {
        if (id !== events.length + 1)
          throw new Error(`Turn ${turnId}: event ${id} came after ${events.length} (${JSON.stringify(event)}).`);
        events.push(event);
        if (event.type === 'RUN_STARTED') turnId = String((event as { runId?: string }).runId);
        if (event.type === 'RUN_ERROR') throw new Error(`“${text}” (${turnId}) failed: ${JSON.stringify(event)}`);
        if (event.type === 'RUN_FINISHED') {
          await verifyOrder(events);
          return {
            turnId: turnId ?? '',
            result: (event as unknown as { result: TurnResult }).result,
            reconnects: connections - 1,
            wasRestarted: events.some((e) => e.type === 'CUSTOM' && (e as { name?: string }).name === 'restarted'),
            milliseconds: Date.now() - startedAt,
          };
        }
        if (leaves && Math.random() < 0.3) {
          leaves = false;
          break;
        }
      }
    }
  };
}

/** The frames until the stream ends or breaks. */
async function* framesOf(response: Response): AsyncGenerator<{ id: number; event: BaseEvent }> {
  let rest = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
        const [, data] = /^data: (.+)$/m.exec(block) ?? [];
        if (id !== undefined && data !== undefined)
          yield { id: Number(id), event: EventSchemas.parse(JSON.parse(data)) as BaseEvent };
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The connection broke.
  }
}
