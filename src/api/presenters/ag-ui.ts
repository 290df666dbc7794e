import { EventType, PROTOCOL_VERSION, type AGUIEvent, type RunFinishedEvent } from '@ag-ui/core';
import type { DraftState, TurnEvent, TurnResult } from '#src/turn.ts';
import { interruptOf } from './interrupt.ts';
import { jsonPatch } from './json-patch.ts';
import { createTurnReader, type Step } from './turn-steps.ts';

/** How the client names the thread and the run; by our ids when it does not. */
export interface RunNames {
  threadId: string;
  runId: string;
}

/** What a client's state holds: the flow that is being filled, and those that wait. */
type DraftOfRun = { draft?: DraftState; waiting: DraftState[] };

const draftOf = ([draft, ...waiting]: readonly DraftState[]): DraftOfRun => ({ ...(draft && { draft }), waiting });
const custom = (name: string, value: unknown): AGUIEvent => ({ type: EventType.CUSTOM, name, value });

/**
 * The projection of one turn's events to AG-UI 1.0, stateful for the length of the turn. The same turn always gives the
 * same events. What the client had of a turn that is restarted counts no more: `CUSTOM restarted` says so, and the caller
 * lets the conversation's messages follow, which take it out of the client's list.
 */
export function createAgUiProjection(names?: RunNames): (event: TurnEvent) => AGUIEvent[] {
  const read = createTurnReader();
  let run: RunNames = { threadId: '', runId: '' };
  let draft: DraftOfRun | undefined;

  function projectDraft(stack: readonly DraftState[]): AGUIEvent[] {
    const before = draft;
    draft = draftOf(stack);
    if (!before) return [{ type: EventType.STATE_SNAPSHOT, snapshot: draft }];
    const delta = jsonPatch({ ...before }, { ...draft });
    // Ours have a value wherever the protocol wants one.
    return delta.length === 0 ? [] : [{ type: EventType.STATE_DELTA, delta } as AGUIEvent];
  }

  function project(step: Step): AGUIEvent[] {
    switch (step.type) {
      case 'turn.started': {
        const { sessionId, turnId } = step;
        run = names ?? { threadId: sessionId, runId: turnId };
        const metadata = { sessionId, turnId };
        return [{ type: EventType.RUN_STARTED, ...run, protocolVersion: PROTOCOL_VERSION, metadata }];
      }
      case 'turn.restarted':
        return [custom('restarted', { attempt: step.attempt })];
      case 'agent.opened':
        return [{ type: EventType.SUBAGENT_STARTED, subagentRunId: step.id, name: step.agent }];
      case 'agent.closed':
        return [agentClosed(step)];
      case 'tool.opened':
        return toolOpened(step);
      case 'tool.closed':
        return [toolClosed(step)];
      case 'text.opened':
        // Not the sub-agent's: what is said to the customer is the assistant's answer.
        return [{ type: EventType.TEXT_MESSAGE_START, messageId: step.id, role: 'assistant', name: step.agent }];
      case 'text':
        return [{ type: EventType.TEXT_MESSAGE_CONTENT, messageId: step.id, delta: step.delta }];
      case 'text.closed':
        return [{ type: EventType.TEXT_MESSAGE_END, messageId: step.id }];
      case 'part':
        return [custom('part', { ...step.part, ...(step.textId !== undefined && { messageId: step.textId }) })];
      case 'draft':
        return projectDraft(step.stack);
      case 'effect':
        return [custom('effect', step.effect)];
      case 'card':
        return [custom('card', step.card)];
      case 'ask':
        return [custom('ask', step.ask)];
      case 'turn.finished':
        return [runFinished(run, step.result)];
      case 'turn.cancelled':
        return [
          { type: EventType.RUN_FINISHED, ...run, outcome: { type: 'cancelled' }, metadata: { cancelledBy: step.by } },
        ];
      case 'turn.failed':
        return [runError(step)];
    }
  }

  return (event) => read(event).flatMap(project);
}

function agentClosed({ id, agent, status }: Extract<Step, { type: 'agent.closed' }>): AGUIEvent {
  if (status !== undefined && status !== 'failed')
    return { type: EventType.SUBAGENT_FINISHED, subagentRunId: id, result: { status } };
  const message = status === undefined ? `${agent} was cut short.` : `${agent} failed.`;
  return { type: EventType.SUBAGENT_ERROR, subagentRunId: id, message, code: status ?? 'cut-short' };
}

const attribution = ({ agentId }: { agentId?: string }) => (agentId === undefined ? {} : { subagentRunId: agentId });

function toolOpened(step: Extract<Step, { type: 'tool.opened' }>): AGUIEvent[] {
  const call = { toolCallId: step.id, ...attribution(step) };
  return [
    { type: EventType.TOOL_CALL_START, ...call, toolCallName: step.verb },
    { type: EventType.TOOL_CALL_ARGS, ...call, delta: JSON.stringify(step.args) },
    { type: EventType.TOOL_CALL_END, ...call },
  ];
}

function toolClosed(step: Extract<Step, { type: 'tool.closed' }>): AGUIEvent {
  const { id, outcome = { ok: false, summary: 'cut short' } } = step;
  const content = JSON.stringify(outcome);
  const call = { messageId: `${id}-result`, toolCallId: id, ...attribution(step) };
  return { type: EventType.TOOL_CALL_RESULT, ...call, content, role: 'tool' };
}

/** The terminal event of a turn that was answered: an interrupt while it leaves a question open. */
function runFinished(run: RunNames, result: TurnResult): RunFinishedEvent {
  const { tokensIn, tokensOut } = result.usage;
  const usage = [{ inputTokens: tokensIn, outputTokens: tokensOut, totalTokens: tokensIn + tokensOut }];
  return {
    type: EventType.RUN_FINISHED,
    ...run,
    result,
    ...outcomeOf(result),
    ...(tokensIn + tokensOut > 0 && { usage }),
  };
}

/** How a run ends that leaves this question open, or none. */
export function outcomeOf({ ask, parts }: Pick<TurnResult, 'ask' | 'parts'>): Pick<RunFinishedEvent, 'outcome'> {
  const interrupt = interruptOf(ask, parts.at(-1)?.text);
  return { outcome: interrupt ? { type: 'interrupt', interrupts: [interrupt] } : { type: 'success' } };
}

/** The terminal event of a turn that failed. */
export function runError({ message, code }: { message: string; code: string }): AGUIEvent {
  return { type: EventType.RUN_ERROR, message, code };
}
