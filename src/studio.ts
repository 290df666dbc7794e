import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import { AGENTS } from './agents/registry.ts';
import { loadConfig } from './config.ts';
import type { Ctx } from './context.ts';
import { createDeps, type Deps } from './deps.ts';
import { createGraph } from './graph/graph.ts';
import type { TurnContext } from './graph/state.ts';
import { newId } from './ids.ts';
import { findCompany } from './services/companies/find-company.ts';
import { openConversation } from './services/conversations/open-conversation.ts';

/**
 * The assistant's graph for LangGraph Studio and `@langchain/langgraph-sdk`, named in `langgraph.json`. Threads and
 * their checkpoints are the server's own; everything else is the product's: its database, its company, its rules.
 * A thread speaks as a guest of its own, and books nothing for good without an account.
 */
let started: Promise<Deps> | undefined;

export async function graph() {
  const deps = await (started ??= createDeps(loadConfig(process.env)));
  const company = await findCompany(deps.db, deps.config.DEFAULT_COMPANY);
  return createGraph(AGENTS, { turnOf: (config) => turnOf(deps, company, config) });
}

async function turnOf(deps: Deps, company: Ctx['company'], config: LangGraphRunnableConfig): Promise<TurnContext> {
  const thread = String(config.configurable?.['thread_id'] ?? newId('conversation'))
    .replaceAll('-', '')
    .slice(0, 24);
  const actor = { kind: 'guest' as const, id: `gst_${thread}` };
  const ctx: Ctx = { deps, db: deps.db, company, actor, requestId: `studio-${thread}`, now: deps.now() };
  const sessionId = `ses_${thread}`;
  await openConversation(ctx, { conversationId: sessionId, title: 'LangGraph Studio' });
  return {
    ...{
      ctx,
      sessionId,
      turnId: `trn_${String(config.configurable?.['run_id'] ?? '')
        .replaceAll('-', '')
        .slice(0, 24)}`,
    },
    ...{ channel: 'api' as const, attachmentIds: [], saidAt: ctx.now },
    emit: (event) => config.writer?.(event),
  };
}
