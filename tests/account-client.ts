import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingMessage } from '#src/channels/contract.ts';
import type { Config } from '#src/config.ts';
import type { Deps } from '#src/deps.ts';
import { newId } from '#src/ids.ts';
import { createTestAccounts, type TestAccounts } from './test-accounts.ts';
import { startTestApp, type TestApp } from './test-app.ts';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  user: { id: string; name: string; email: string; role: string };
}

export interface CallOptions {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An app with a company of its own, its outgoing messages and uploads in a folder of its own, and a clock that can be moved. */
export interface AccountClient {
  app: TestApp;
  accounts: TestAccounts;
  folder: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  login(email: string, password: string): Promise<Tokens>;
  /** A new customer, signed in. */
  register(change?: Partial<Person>): Promise<Tokens & Person>;
  /** What has been sent there, oldest first. */
  messagesTo(to: string): Promise<OutgoingMessage[]>;
  /** The latest secret that was sent there for this purpose. */
  secretFor(to: string, purpose: OutgoingMessage['purpose']): Promise<string>;
  /** Moves the clock on. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

export interface Person {
  name: string;
  email: string;
  phone: string;
  password: string;
}

let people = 0;
/** Somebody who is not registered yet. */
export function somebody(change: Partial<Person> = {}): Person {
  people += 1;
  const email = `${newId('user')}@example.test`;
  const phone = `+9188${String(people).padStart(8, '0')}`;
  return { name: 'Meera Iyer', email, phone, password: 'blue-kettle-on-stairs', ...change };
}

/** `overrides` spares the making of what is costly to make, and the same for all: the language maker. */
export async function startAccountClient(
  settings: Partial<Config> = {},
  overrides: Partial<Pick<Deps, 'language' | 'log'>> = {},
): Promise<AccountClient> {
  const folder = await mkdtemp(join(tmpdir(), 'accounts-'));
  const [OUTBOX_DIR, UPLOAD_DIR] = [join(folder, 'outbox'), join(folder, 'uploads')];
  let ahead = 0;
  const app = await startTestApp({
    settings: { OUTBOX_DIR, UPLOAD_DIR, ...settings },
    overrides: { ...overrides, now: () => new Date(Date.now() + ahead) },
  });
  const accounts = await createTestAccounts(app.deps.db);

  const call: AccountClient['call'] = async (method, path, { token, body, headers = {} } = {}) => {
    const response = await fetch(app.url + path, {
      method,
      headers: {
        'X-Company': accounts.companyId,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? ((await response.json()) as Answer['body']) : { bytes: Buffer.from(await response.arrayBuffer()) },
    };
  };
  const signedIn = ({ status, body }: Answer): Tokens => {
    if (status >= 300) throw new Error(`No sign-in: ${status} ${JSON.stringify(body)}`);
    return body as unknown as Tokens;
  };
  const messagesTo = async (to: string): Promise<OutgoingMessage[]> => {
    const files = await readdir(OUTBOX_DIR).catch(() => [] as string[]);
    const texts = await Promise.all(files.sort().map((file) => readFile(join(OUTBOX_DIR, file), 'utf8')));
    return texts.map((text) => JSON.parse(text) as OutgoingMessage).filter((message) => message.to === to);
  };
  return {
    ...{ app, accounts, folder, call, messagesTo },
    login: async (email, password) => signedIn(await call('POST', '/api/v1/auth/login', { body: { email, password } })),
    async register(change) {
      const person = somebody(change);
      return { ...person, ...signedIn(await call('POST', '/api/v1/auth/register', { body: person })) };
    },
    async secretFor(to, purpose) {
      const secret = (await messagesTo(to)).findLast((message) => message.purpose === purpose)?.secret;
      if (!secret) throw new Error(`Nothing was sent to ${to} for ${purpose}.`);
      return secret;
    },
    pass(seconds) {
      ahead += seconds * 1_000;
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
