import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';

const local = { host: '127.0.0.1', port: 0 };

async function get(url: string, agent?: Agent): Promise<IncomingMessage> {
  const call = request(url, agent ? { agent } : {}).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response.setEncoding('utf8');
}

describe('the server', () => {
  it('says with the system’s own code that its port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expect(startServer(() => undefined, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    holder.close();
  });

  it('lets a running answer end before it closes, and takes no new ones', async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startServer(async (_, response) => {
      response.write('begun ');
      await gate.promise;
      response.end('ended');
    }, local);
    const answer = await get(server.url);
    const closed = server.close(5_000);
    await expect(get(server.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    gate.resolve();
    expect((await answer.toArray()).join('')).toBe('begun ended');
    await closed;
  });

  it('does not wait for connections that are merely kept open', async () => {
    const server = await startServer((_, response) => void response.end('ok'), local);
    const agent = new Agent({ keepAlive: true });
    await (await get(server.url, agent)).toArray();
    const startedAt = performance.now();
    await server.close(5_000);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    agent.destroy();
  });

  it('cuts what has not ended at the deadline', async () => {
    const server = await startServer((_, response) => void response.write('for ever'), local);
    const answer = await get(server.url);
    const startedAt = performance.now();
    await Promise.all([server.close(200), expect(answer.toArray()).rejects.toThrow('aborted')]);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});

describe('a client that takes its time', () => {
  const patience = { headersMs: 300, requestMs: 500, idleMs: 400, readMs: 400, checkEveryMs: 100 };
  const slowServer = () =>
    startServer(
      (request, response) => void request.resume().once('end', () => response.end('x'.repeat(32 * 2 ** 20))),
      { ...local, patience },
    );

  function dial(server: RunningServer): { socket: Socket; text: () => string; ended: Promise<number> } {
    const startedAt = performance.now();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => undefined);
    return { socket, text: () => text, ended: once(socket, 'close').then(() => performance.now() - startedAt) };
  }

  /** Sends a byte every 20 ms: a connection that is never silent. */
  async function trickle(socket: Socket, text: string): Promise<void> {
    for (const byte of text) {
      if (socket.destroyed || !socket.writable) return;
      socket.write(byte);
      await sleep(20);
    }
  }

  it('with the headers is told so and cut off', async () => {
    const server = await slowServer();
    const { socket, text, ended } = dial(server);
    void trickle(socket, `GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ${'s'.repeat(200)}`);
    expect(await ended).toBeLessThan(1_500);
    expect(text()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(text()).toContain('application/problem+json');
    await server.close(100);
  });

  it('with the body is told so and cut off', async () => {
    const server = await slowServer();
    const { socket, text, ended } = dial(server);
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n');
    void trickle(socket, 's'.repeat(200));
    expect(await ended).toBeLessThan(1_500);
    expect(text()).toMatch(/^HTTP\/1\.1 408 /);
    await server.close(100);
  });

  it('before it says anything is cut off', async () => {
    const server = await slowServer();
    expect(await dial(server).ended).toBeLessThan(1_500);
    await server.close(100);
  });

  it('with reading the answer is cut off, one that waits for its answer is not', async () => {
    const closed = Promise.withResolvers<{ whole: boolean }>();
    const server = await startServer(
      (_, response) => {
        response.once('close', () => closed.resolve({ whole: response.writableFinished }));
        response.end('x'.repeat(32 * 2 ** 20));
      },
      { ...local, patience },
    );
    // Taken in part by the system and by nobody else.
    const { socket } = dial(server);
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await closed.promise).toEqual({ whole: false });
    socket.destroy();
    await server.close(100);

    const thinking = await startServer((_, response) => void setTimeout(() => response.end('thought'), 1_200), {
      ...local,
      patience,
    });
    expect((await (await get(thinking.url)).toArray()).join('')).toBe('thought');
    await thinking.close(100);
  });

  it('is answered with a problem when what it sends is not HTTP, without a word about what runs here', async () => {
    const server = await slowServer();
    const { socket, text, ended } = dial(server);
    socket.write('HELO mail.example.test\r\n\r\n');
    await ended;
    expect(text()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text()).not.toMatch(/node|koa|at .*\.ts|Server:|X-Powered-By/i);
    const flood = dial(server);
    flood.socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(40_000)}\r\n\r\n`);
    await flood.ended;
    expect(flood.text()).toMatch(/^HTTP\/1\.1 431 /);
    await server.close(100);
  });

  it('is told so after an answer as well, but never in the middle of one', async () => {
    const server = await startServer((request, response) => {
      response.write('begun');
      if (request.url === '/whole') response.end();
    }, local);
    for (const [path, told] of [
      ['/whole', true],
      ['/part', false],
    ] as const) {
      const { socket, text, ended } = dial(server);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      while (!text().includes('begun')) await sleep(5);
      socket.write('nonsense\r\n\r\n');
      await ended;
      expect(text().includes('400 Bad Request')).toBe(told);
    }
    await server.close(100);
  });
});
