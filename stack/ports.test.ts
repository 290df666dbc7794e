import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePort, isPortFree } from './ports.ts';

let server: Server | undefined;
afterEach(() => server?.close());

function occupy(port: number): Promise<void> {
  return new Promise((resolve) => {
    server = createServer().listen(port, '127.0.0.1', resolve);
  });
}

describe('choosePort', () => {
  it('keeps the preferred port while it is free', async () => {
    const port = await choosePort();
    expect(await choosePort(port)).toBe(port);
  });

  it('takes another one when somebody else listens there', async () => {
    const port = await choosePort();
    await occupy(port);
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
    expect(await choosePort(port)).not.toBe(port);
  });

  it('stays below the ports that systems use for outgoing connections', async () => {
    const port = await choosePort();
    expect(port).toBeGreaterThanOrEqual(21_000);
    expect(port).toBeLessThan(30_000);
  });
});

describe('isPortFree', () => {
  it('sees a program on one address when asked about all of them', async () => {
    const port = await choosePort();
    expect(await isPortFree(port)).toBe(true);
    await occupy(port);
    expect(await isPortFree(port)).toBe(false);
  });
});
