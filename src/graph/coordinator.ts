import { Command, Send } from '@langchain/langgraph';
import type { Agent } from '#src/agents/contract.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import { draftsOf } from './compose.ts';
import { decide } from './dialogue.ts';
import { noticeResult } from './notices.ts';
import { readResume } from './read-resume.ts';
import type { State, TurnContext } from './state.ts';
import { understandMessage } from './understand-message.ts';

/** So many messages in a row that nobody understood, and a person is asked to help. */
const MOST_MISSES = 3;

/** Understands the message in the light of the dialogue and dispatches its parts. It decides only. */
export function createCoordinator(agents: readonly Agent[]) {
  return async (state: typeof State.State, turn: TurnContext) => {
    const { ctx } = turn;
    // So that readers can tell what this turn changes.
    if (state.stack.length > 0) turn.emit({ type: 'draft', stack: draftsOf(state.stack) });
    const { gazetteer } = await getCatalogue(ctx);
    const resumed = turn.resume && readResume(turn.resume, state.stack.at(-1));
    const read = await understandMessage(ctx, {
      ...{ text: resumed?.text ?? state.text, saidAt: turn.saidAt, stack: state.stack, gazetteer },
    });
    const commands = resumed?.commands ?? read.commands;
    const decision = decide({ stack: state.stack, topic: state.topic, commands, agents, text: state.text });
    const { tasks, notices, stack } = decision;
    const isMiss = tasks.length === 0 && notices.some(({ kind }) => kind === 'not_understood' || kind === 'clarify');
    const misses = isMiss ? state.misses + 1 : 0;
    if (misses >= MOST_MISSES)
      tasks.push({ order: 1, agent: 'handoff', intent: 'talk_to_person', text: state.text, commands: [] });
    ctx.deps.log.debug(
      { turnId: turn.turnId, commands: commands.map((c) => c.type), tasks: tasks.map((t) => t.intent) },
      'understood',
    );
    return new Command({
      update: {
        stack,
        misses: misses >= MOST_MISSES ? 0 : misses,
        read: { intents: read.intents, sentiment: read.sentiment, maker: read.maker },
        results: notices.map((notice) => noticeResult(notice, ctx.company, agents)),
      },
      goto:
        tasks.length > 0 ? tasks.map((task) => new Send(task.agent, { task, sentiment: read.sentiment })) : ['compose'],
    });
  };
}
