import { createServer, STATUS_CODES, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';

export interface RunningServer {
  /** Where it can be reached, e.g. `http://127.0.0.1:8080`. */
  url: string;
  /** Stops accepting, lets running answers end (streams, too) and cuts what is left after `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

/** How long a client may take, milliseconds. */
export interface Patience {
  /** From the connection, or the end of the last answer, to the end of the headers. */
  headersMs: number;
  /** To the end of the body. */
  requestMs: number;
  /** Of a connection without a request. */
  idleMs: number;
  /** Without taking anything of an answer that waits for it. */
  readMs: number;
  /** How often the first two are looked at. */
  checkEveryMs: number;
}

const PATIENCE: Patience = {
  headersMs: 15_000,
  requestMs: 30_000,
  idleMs: 65_000,
  readMs: 60_000,
  checkEveryMs: 5_000,
};

export interface ListenOptions {
  host: string;
  /** 0 for any free one. */
  port: number;
  patience?: Partial<Patience>;
}

/** Listens. Rejects with the system's error, e.g. EADDRINUSE. */
export async function startServer(listener: RequestListener, options: ListenOptions): Promise<RunningServer> {
  const { host, port, patience } = options;
  const { headersMs, requestMs, idleMs, readMs, checkEveryMs } = { ...PATIENCE, ...patience };
  const limits = { headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: idleMs };
  const server = createServer({ ...limits, connectionsCheckingInterval: checkEveryMs }, listener);
  const answers = new WeakMap<Socket, ServerResponse>();
  server.on('request', (request, response) => answers.set(request.socket, response));
  server.on('clientError', (error, socket) => refuse(error, socket as Socket, answers.get(socket as Socket)));
  // A silent connection may be a turn that is still worked on; one that holds back an answer is not.
  server.setTimeout(readMs, (socket) => void (socket.writableLength > 0 && socket.destroy()));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: (deadlineMs) => close(server, deadlineMs) };
}

const STATUS_OF: Partial<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** What cannot be read as HTTP, or does not come to its end, never reaches the application: it is answered here. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, last: ServerResponse | undefined): void {
  const isAnswering = last?.headersSent && !last.writableFinished;
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy();
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, code: 'bad-request' });
  socket.write(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Connection: close',
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
  socket.destroySoon();
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
