import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import Koa, { type Context } from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { frameOf, sendEvents, type SseMessage, type SseOptions } from './sse.ts';

let server: RunningServer | undefined;
afterEach(() => server?.close(100));

async function serve(
  messages: (koa: Context) => AsyncIterable<SseMessage>,
  options: Partial<SseOptions> = {},
): Promise<IncomingMessage> {
  const app = new Koa();
  app.silent = true;
  app.use((koa) => sendEvents(koa, messages(koa), { onError: () => ({ data: 'broken' }), ...options }));
  server = await startServer(app.callback(), { host: '127.0.0.1', port: 0 });
  const call = request(server.url).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response.setEncoding('utf8');
}

async function* endless(): AsyncGenerator<SseMessage> {
  for (;;) yield { data: 'tick' };
}

const countTimers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
const text = async (response: IncomingMessage): Promise<string> => (await response.toArray()).join('');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an event stream', () => {
  it('writes the number and the data of each message, line breaks escaped', async () => {
    expect(frameOf({ id: 3, data: { text: 'a\nb' } })).toBe('id: 3\ndata: {"text":"a\\nb"}\n\n');
    expect(frameOf({ data: 'x' })).toBe('data: "x"\n\n');
  });

  it('sends its headers before there is anything to say, and each message when it comes', async () => {
    const steps: string[] = [];
    const gate = Promise.withResolvers<void>();
    const response = await serve(async function* () {
      await gate.promise;
      yield { id: 1, data: 'first' };
      await pause(20);
      yield { id: 2, data: 'second' };
    });
    steps.push('headers');
    gate.resolve();
    for await (const chunk of response) steps.push(String(chunk));
    expect(steps).toEqual(['headers', 'id: 1\ndata: "first"\n\n', 'id: 2\ndata: "second"\n\n']);
  });

  it('keeps the line alive with comments between whole frames', async () => {
    const slow = async function* (): AsyncGenerator<SseMessage> {
      yield { data: 1 };
      await pause(60);
      yield { data: 2 };
    };
    const received = await text(await serve(slow, { heartbeatMs: 10 }));
    expect(received).toMatch(/^data: 1\n\n(: keep-alive\n\n){2,}data: 2\n\n$/);
  });

  it('ends with a last message when its source breaks', async () => {
    const breaking = async function* (): AsyncGenerator<SseMessage> {
      yield { id: 1, data: 'said' };
      throw new Error('broken');
    };
    expect(await text(await serve(breaking))).toBe('id: 1\ndata: "said"\n\ndata: "broken"\n\n');
  });

  it('does not read ahead of a client that does not read', async () => {
    let produced = 0;
    const response = await serve(async function* () {
      for (; produced < 5_000; produced++) yield { data: 'x'.repeat(10_000) };
    });
    response.pause();
    await pause(300);
    const held = produced;
    await pause(200);
    expect(produced).toBe(held);
    expect(held).toBeLessThan(2_000);
    response.destroy();
  });

  it('starts nothing for a client that has left before it began', async () => {
    const left = Promise.withResolvers<void>();
    const timers = Promise.withResolvers<number>();
    const app = new Koa();
    app.silent = true;
    app.use(async (koa) => {
      left.resolve();
      await once(koa.res, 'close');
      const before = countTimers();
      sendEvents(koa, endless(), { onError: () => ({ data: 'broken' }) });
      timers.resolve(countTimers() - before);
    });
    server = await startServer(app.callback(), { host: '127.0.0.1', port: 0 });
    const call = request(server.url).end();
    call.once('error', () => undefined);
    await left.promise;
    call.destroy();
    expect(await timers.promise).toBe(0);
  });

  it('ends the iteration when the client leaves', async () => {
    const ended = Promise.withResolvers<string>();
    const response = await serve(async function* () {
      try {
        for (;;) {
          yield { data: 'tick' };
          await pause(5);
        }
      } finally {
        ended.resolve('ended');
      }
    });
    await once(response, 'data');
    response.destroy();
    expect(await ended.promise).toBe('ended');
  });
});
