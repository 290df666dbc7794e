import { createApp } from './api/app.ts';
import { startServer, type RunningServer } from './api/server.ts';
import { ConfigError, loadConfig, type Config } from './config.ts';
import { createDeps } from './deps.ts';

const EX_CONFIG = 78;
const SHUTDOWN_DEADLINE_MS = 8_000;

const config = readConfig();
const deps = await createDeps(config);
const { log } = deps;

process.on('unhandledRejection', (error) => {
  log.fatal({ err: error }, 'unhandled rejection');
  process.exit(1);
});

const server = await listen();
deps.assistant.keepWatch();
log.info({ url: config.PUBLIC_URL ?? server.url, pid: process.pid }, 'listening');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

/** New work is refused at once; turns that run may end, within the deadline. A second signal changes nothing. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.warn('stopped at the deadline with work still running');
    process.exit(0);
  }, SHUTDOWN_DEADLINE_MS + 1_000).unref();
  await server.close(SHUTDOWN_DEADLINE_MS);
  await deps.close();
  log.info('stopped');
  process.exit(0);
}

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(EX_CONFIG);
  }
}

async function listen(): Promise<RunningServer> {
  try {
    return await startServer(createApp(deps).callback(), { host: config.HOST, port: config.PORT });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    console.error(`Port ${config.PORT} on ${config.HOST} is already in use: stop that program or set PORT.`);
    process.exit(1);
  }
}
