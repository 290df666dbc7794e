import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startServer } from './server.ts';

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
