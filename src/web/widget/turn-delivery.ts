import type { ApiClient } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';
import type { ConversationCell } from './conversation-cell.ts';
import { backOffMs, followTurn, type FollowTurn } from './follow-turn.ts';
import type { Network } from './network.ts';
import type { PersonFeed } from './person-feed.ts';
import type { SessionStore } from './session-store.ts';
import {
  applyEvent,
  entriesOf,
  openAnswer,
  type MessageRequest,
  type NoticeEntry,
  type UserEntry,
} from './transcript.ts';
import type { TurnResult } from '#src/turn.ts';
import type { History, WireEvent } from './wire.ts';

export interface TurnDeliveryDeps {
  api: ApiClient;
  store: SessionStore;
  network: Network;
  cell: ConversationCell;
  feed: PersonFeed;
  newId(): string;
  now(): Date;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface TurnDelivery {
  /** Sends one queued message and follows its turn to the end; whatever happens is written into the transcript. */
  deliver(entry: UserEntry, signal: AbortSignal): Promise<void>;
  /** Shows the stored conversation and attaches to a turn that still runs. */
  load(signal: AbortSignal): Promise<void>;
  notice(text: string): void;
}

const busyAttempts = 5;
/** Random; `crypto.randomUUID` is there on secure pages only. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
const isGone = (error: unknown) => error instanceof ApiProblem && [403, 404, 410].includes(error.status);

export function createTurnDelivery(deps: TurnDeliveryDeps): TurnDelivery {
  const { api, store, network, cell, feed, newId, wait } = deps;
  const at = () => deps.now().toISOString();
  /** Of the last message that was fetched. */
  let lastSeq = 0;
  const noticeOf = (text: string): NoticeEntry => ({ kind: 'notice', id: newId(), at: at(), text });
  const notice = (text: string) => cell.append(noticeOf(text));

  async function deliver(entry: UserEntry, signal: AbortSignal): Promise<void> {
    const replyId = newId();
    try {
      cell.insertAfter(entry.id, { kind: 'assistant', id: replyId, at: at(), state: 'streaming', blocks: [] });
      const first = await open(entry, signal);
      cell.patchUser(entry.id, { status: 'sent' });
      const { outcome, failure } = await follow(replyId, { first }, signal);
      if (failure) {
        // That turn has ended without an answer: trying again is to set off another.
        cell.patchUser(entry.id, { status: 'sent', request: undefined });
        throw failure;
      }
      // One that was stopped, or that a person answers, may have said nothing.
      if (outcome === 'finished') {
        settle(replyId);
        // Somebody of the team has joined meanwhile, and may have said something already.
        if (cell.state.speaker === 'person' && !feed.isFollowing(signal)) await load(signal);
        return;
      }
      if (!store.sessionId()) throw new ApiProblem(0, 'network', 'The answer was lost on its way.');
      cell.remove(replyId);
      await load(signal);
    } catch (error) {
      if (signal.aborted) return;
      settle(replyId);
      if (entry.edits) await undoEdit(entry, error, signal);
      else fail(entry.id, error);
    }
  }

  /** An edit that was refused leaves everything as it was. */
  async function undoEdit(entry: UserEntry, error: unknown, signal: AbortSignal): Promise<void> {
    cell.remove(entry.id);
    await load(signal);
    notice(error instanceof ApiProblem ? error.message : 'The message could not be changed.');
  }

  async function open(entry: UserEntry, signal: AbortSignal) {
    let request = entry.request ?? newRequest();
    for (let attempt = 1; ; attempt++) {
      cell.patchUser(entry.id, { status: 'sending', request });
      try {
        const { text, edits } = entry;
        if (edits) return await api.edit({ messageId: edits, key: request.key, text }, signal);
        return await api.message({ text, ...request }, signal);
      } catch (error) {
        if (!entry.edits && isGone(error) && (request.sessionId || request === entry.request)) {
          if (store.sessionId() === request.sessionId) forgetSession();
          request = newRequest();
          cell.insertBefore(entry.id, noticeOf('The earlier conversation has ended, so this is a new one.'));
        } else if (error instanceof ApiProblem && error.code === 'session-busy' && attempt <= busyAttempts) {
          await wait(backOffMs(attempt), signal);
        } else throw error;
      }
    }
  }

  function newRequest(): MessageRequest {
    const sessionId = store.sessionId();
    return { key: newKey(), ...(sessionId ? { sessionId } : {}) };
  }

  async function follow(replyId: string, source: Pick<FollowTurn, 'first' | 'turnId'>, signal: AbortSignal) {
    let failure: ApiProblem | undefined;
    const onEvent = (event: WireEvent) => {
      if (event.type === 'RUN_STARTED') {
        store.setSessionId(event.threadId);
        cell.set({ sessionId: event.threadId });
      }
      if (event.type === 'RUN_ERROR') failure = new ApiProblem(500, event.code ?? 'run-error', event.message);
      if (event.type === 'RUN_FINISHED') cell.set({ clockOffsetMs: api.clockOffsetMs() });
      cell.patchAssistant(replyId, (entry) => applyEvent(entry, event));
      if (event.type === 'RUN_FINISHED' && event.result) noteHandoff(event.result, signal);
    };
    const onLink = (link: 'live' | 'reconnecting') => {
      const next = link === 'reconnecting' && !network.isOnline() ? 'offline' : link;
      if (next !== cell.state.link) cell.set({ link: next });
    };
    const outcome = await followTurn({ api, ...source, signal, wait, onLink, onEvent });
    onLink('live');
    offerSignIn();
    return { outcome, failure };
  }

  /** A person was asked for, or is there already: the assistant has said nothing then. */
  function noteHandoff({ sessionId, outcome, effects }: TurnResult, signal: AbortSignal): void {
    if (outcome === 'silent') cell.set({ speaker: 'person' });
    else if (effects.some(({ type }) => type === 'handoff.requested')) {
      cell.set({ speaker: 'waiting' });
      feed.follow(sessionId, lastSeq, signal);
    }
  }

  /** An answer that nothing of was seen leaves no trace; a partial one stays. */
  function settle(replyId: string): void {
    const reply = cell.state.entries.find((entry) => entry.id === replyId);
    if (reply?.kind !== 'assistant') return;
    if (reply.blocks.some((block) => block.text))
      cell.patchAssistant(replyId, (entry) => ({ ...entry, state: 'done' }));
    else cell.remove(replyId);
  }

  function fail(entryId: string, error: unknown): void {
    const problem = error instanceof ApiProblem ? error : undefined;
    if (problem?.code === 'signed-out') {
      store.setIdentity(undefined);
      cell.set({ user: undefined, signIn: { reason: 'expired', busy: false } });
      return cell.patchUser(entryId, { status: 'failed', remedy: 'retry' });
    }
    const unreachable = problem?.status === 0;
    if (unreachable && !network.isOnline()) {
      cell.set({ link: 'offline' });
      return cell.patchUser(entryId, { status: 'queued' });
    }
    const wait = problem?.retryAfterSeconds ? ` Please wait ${Math.ceil(problem.retryAfterSeconds)} s.` : '';
    cell.patchUser(entryId, {
      status: 'failed',
      remedy: problem && [400, 413, 422].includes(problem.status) ? 'edit' : 'retry',
      ...(problem && !unreachable ? { problem: problem.message + wait } : {}),
    });
    if (unreachable || problem?.status === 429) {
      for (const each of cell.state.entries)
        if (each.kind === 'user' && each.status === 'queued')
          cell.patchUser(each.id, { status: 'failed', remedy: 'retry' });
    }
  }

  async function load(signal: AbortSignal): Promise<void> {
    const sessionId = store.sessionId();
    cell.set({ loadFailed: false, sessionId });
    if (!sessionId) return;
    try {
      await show(await api.history(sessionId, signal), signal);
    } catch (error) {
      if (signal.aborted) return;
      if (isGone(error)) return forgetSession();
      const expired = error instanceof ApiProblem && error.code === 'signed-out';
      if (expired) store.setIdentity(undefined);
      cell.set({
        loadFailed: true,
        ...(expired ? { user: undefined, signIn: { reason: 'expired', busy: false } } : {}),
      });
    }
  }

  async function show(history: History, signal: AbortSignal): Promise<void> {
    const unsent = cell.state.entries.filter((entry) => entry.kind === 'user' && entry.status !== 'sent');
    const running = history.running?.turnId;
    const stored = history.messages.filter(
      (message) => message.role === 'user' || !running || message.turnId !== running,
    );
    const { speaker, handoff } = history;
    lastSeq = Math.max(0, ...history.messages.map(({ seq = 0 }) => seq));
    cell.set({
      entries: [...entriesOf(stored), ...unsent],
      clockOffsetMs: api.clockOffsetMs(),
      speaker: speaker === 'person' ? 'person' : handoff === 'waiting' ? 'waiting' : 'assistant',
    });
    if (handoff) feed.follow(history.sessionId, lastSeq, signal);
    if (!running) return offerSignIn();

    const replyId = newId();
    const lastStored = stored.at(-1);
    const reply = {
      kind: 'assistant',
      id: replyId,
      turnId: running,
      at: at(),
      state: 'streaming',
      blocks: [],
    } as const;
    if (lastStored) cell.insertAfter(lastStored.id, { ...reply, blocks: [] });
    else cell.append({ ...reply, blocks: [] });
    const { outcome, failure } = await follow(replyId, { turnId: running }, signal);
    settle(replyId);
    if (failure) notice(failure.message);
    if (outcome === 'finished') return;
    await wait(backOffMs(1), signal);
    await load(signal);
  }

  function forgetSession(): void {
    store.setSessionId(undefined);
    cell.set({ sessionId: undefined });
  }

  function offerSignIn(): void {
    if (openAnswer(cell.state.entries)?.ask?.kind === 'sign_in' && !cell.state.user)
      cell.set({ signIn: { reason: 'ask', busy: false } });
  }

  return { deliver, load, notice };
}
