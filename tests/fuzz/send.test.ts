import { Agent, createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Known } from './known.ts';
import { LAST_READ, type FuzzRequest } from './request.ts';
import { send } from './send.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function serve(listener: RequestListener): Promise<Known> {
  const server = createServer(listener);
  closers.push(() => server.close().closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const things = new Map([['booking', ['bkg_1', 'bkg_2']]]);
  return {
    url,
    companyId: 'test',
    tokens: new Map(),
    things,
    versions: new Map(),
    people: new Map(),
    renewed: () => undefined,
  };
}

const agent = new Agent();
const request: FuzzRequest = {
  ...{ operation: 'getBooking', method: 'GET', path: '/bookings/{id}', actor: 'nobody' },
  ...{ params: { id: '§booking:1§' }, query: [], headers: {} },
};

it('gives up a request that is never answered', async () => {
  const known = await serve(() => {});
  await expect(send(request, known, agent, 50)).rejects.toThrow(/abort/);
});

it('gives up an answer that never ends', async () => {
  const known = await serve((_, response) => void response.writeHead(200).write('{'));
  await expect(send(request, known, agent, 50)).rejects.toThrow(/abort/);
});

it('puts in what the placeholders stand for, and the version that was read last', async () => {
  const known = await serve(({ url, headers }, response) => response.end(`${url} ${headers['if-match']}`));
  const ask = async () => (await send({ ...request, headers: { 'If-Match': LAST_READ } }, known, agent)).text;
  expect(await ask()).toBe('/bookings/bkg_2 "1"');
  known.versions.set('bkg_2', 7);
  expect(await ask()).toBe('/bookings/bkg_2 "7"');
});

it('sends dots in a path as they are: a client that resolves them would ask for something else', async () => {
  const known = await serve(({ url }, response) => response.end(url));
  for (const id of ['.', '..']) {
    const { text } = await send({ ...request, params: { id } }, known, agent);
    expect(text).toBe(`/bookings/${id}`);
  }
});
