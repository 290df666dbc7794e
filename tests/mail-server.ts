import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** For "localhost", 127.0.0.1 and 0.0.0.0, until 2126. The key protects nothing: it is here for the tests alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQBxIhTjmqRF0Z1J3
Fq6XqAkXqpRqRHVYreZmtsPZUcmhRANCAAQhNglmSUZ7ipexUfCTwMcOo4/gqo9c
tX2/wvcVS9HuGSWqZKutzP1FeQkPshGFPLXnslZcWc6L5bRVlX9mcFyC
-----END PRIVATE KEY-----
`;
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBwDCCAWWgAwIBAgIUDL6jSIiWoNo3LDUp4b6zFDrlCQUwCgYIKoZIzj0EAwIw
IzEhMB8GA1UEAwwYbWFpbCBzZXJ2ZXIgb2YgdGhlIHRlc3RzMCAXDTI2MTEyMDEz
MTkzNFoYDzIxMjYxMDI3MTMxOTM0WjAjMSEwHwYDVQQDDBhtYWlsIHNlcnZlciBv
ZiB0aGUgdGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQhNglmSUZ7ipex
UfCTwMcOo4/gqo9ctX2/wvcVS9HuGSWqZKutzP1FeQkPshGFPLXnslZcWc6L5bRV
lX9mcFyCo3UwczAdBgNVHQ4EFgQUYd4LtFVaQiQwBhLCjJIVikprRhMwHwYDVR0j
BBgwFoAUYd4LtFVaQiQwBhLCjJIVikprRhMwDwYDVR0TAQH/BAUwAwEB/zAgBgNV
HREEGTAXgglsb2NhbGhvc3SHBH8AAAGHBAAAAAAwCgYIKoZIzj0EAwIDSQAwRgIh
AM6ggdUtn6jZH5nYvIksRRqJSMduKYJrnlTB5ce2dEu1AiEAqbrkECyNBWbahF3N
ugCV82p1f4LEAQJC3HHrv7kf0F0=
-----END CERTIFICATE-----
`;

export interface ReceivedMail {
  sender: string;
  recipients: string[];
  /** Whether it came encrypted. */
  isSecure: boolean;
  /** Who had signed in. */
  user: string | undefined;
  /** By their names in small letters, unfolded. */
  headers: Map<string, string>;
  text: string;
  html: string;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** How many have connected so far. */
  connections: number;
  /** User and password of each attempt to sign in. */
  logins: string[];
  /** The mails to somebody, as soon as there are so many of them. */
  mailsTo(address: string, count?: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. It takes everything from those who sign in as "shop" with "p@ss:word". */
export async function startMailServer(options: SMTPServerOptions & { host?: string } = {}): Promise<MailServer> {
  const received: MailServer = {
    ...{ port: 0, mails: [], connections: 0, logins: [] },
    async mailsTo(address, count = 1) {
      for (;;) {
        const found = received.mails.filter(({ recipients }) => recipients.includes(address));
        if (found.length >= count) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    close: () => new Promise((resolve) => void server.close(resolve)),
  };
  const server = new SMTPServer({
    ...{ key: KEY, cert: CERTIFICATE, allowInsecureAuth: true, disableReverseLookup: true, closeTimeout: 100 },
    onConnect(_session, done) {
      received.connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      received.logins.push(`${username} ${password}`);
      if (username === 'shop' && password === 'p@ss:word') done(null, { user: username });
      else done(new Error(`No such login: ${username} with ${password}`));
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const { mailFrom, rcptTo } = session.envelope;
      received.mails.push({
        sender: mailFrom ? mailFrom.address : '',
        recipients: rcptTo.map(({ address }) => address),
        isSecure: session.secure,
        user: session.user as string | undefined,
        ...readMail(Buffer.concat(chunks).toString('utf8')),
      });
      done();
    },
    ...options,
  });
  // Clients that give up are what some tests are about.
  server.on('error', () => {});
  const { host = '127.0.0.1' } = options;
  await new Promise<void>((resolve) => void server.listen(0, host, resolve));
  received.port = (server.server.address() as AddressInfo).port;
  return received;
}

/** A port of this machine on which nobody answers. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

function readPart(source: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (headers.has(name.toLowerCase())) throw new Error(`The header ${name} comes twice.`);
    headers.set(name.toLowerCase(), value);
  }
  return { headers, body: rest.join('\r\n\r\n') };
}

function decoded({ headers, body }: ReturnType<typeof readPart>): string {
  const lines = body.replace(/\r\n$/, '').replaceAll('\r\n', '\n');
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return lines;
  const bytes = lines.replaceAll('=\n', '').replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replaceAll(/%(?![\dA-F]{2})/g, '%25'));
}

/** A mail of two parts, text and HTML. */
function readMail(source: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const { headers, body } = readPart(source);
  const [, boundary] = /^multipart\/alternative;.*boundary="(.+)"$/.exec(headers.get('content-type') ?? '') ?? [];
  const parts = body.split(`--${boundary}`).slice(1, -1);
  const [text = '', html = ''] = parts.map((part) => decoded(readPart(part.replace(/^\r\n/, ''))));
  return { headers, text, html };
}
