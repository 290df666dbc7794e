import type { Agent } from '#src/agents/contract.ts';
import type { Task, TaskResult, TurnContext } from './state.ts';

/** Runs a specialist's part. Its failure is a result like any other, never a failed turn. */
export async function runTask(agent: Agent, task: Task, turn: TurnContext): Promise<TaskResult> {
  const { ctx, emit } = turn;
  const { order, agent: _name, ...input } = task;
  emit({ type: 'agent.started', agent: agent.name });
  let result: TaskResult;
  try {
    const done = await agent.run(ctx, {
      ...input,
      sessionId: turn.sessionId,
      turnId: turn.turnId,
      channel: turn.channel,
    });
    result = { ...done, order };
  } catch (error) {
    ctx.deps.log.error({ err: error, agent: agent.name, turnId: turn.turnId }, 'agent failed');
    result = {
      order,
      agent: agent.name,
      status: 'failed',
      parts: [
        {
          agent: agent.name,
          text: 'I could not finish this just now. Nothing is lost: please try once more in a moment.',
          sources: [],
        },
      ],
      effects: [],
    };
  }
  if (task.frame) result.frameId = task.frame.id;
  emit({ type: 'agent.finished', agent: agent.name, status: result.status });
  return result;
}
