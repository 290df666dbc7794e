import { neutralInfo, type ConversationState } from './conversation-state.ts';
import type { AssistantEntry, Entry, UserEntry } from './transcript.ts';

/** The conversation's state with the few ways in which it changes. Every change makes new objects, so that views can compare. */
export interface ConversationCell {
  readonly state: ConversationState;
  subscribe(listener: (state: ConversationState) => void): () => void;
  set(patch: Partial<ConversationState>): void;
  append(entry: Entry): void;
  insertBefore(id: string, entry: Entry): void;
  insertAfter(id: string, entry: Entry): void;
  remove(id: string): void;
  patchUser(id: string, patch: Pick<UserEntry, 'status'> & Partial<UserEntry>): void;
  patchAssistant(id: string, change: (entry: AssistantEntry) => AssistantEntry): void;
}

export function createConversationCell(): ConversationCell {
  const listeners = new Set<(state: ConversationState) => void>();
  let state: ConversationState = {
    phase: 'idle',
    loadFailed: false,
    link: 'live',
    running: false,
    entries: [],
    sessionId: undefined,
    user: undefined,
    signIn: undefined,
    info: neutralInfo,
    speaker: 'assistant',
    personTypes: false,
    clockOffsetMs: 0,
  };

  function set(patch: Partial<ConversationState>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener(state);
  }

  const indexOf = (id: string) => state.entries.findIndex((each) => each.id === id);

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    append: (entry) => set({ entries: [...state.entries, entry] }),
    insertBefore: (id, entry) => set({ entries: state.entries.toSpliced(indexOf(id), 0, entry) }),
    insertAfter: (id, entry) => set({ entries: state.entries.toSpliced(indexOf(id) + 1, 0, entry) }),
    remove: (id) => set({ entries: state.entries.filter((each) => each.id !== id) }),
    patchUser(id, patch) {
      const change = ({ kind, text, at, request, messageId, edits }: UserEntry): UserEntry => ({
        ...{ kind, id, text, at, request, messageId, edits },
        ...patch,
      });
      set({ entries: state.entries.map((each) => (each.id === id && each.kind === 'user' ? change(each) : each)) });
    },
    patchAssistant(id, change) {
      set({
        entries: state.entries.map((each) => (each.id === id && each.kind === 'assistant' ? change(each) : each)),
      });
    },
  };
}
