import { createServer } from 'node:net';

/** Below the range from which systems hand out ports for outgoing connections, so that a kept port stays free. */
const FIRST = 21_000;
const COUNT = 9_000;

/** Whether a program could listen there now. Without a host: on every address. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The preferred port when it is free on 127.0.0.1, else a random free one. */
export async function choosePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred, '127.0.0.1'))) return preferred;
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
  throw new Error(`No free port found on 127.0.0.1 between ${FIRST} and ${FIRST + COUNT}.`);
}
