import { Readable } from 'node:stream';
import type { Context } from 'koa';

export interface SseMessage {
  /** Comes back as `Last-Event-ID` when the client reconnects. */
  id?: number;
  data: unknown;
  /** `data` is a line that is said as it is, not as JSON. */
  isText?: boolean;
}

export interface SseOptions {
  heartbeatMs?: number;
  /** Beside those of every event stream. */
  headers?: Record<string, string> | undefined;
  /** What still can be said when the source breaks after the headers are out: the terminal message. */
  onError(error: unknown): SseMessage;
}

/**
 * Answers with `messages` as `text/event-stream`; headers leave at once. A client that reads slowly slows the source down
 * (back-pressure); one that leaves ends the iteration, and nothing but the iteration.
 */
export function sendEvents(koa: Context, messages: AsyncIterable<SseMessage>, options: SseOptions): void {
  const { res } = koa;
  koa.status = 200;
  koa.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    ...options.headers,
  });
  koa.body = Readable.from(frames(messages, options), { objectMode: false, highWaterMark: 16_384 });
  // A client that has left already will not be told to `close` again: nothing may be started for it.
  if (koa.method === 'HEAD' || !koa.writable) return;
  koa.flushHeaders();
  // Whole frames are written at a time, so a comment in between never splits one.
  const heartbeat = setInterval(() => {
    if (!res.writableEnded && !res.writableNeedDrain) res.write(': keep-alive\n\n');
  }, options.heartbeatMs ?? 15_000);
  res.once('close', () => clearInterval(heartbeat));
}

async function* frames(messages: AsyncIterable<SseMessage>, options: SseOptions): AsyncGenerator<string> {
  try {
    for await (const message of messages) yield frameOf(message);
  } catch (error) {
    yield frameOf(options.onError(error));
  }
}

/** One message as it stands on the wire. JSON has no raw line breaks, so one `data:` line is enough. */
export function frameOf({ id, data, isText = false }: SseMessage): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${isText ? String(data) : JSON.stringify(data)}\n\n`;
}
