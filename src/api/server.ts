import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';

export interface RunningServer {
  /** Where it can be reached, e.g. `http://127.0.0.1:8080`. */
  url: string;
  /** Stops accepting, lets running answers end (streams, too) and cuts what is left after `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

export interface ListenOptions {
  host: string;
  /** 0 for any free one. */
  port: number;
}

/** Listens. Rejects with the system's error, e.g. EADDRINUSE. */
export async function startServer(listener: RequestListener, { host, port }: ListenOptions): Promise<RunningServer> {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }, listener);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: (deadlineMs) => close(server, deadlineMs) };
}

async function close(server: Server, deadlineMs: number): Promise<void> {
  // Connections that become idle after `close` would otherwise stay for the whole keep-alive time.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
  try {
    server.close();
    await once(server, 'close');
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
