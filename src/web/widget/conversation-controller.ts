import type { ApiClient } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';
import { createConversationCell } from './conversation-cell.ts';
import type { ConversationState } from './conversation-state.ts';
import { waitOrOnline, type Network } from './network.ts';
import { createPersonFeed } from './person-feed.ts';
import type { SessionStore } from './session-store.ts';
import { openAnswer, type AssistantEntry, type UserEntry } from './transcript.ts';
import { createTurnDelivery } from './turn-delivery.ts';
import type { SessionSummary } from './wire.ts';

export interface ConversationDeps {
  api: ApiClient;
  store: SessionStore;
  network: Network;
  now?: () => Date;
  /** Waits between attempts; tests replace it. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Conversation {
  readonly state: ConversationState;
  subscribe(listener: (state: ConversationState) => void): () => void;
  /** Fetches how the company presents itself and the stored conversation; later calls do nothing. */
  start(): void;
  reload(): void;
  /** Sends the text, after what is already under way. */
  send(text: string): void;
  retry(entryId: string): void;
  /** Takes a message that was not sent out of the transcript, for the composer. */
  takeBack(entryId: string): string | undefined;
  /** Says one of the reader's messages anew, in place of it and what came after it. */
  edit(entryId: string, text: string): Promise<void>;
  /** Gives an answer a thumb, or takes the same back. */
  react(entryId: string, value: 'up' | 'down'): Promise<void>;
  /** The reader writes: a person on the other side is told. */
  typing(): void;
  rename(sessionId: string, title: string): Promise<void>;
  /** Deletes a conversation; from the one on screen to a new one. */
  remove(sessionId: string): Promise<void>;
  requestSignIn(): void;
  dismissSignIn(): void;
  signIn(email: string, password: string): Promise<void>;
  signOut(): void;
  newConversation(): void;
  openSession(sessionId: string): void;
  sessions(): Promise<SessionSummary[]>;
  /** Reads again who is signed in: another tab may have changed it. */
  syncIdentity(): void;
  dispose(): void;
}

const typingEveryMs = 2_000;

/** One conversation as a state machine without a user interface: at most one turn runs, the rest waits in line. */
export function createConversation(deps: ConversationDeps): Conversation {
  const { api, store, network } = deps;
  const now = deps.now ?? (() => new Date());
  const wait = deps.wait ?? ((ms, signal) => waitOrOnline(network, ms, signal));
  const cell = createConversationCell();
  let serial = 0;
  let typedAt = 0;
  const newId = () => `local-${++serial}`;
  const feed = createPersonFeed({ api, cell, wait });
  const delivery = createTurnDelivery({ api, store, network, cell, feed, newId, now, wait });
  let epoch = new AbortController();
  let busy: AbortSignal | undefined;

  const unsubscribe = network.subscribe((online) => {
    cell.set({ link: online ? 'live' : 'offline' });
    if (online && cell.state.loadFailed) reload();
    else if (online) pump();
  });

  async function exclusively(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = epoch;
    busy = signal;
    cell.set({ running: true });
    try {
      await task(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (busy === signal) {
        busy = undefined;
        cell.set({ running: false, phase: 'ready' });
      }
    }
    if (!signal.aborted && cell.state.link !== 'offline') pump();
  }

  function pump(): void {
    if (busy || cell.state.phase === 'idle') return;
    const next = cell.state.entries.find((entry) => entry.kind === 'user' && entry.status === 'queued');
    if (next?.kind === 'user') void exclusively((signal) => delivery.deliver(next, signal));
  }

  /** The server's id of a message that was streamed, which only its history tells. */
  async function messageIdOf(entry: UserEntry | AssistantEntry): Promise<string | undefined> {
    const { sessionId, entries } = cell.state;
    if (entry.messageId || !sessionId) return entry.messageId;
    const answer = entry.kind === 'assistant' ? entry : entries[entries.indexOf(entry) + 1];
    const turnId = answer?.kind === 'assistant' ? answer.turnId : undefined;
    const { messages } = await api.history(sessionId, epoch.signal);
    return messages.find(({ role, turnId: of }) => of === turnId && role === entry.kind)?.id;
  }

  function enqueue(entry: Pick<UserEntry, 'text'> & Partial<UserEntry>): void {
    cell.append({ kind: 'user', id: newId(), at: now().toISOString(), ...entry, status: 'queued' });
    pump();
  }

  /** Leaves the conversation on screen; a turn that runs goes on at the server. */
  function leave(): void {
    epoch.abort();
    epoch = new AbortController();
    busy = undefined;
    const phase = cell.state.phase === 'loading' ? 'ready' : cell.state.phase;
    cell.set({
      phase,
      entries: [],
      signIn: undefined,
      running: false,
      loadFailed: false,
      sessionId: store.sessionId(),
      ...{ speaker: 'assistant', personTypes: false },
    });
  }

  function reload(): void {
    if (!busy) void exclusively(delivery.load);
  }

  function resume(reason: 'ask' | 'menu' | 'expired'): void {
    const ask = openAnswer(cell.state.entries)?.ask;
    if (ask?.kind === 'sign_in' && ask.resumeText) return enqueue({ text: ask.resumeText });
    if (reason !== 'expired') return;
    if (cell.state.loadFailed) return reload();
    const unsent = cell.state.entries.findLast((entry) => entry.kind === 'user' && entry.status === 'failed');
    if (unsent) conversation.retry(unsent.id);
  }

  const conversation: Conversation = {
    get state() {
      return cell.state;
    },
    subscribe: cell.subscribe,
    start() {
      if (cell.state.phase !== 'idle') return;
      cell.set({ phase: 'loading', user: store.identity()?.user });
      api.widget().then(
        (info) => cell.set({ info: { ...cell.state.info, ...info } }),
        () => undefined,
      );
      void exclusively(delivery.load);
    },
    reload,
    send(text) {
      const trimmed = text.trim();
      if (trimmed) enqueue({ text: trimmed });
    },
    retry(entryId) {
      const entry = cell.state.entries.find((each) => each.id === entryId);
      if (entry?.kind !== 'user' || entry.status !== 'failed') return;
      cell.remove(entryId);
      enqueue({ text: entry.text, request: entry.request });
    },
    takeBack(entryId) {
      const entry = cell.state.entries.find((each) => each.id === entryId);
      if (entry?.kind !== 'user' || entry.status !== 'failed') return undefined;
      cell.remove(entryId);
      return entry.text;
    },
    async edit(entryId, text) {
      const entry = cell.state.entries.find((each) => each.id === entryId);
      const trimmed = text.trim();
      if (entry?.kind !== 'user' || !trimmed || busy) return;
      const edits = await messageIdOf(entry).catch(() => undefined);
      const at = cell.state.entries.indexOf(entry);
      if (!edits || at < 0) return delivery.notice('The message could not be changed.');
      cell.set({ entries: cell.state.entries.slice(0, at) });
      enqueue({ text: trimmed, edits });
    },
    async react(entryId, value) {
      const entry = cell.state.entries.find((each) => each.id === entryId);
      if (entry?.kind !== 'assistant') return;
      const before = entry.reaction;
      const next = before === value ? undefined : value;
      cell.patchAssistant(entryId, (each) => ({ ...each, reaction: next }));
      try {
        const messageId = await messageIdOf(entry);
        if (!messageId) throw new Error('The message is not known.');
        cell.patchAssistant(entryId, (each) => ({ ...each, messageId }));
        await api.react(messageId, next);
      } catch {
        cell.patchAssistant(entryId, (each) => ({ ...each, reaction: before }));
      }
    },
    typing() {
      const { sessionId, speaker } = cell.state;
      if (speaker !== 'person' || !sessionId || Date.now() - typedAt < typingEveryMs) return;
      typedAt = Date.now();
      api.typing(sessionId).catch(() => undefined);
    },
    rename: (sessionId, title) => api.rename(sessionId, title),
    async remove(sessionId) {
      await api.remove(sessionId);
      if (sessionId === store.sessionId()) conversation.newConversation();
    },
    requestSignIn() {
      cell.set({ signIn: cell.state.signIn ?? { reason: 'menu', busy: false } });
    },
    dismissSignIn() {
      cell.set({ signIn: undefined });
    },
    async signIn(email, password) {
      const reason = cell.state.signIn?.reason ?? 'menu';
      cell.set({ signIn: { reason, busy: true } });
      try {
        const user = await api.login(email, password);
        cell.set({ user, signIn: undefined });
        delivery.notice(`Signed in as ${user.name}`);
      } catch (error) {
        const message = error instanceof ApiProblem ? error.message : 'Signing in did not work. Please try again.';
        return cell.set({ signIn: { reason, busy: false, error: message } });
      }
      resume(reason);
    },
    signOut() {
      store.setIdentity(undefined);
      store.setSessionId(undefined);
      leave();
      cell.set({ user: undefined });
      delivery.notice('You are signed out.');
    },
    newConversation() {
      store.setSessionId(undefined);
      leave();
    },
    openSession(sessionId) {
      store.setSessionId(sessionId);
      leave();
      void exclusively(delivery.load);
    },
    sessions: () => api.sessions(),
    syncIdentity() {
      const user = store.identity()?.user;
      if (user?.id !== cell.state.user?.id) cell.set({ user });
    },
    dispose() {
      unsubscribe();
      epoch.abort();
    },
  };
  return conversation;
}
