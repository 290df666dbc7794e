import type { Ask, Card, Effect, Part, TurnResult } from '#src/turn.ts';

/** The AG-UI events that the widget reads; every other type on the wire is ignored. */
export type WireEvent =
  | { type: 'RUN_STARTED'; threadId: string; runId: string }
  | { type: 'SUBAGENT_STARTED'; subagentRunId: string; name: string }
  | { type: 'TEXT_MESSAGE_START'; messageId: string }
  | { type: 'TEXT_MESSAGE_CONTENT'; messageId: string; delta: string }
  | { type: 'TEXT_MESSAGE_END'; messageId: string }
  | { type: 'CUSTOM'; name: 'part'; value: Part & { messageId?: string } }
  | { type: 'CUSTOM'; name: 'card'; value: Card }
  | { type: 'CUSTOM'; name: 'ask'; value: Ask }
  | { type: 'CUSTOM'; name: 'effect'; value: Effect }
  /** What came of the turn so far counts no more: it is answered anew. */
  | { type: 'CUSTOM'; name: 'restarted'; value: { attempt: number } }
  | { type: 'RUN_FINISHED'; result?: TurnResult }
  | { type: 'RUN_ERROR'; message: string; code?: string };

export interface User {
  id: string;
  name: string;
  email: string;
}

/** How a company presents its assistant. */
export interface WidgetInfo {
  name: string;
  assistantName: string;
  greeting: string;
  suggestions: string[];
  supportPhone: string;
  supportEmail: string;
  supportHours?: string;
}

export interface HistoryMessage {
  id: string;
  /** `operator`: a person of the company. */
  role: 'user' | 'assistant' | 'operator';
  text: string;
  parts?: Part[];
  card?: Card;
  ask?: Ask;
  /** ISO 8601, UTC. */
  createdAt: string;
  turnId?: string;
  seq?: number;
  /** The reader's own. */
  reaction?: { value: 'up' | 'down' };
}

export interface History {
  sessionId: string;
  messages: HistoryMessage[];
  running?: { turnId: string };
  speaker?: 'assistant' | 'person';
  handoff?: 'waiting' | 'active';
}

/** What happens in a session beside its turns. */
export type SessionEvent =
  | { type: 'speaker'; speaker: 'assistant' | 'person'; handoff: 'waiting' | 'active' | 'none'; lastSeq: number }
  | { type: 'message'; message: HistoryMessage }
  | { type: 'typing'; by: 'customer' | 'person' };

export interface SessionSummary {
  id: string;
  title: string;
  /** ISO 8601, UTC. */
  lastMessageAt: string;
}

const known = new Set([
  'RUN_STARTED',
  'SUBAGENT_STARTED',
  'TEXT_MESSAGE_START',
  'TEXT_MESSAGE_CONTENT',
  'TEXT_MESSAGE_END',
  'RUN_FINISHED',
  'RUN_ERROR',
]);
const customs = new Set(['part', 'card', 'ask', 'effect', 'restarted']);

/** One SSE `data` field as an event; undefined for what the widget does not know or cannot read. */
export function parseWireEvent(data: string): WireEvent | undefined {
  try {
    const event = JSON.parse(data) as { type?: string; name?: string; value?: unknown };
    const readable =
      event.type === 'CUSTOM'
        ? customs.has(event.name ?? '') && typeof event.value === 'object' && event.value !== null
        : known.has(event.type ?? '');
    return readable ? (event as WireEvent) : undefined;
  } catch {
    return undefined;
  }
}

const sessionEvents = new Set(['speaker', 'message', 'typing']);

/** The same for the events of a session. */
export function parseSessionEvent(data: string): SessionEvent | undefined {
  try {
    const event = JSON.parse(data) as { type?: string };
    return sessionEvents.has(event.type ?? '') ? (event as SessionEvent) : undefined;
  } catch {
    return undefined;
  }
}
