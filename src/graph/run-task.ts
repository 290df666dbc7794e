import { createHash } from 'node:crypto';
import type { Agent, AgentInput, AgentResult } from '#src/agents/contract.ts';
import { handoffSource, handoffText } from '#src/agents/handoff/agent.ts';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { requestHandoff } from '#src/services/handoffs/request-handoff.ts';
import { summarise } from '#src/services/handoffs/summarise.ts';
import type { Task, TaskResult, TurnContext } from './state.ts';

/** Runs a specialist's part. Its failure is a result like any other, never a failed turn. */
export async function runTask(
  agent: Agent,
  { task, sentiment }: { task: Task; sentiment: number },
  turn: TurnContext,
): Promise<TaskResult> {
  const { ctx, emit } = turn;
  const { order, agent: _name, isWanted, ...input } = task;
  emit({ type: 'agent.started', agent: agent.name });
  let result: TaskResult;
  const call = callsOf(agent.name, turn);
  try {
    const done = await agent.run(ctx, {
      ...input,
      sessionId: turn.sessionId,
      turnId: turn.turnId,
      channel: turn.channel,
      attachmentIds: turn.attachmentIds,
      sentiment,
      call,
    });
    result = { ...(await withPerson(ctx, turn, call, done)), order };
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
  if (isWanted) result.isWanted = true;
  emit({ type: 'agent.finished', agent: agent.name, status: result.status });
  return result;
}

/** After so many answers that did not help, a person is asked. */
const MOST_ATTEMPTS = 3;

/** Asks for a person when the specialist wants one, or does not get on with its question. */
async function withPerson(
  ctx: Ctx,
  { sessionId, turnId }: TurnContext,
  call: AgentInput['call'],
  result: AgentResult,
): Promise<AgentResult> {
  const stuck = result.frame?.attempts === MOST_ATTEMPTS;
  const wish =
    result.handoff ?? (stuck ? { reason: 'not_understood' as const, summary: result.frame?.title ?? '' } : undefined);
  if (!wish) return result;
  const { reason, summary: about } = wish;
  const { handoff, eventId } = await call('request_handoff', { reason }, async (effectKey) => {
    const summary = await summarise(ctx.db, { conversationId: sessionId, about, flow: result.frame ?? undefined });
    return requestHandoff(ctx, { conversationId: sessionId, turnId, effectKey, reason, summary });
  });
  const part = { agent: result.agent, text: handoffText(ctx.company), sources: [handoffSource(handoff)] };
  const effects = eventId ? [{ type: 'handoff.requested' as const, id: handoff.id, number: handoff.id, eventId }] : [];
  return { ...result, parts: [...result.parts, part], effects: [...result.effects, ...effects] };
}

/** A specialist's way to the verbs: seen by readers of the turn; what it writes has a key, the same when the turn is run again. */
function callsOf(agent: string, { turnId, emit }: TurnContext): AgentInput['call'] {
  let count = 0;
  return async (verb, args, run) => {
    const callId = `${turnId}-${agent}-${++count}`;
    const effectKey = createHash('sha256')
      .update(JSON.stringify([turnId, agent, verb, args]))
      .digest('hex');
    emit({ type: 'tool.started', agent, callId, verb, args });
    try {
      const result = await run(effectKey);
      emit({ type: 'tool.finished', agent, callId, ok: true, summary: 'done' });
      return result;
    } catch (error) {
      emit({
        type: 'tool.finished',
        agent,
        callId,
        ok: false,
        summary: error instanceof AppError ? error.code : 'internal',
      });
      throw error;
    }
  };
}
