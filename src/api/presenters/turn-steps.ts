import type { Part, TurnEvent } from '#src/turn.ts';

type Event<T extends TurnEvent['type']> = Extract<TurnEvent, { type: T }>;

/**
 * What happens in a turn as every wire format tells it: whatever opens has an id that no other of the turn has, and is
 * closed before a restart and before the end.
 */
export type Step =
  | Event<'turn.started' | 'turn.restarted' | 'draft' | 'effect' | 'card' | 'ask'>
  | { type: 'agent.opened'; id: string; agent: string }
  /** Without a status it was cut short. */
  | { type: 'agent.closed'; id: string; agent: string; status?: string }
  | { type: 'tool.opened'; id: string; agentId?: string; verb: string; args: Record<string, unknown> }
  /** Without an outcome it was cut short: whether it did something is not known. */
  | { type: 'tool.closed'; id: string; agentId?: string; outcome?: { ok: boolean; summary: string } }
  | { type: 'text.opened'; id: string; agent: string }
  | { type: 'text'; id: string; delta: string }
  | { type: 'text.closed'; id: string }
  /** `textId` names the text that has told it. */
  | { type: 'part'; part: Part; textId?: string }
  | Event<'turn.finished' | 'turn.cancelled' | 'turn.failed'>;

interface OpenTool {
  id: string;
  agentId?: string;
}

/**
 * Reads one turn's events into steps, from the first one on: the same events always give the same steps. An agent that
 * works twice at once, a call's id that comes again and an event that closes what is not open do no harm.
 */
export function createTurnReader(): (event: TurnEvent) => Step[] {
  let turnId = '';
  let texts = 0;
  let agents = 0;
  /** Agent → its open text. */
  const openTexts = new Map<string, string>();
  /** In the order in which they began. */
  const openAgents: { id: string; agent: string }[] = [];
  const openTools = new Map<string, OpenTool[]>();
  /** How often a call's id was used. */
  const calls = new Map<string, number>();

  function text(agent: string, delta: string): Step[] {
    if (delta === '') return [];
    const known = openTexts.get(agent);
    const id = known ?? `${turnId}-${++texts}`;
    openTexts.set(agent, id);
    return [...(known ? [] : [{ type: 'text.opened' as const, id, agent }]), { type: 'text', id, delta }];
  }

  function closeText(agent: string): Step[] {
    const id = openTexts.get(agent);
    openTexts.delete(agent);
    return id === undefined ? [] : [{ type: 'text.closed', id }];
  }

  function openAgent(agent: string): Step[] {
    const id = `${turnId}-${agent}-${++agents}`;
    openAgents.push({ id, agent });
    return [{ type: 'agent.opened', id, agent }];
  }

  function closeAgent({ agent, status }: Event<'agent.finished'>): Step[] {
    const index = openAgents.findIndex((open) => open.agent === agent);
    return openAgents.splice(index, index < 0 ? 0 : 1).map((open) => ({ type: 'agent.closed', ...open, status }));
  }

  function openTool({ agent, callId, verb, args }: Event<'tool.started'>): Step[] {
    const times = (calls.get(callId) ?? 0) + 1;
    calls.set(callId, times);
    const agentId = openAgents.findLast((open) => open.agent === agent)?.id;
    const tool = { id: times === 1 ? callId : `${callId}~${times}`, ...(agentId !== undefined && { agentId }) };
    openTools.set(callId, [...(openTools.get(callId) ?? []), tool]);
    return [{ type: 'tool.opened', ...tool, verb, args }];
  }

  function closeTool({ callId, ok, summary }: Event<'tool.finished'>): Step[] {
    const tool = openTools.get(callId)?.shift();
    return tool ? [{ type: 'tool.closed', ...tool, outcome: { ok, summary } }] : [];
  }

  /** A part that was not told in pieces still has to be readable where there are texts only. */
  function part(part: Part): Step[] {
    const opening = openTexts.has(part.agent) ? [] : text(part.agent, part.text);
    const textId = openTexts.get(part.agent);
    return [...opening, ...closeText(part.agent), { type: 'part', part, ...(textId !== undefined && { textId }) }];
  }

  function closeAll(): Step[] {
    const tools = [...openTools.values()].flat();
    openTools.clear();
    return [
      ...[...openTexts.keys()].flatMap(closeText),
      ...tools.map((tool): Step => ({ type: 'tool.closed', ...tool })),
      ...openAgents.splice(0).map((open): Step => ({ type: 'agent.closed', ...open })),
    ];
  }

  return function read(event) {
    switch (event.type) {
      case 'turn.started':
        ({ turnId } = event);
        return [event];
      case 'agent.started':
        return openAgent(event.agent);
      case 'agent.finished':
        return closeAgent(event);
      case 'tool.started':
        return openTool(event);
      case 'tool.finished':
        return closeTool(event);
      case 'text.delta':
        return text(event.agent, event.text);
      case 'part':
        return part(event.part);
      case 'draft':
      case 'effect':
      case 'card':
      case 'ask':
        return [event];
      case 'turn.restarted':
      case 'turn.finished':
      case 'turn.cancelled':
      case 'turn.failed':
        return [...closeAll(), event];
    }
  };
}
