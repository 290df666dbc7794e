import { Redis } from 'ioredis';
import { createOutboxByChannel } from '#src/channels/by-channel.ts';
import type { Outbox } from '#src/channels/contract.ts';
import { createOutboxFolder } from '#src/channels/outbox-folder.ts';
import { createSmtpOutbox } from '#src/channels/smtp.ts';
import type { Config } from '#src/config.ts';
import { MySqlCheckpointSaver } from '#src/db/checkpoint-saver.ts';
import { createDatabase, type Database } from '#src/db/client.ts';
import { createAssistant, type Assistant } from '#src/graph/assistant.ts';
import type { LanguageMaker } from '#src/language/contract.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';
import { createLog, type Log } from '#src/log.ts';
import type { Retriever } from '#src/rag/contract.ts';
import { createLexicalIndex } from '#src/rag/index-lexical.ts';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';

/** Everything stateful that a process holds, made once and handed down by `Ctx`. */
export interface Deps {
  config: Config;
  log: Log;
  db: Database;
  redis: Redis;
  language: LanguageMaker;
  retriever: Retriever;
  outbox: Outbox;
  assistant: Assistant;
  now: () => Date;
}

/**
 * Builds the dependencies from the configuration; `overrides` is the seam for tests.
 * `close` ends them in reverse order.
 */
export async function createDeps(
  config: Config,
  overrides: Partial<Omit<Deps, 'config'>> = {},
): Promise<Deps & { close: () => Promise<void> }> {
  const log = overrides.log ?? createLog(config.LOG_LEVEL);
  const database = createDatabase(config.DATABASE_URL, config.DATABASE_POOL_SIZE);
  const redis =
    overrides.redis ??
    new Redis(config.REDIS_URL, {
      maxRetriesPerRequest: 3,
      connectTimeout: 5_000,
      retryStrategy: (attempt) => Math.min(attempt * 50, 500),
    });
  redis.on('error', (error) => log.warn({ error: error.message }, 'redis'));
  const deps: Deps = {
    config,
    log,
    db: overrides.db ?? database.db,
    redis,
    language: overrides.language ?? createLocalMaker(),
    retriever: overrides.retriever ?? createLexicalIndex(await loadKnowledge(config.KNOWLEDGE_DIR)),
    outbox: overrides.outbox ?? createOutbox(config),
    now: overrides.now ?? (() => new Date()),
    assistant: undefined as never,
  };
  deps.assistant = overrides.assistant ?? createAssistant(deps, (db) => new MySqlCheckpointSaver(db as Database));
  return {
    ...deps,
    close: async () => {
      await deps.assistant.close();
      await deps.outbox.close?.();
      redis.disconnect();
      await database.close();
    },
  };
}

/** E-mails go to the mail server if there is one; everything else is left in the folder. */
function createOutbox({ OUTBOX_DIR, SMTP_URL, MAIL_FROM }: Config): Outbox {
  const folder = createOutboxFolder(OUTBOX_DIR);
  if (!SMTP_URL || !MAIL_FROM) return folder;
  return createOutboxByChannel({ email: createSmtpOutbox({ url: SMTP_URL, from: MAIL_FROM }), sms: folder });
}
