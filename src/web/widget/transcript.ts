import type { Ask, Card, Source, TurnResult } from '#src/turn.ts';
import type { HistoryMessage, WireEvent } from './wire.ts';

export interface UserEntry {
  kind: 'user';
  id: string;
  text: string;
  /** ISO 8601, UTC. */
  at: string;
  status: 'queued' | 'sending' | 'sent' | 'failed';
  /** Why it failed, as a sentence; absent when it simply could not be sent. */
  problem?: string;
  /** `edit`: sending the same text again would fail again. */
  remedy?: 'retry' | 'edit';
  /** As the server knows it. */
  messageId?: string | undefined;
  /** The server's message that this one is in place of. */
  edits?: string | undefined;
  /** As what it was sent. It may have arrived although the answer was lost: sent again as the same, it counts once. */
  request?: MessageRequest | undefined;
}

export interface MessageRequest {
  key: string;
  sessionId?: string;
}

export interface Block {
  id: string;
  text: string;
  sources: Source[];
}

export interface AssistantEntry {
  kind: 'assistant';
  id: string;
  turnId?: string;
  /** As the server knows it. */
  messageId?: string;
  /** A person of the company, in place of the assistant. */
  isPerson?: boolean;
  /** The reader's thumb. */
  reaction?: 'up' | 'down' | undefined;
  at: string;
  state: 'streaming' | 'done';
  /** The agent at work. */
  agent?: string;
  /** Text is arriving at this moment, as opposed to being thought about. */
  writing?: boolean;
  blocks: Block[];
  card?: Card;
  ask?: Ask;
}

export interface NoticeEntry {
  kind: 'notice';
  id: string;
  at: string;
  text: string;
}

export type Entry = UserEntry | AssistantEntry | NoticeEntry;

/** The assistant's entry after one more event of its turn. */
export function applyEvent(entry: AssistantEntry, event: WireEvent): AssistantEntry {
  switch (event.type) {
    case 'RUN_STARTED':
      return { ...entry, turnId: event.runId };
    case 'SUBAGENT_STARTED':
      return { ...entry, agent: event.name };
    case 'TEXT_MESSAGE_START':
      return { ...withBlock(entry, event.messageId, (block) => block), writing: true };
    case 'TEXT_MESSAGE_END':
      return { ...entry, writing: false };
    case 'TEXT_MESSAGE_CONTENT':
      return withBlock(entry, event.messageId, (block) => ({ ...block, text: block.text + event.delta }));
    case 'CUSTOM':
      return applyCustom(entry, event);
    case 'RUN_FINISHED':
      return finish(entry, event.result);
    case 'RUN_ERROR':
      return { ...entry, state: 'done' };
    default:
      return entry;
  }
}

function applyCustom(entry: AssistantEntry, event: WireEvent & { type: 'CUSTOM' }): AssistantEntry {
  if (event.name === 'card') return { ...entry, card: event.value };
  if (event.name === 'ask') return { ...entry, ask: event.value };
  if (event.name === 'effect') return entry;
  if (event.name === 'restarted') return anew(entry);
  const { messageId = `part-${entry.blocks.length}`, text, sources } = event.value;
  return withBlock(entry, messageId, (block) => ({ ...block, text: text || block.text, sources: sources ?? [] }));
}

/** As it was before anything of the turn came. */
function anew({ kind, id, at, state, turnId }: AssistantEntry): AssistantEntry {
  return { kind, id, at, state, ...(turnId !== undefined && { turnId }), blocks: [] };
}

function withBlock(entry: AssistantEntry, id: string, change: (block: Block) => Block): AssistantEntry {
  const at = entry.blocks.findIndex((block) => block.id === id);
  const blocks =
    at < 0
      ? [...entry.blocks, change({ id, text: '', sources: [] })]
      : entry.blocks.map((block, index) => (index === at ? change(block) : block));
  return { ...entry, blocks };
}

/** The result is the authority: what was streamed is replaced by it, keeping ids so that nothing jumps on screen. */
function finish(entry: AssistantEntry, result: TurnResult | undefined): AssistantEntry {
  const done: AssistantEntry = { ...entry, state: 'done' };
  if (!result) return done;
  const parts = result.parts.length ? result.parts : result.text ? [{ text: result.text, sources: [] }] : [];
  const blocks = parts.map((part, index) => ({
    id: entry.blocks[index]?.id ?? `part-${index}`,
    text: part.text,
    sources: part.sources,
  }));
  return {
    ...done,
    turnId: result.turnId,
    blocks: blocks.length ? blocks : entry.blocks,
    ...(result.card ? { card: result.card } : {}),
    ...(result.ask ? { ask: result.ask } : {}),
  };
}

/** Entries of a stored conversation, oldest first. */
export const entriesOf = (messages: readonly HistoryMessage[]): Entry[] => messages.map(entryOf);

export function entryOf(message: HistoryMessage): Entry {
  const { id, turnId, createdAt: at, text, role, card, ask, reaction } = message;
  if (role === 'user') return { kind: 'user', id, messageId: id, text, at, status: 'sent' };
  const parts = message.parts?.length ? message.parts : [{ text, sources: [] }];
  const blocks = parts.map((part, index) => ({ id: `${id}-${index}`, text: part.text, sources: part.sources }));
  return {
    ...{ kind: 'assistant', id, messageId: id, at, state: 'done', blocks },
    ...(turnId ? { turnId } : {}),
    ...(role === 'operator' ? { isPerson: true } : {}),
    ...(reaction ? { reaction: reaction.value } : {}),
    ...(card ? { card } : {}),
    ...(ask ? { ask } : {}),
  };
}

/** The answer whose question, card and quick replies can still be acted on: the last one, if nobody spoke after it. */
export function openAnswer(entries: readonly Entry[]): AssistantEntry | undefined {
  const last = entries.findLast((entry) => entry.kind !== 'notice');
  return last?.kind === 'assistant' && last.state === 'done' ? last : undefined;
}
