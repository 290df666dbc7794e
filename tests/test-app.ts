import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#src/api/app.ts';
import { startServer } from '#src/api/server.ts';
import { loadConfig, type Config } from '#src/config.ts';
import { createDeps, type Deps } from '#src/deps.ts';

export interface TestApp {
  url: string;
  deps: Deps;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** The seam for what a test replaces. */
  overrides?: Partial<Omit<Deps, 'config'>>;
  settings?: Partial<Config>;
}

/** The whole API on a free port of this machine, against the database and Redis of the environment. */
export async function startTestApp({ overrides, settings }: TestAppOptions = {}): Promise<TestApp> {
  const config = loadConfig({
    JWT_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
    LOG_LEVEL: 'silent',
    // All suites call from one address. Those about the limits set their own.
    RATE_LIMIT_IP_PER_MINUTE: '0',
    RATE_LIMIT_USER_PER_MINUTE: '0',
    RATE_LIMIT_AUTH_PER_MINUTE: '0',
    OUTBOX_DIR: join(tmpdir(), 'convergeai-tests', 'outbox'),
    UPLOAD_DIR: join(tmpdir(), 'convergeai-tests', 'uploads'),
    ...process.env,
    NODE_ENV: 'test',
    // Whatever the environment says: no test writes to people.
    SMTP_URL: '',
  });
  const deps = await createDeps({ ...config, ...settings }, overrides);
  const app = createApp(deps);
  const server = await startServer(app.callback(), { host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    deps,
    close: async () => {
      await server.close(1_000);
      await deps.close();
    },
  };
}
