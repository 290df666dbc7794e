import { loadConfig } from '#src/config.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';
import { createLexicalIndex } from '#src/rag/index-lexical.ts';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';

/** The real thing, with a clock that is set by hand. */
export interface Lane {
  deps: Deps & { close: () => Promise<void> };
  clock: { now: Date };
}

/** Whose documents every company of an eval works by. */
const RULES_OF = 'nexora';

/** So many assistants side by side; they share what takes long to make and keeps nothing of a conversation. */
export async function createLanes(count: number): Promise<Lane[]> {
  const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), ...process.env, LOG_LEVEL: 'fatal' });
  const index = createLexicalIndex(await loadKnowledge(config.KNOWLEDGE_DIR));
  const language = createLocalMaker();
  const retriever: Deps['retriever'] = {
    search: (input) => index.search({ ...input, companyId: RULES_OF }),
    document: (_companyId, documentId) => index.document(RULES_OF, documentId),
  };
  return Promise.all(
    Array.from({ length: count }, async () => {
      const clock = { now: new Date() };
      return { clock, deps: await createDeps(config, { now: () => clock.now, retriever, language }) };
    }),
  );
}
