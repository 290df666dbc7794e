import { Command, Send } from '@langchain/langgraph';
import type { Agent } from '#src/agents/contract.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import { decide } from './dialogue.ts';
import { noticeResult } from './notices.ts';
import type { State, TurnContext } from './state.ts';

/** Understands the message in the light of the dialogue and dispatches its parts. It decides only. */
export function createCoordinator(agents: readonly Agent[]) {
  return async (state: typeof State.State, turn: TurnContext) => {
    const { ctx } = turn;
    const top = state.stack.at(-1);
    const { gazetteer } = await getCatalogue(ctx);
    const understanding = await ctx.deps.language.understand({
      text: state.text,
      now: ctx.now,
      timeZone: ctx.company.timeZone,
      gazetteer,
      ...(top ? { activeFlow: top.flow } : {}),
      ...(top?.expecting ? { expecting: top.expecting } : {}),
    });
    const { tasks, notices } = decide({
      stack: state.stack,
      topic: state.topic,
      commands: understanding.commands,
      agents,
      text: state.text,
    });
    ctx.deps.log.debug(
      { turnId: turn.turnId, commands: understanding.commands.map((c) => c.type), tasks: tasks.map((t) => t.intent) },
      'understood',
    );
    return new Command({
      update: {
        read: { intents: understanding.intents, maker: understanding.maker },
        results: notices.map((notice) => noticeResult(notice, ctx.company, agents)),
      },
      goto: tasks.length > 0 ? tasks.map((task) => new Send(task.agent, { task })) : ['compose'],
    });
  };
}
