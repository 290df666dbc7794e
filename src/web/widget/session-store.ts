import type { User } from './wire.ts';

/** Who the browser speaks as: a guest, or a customer when `user` is there. */
export interface Identity {
  token: string;
  user?: User;
}

interface Saved {
  identity?: Identity | undefined;
  sessionId?: string | undefined;
}

export interface SessionStore {
  identity(): Identity | undefined;
  setIdentity(identity: Identity | undefined): void;
  sessionId(): string | undefined;
  setSessionId(sessionId: string | undefined): void;
  /** The storage key, for whoever listens to other tabs' changes. */
  readonly key: string;
}

export interface SessionStoreOptions {
  /** localStorage, or undefined where the page may not use it: the store then lasts as long as the page. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  origin: string;
  company: string;
}

/** Identity and conversation, kept per API origin and company. Reads through, so that tabs of one site share them. */
export function createSessionStore({ storage, origin, company }: SessionStoreOptions): SessionStore {
  const key = `nexora-chat:${company}@${origin}`;
  let memory: Saved = {};

  function load(): Saved {
    try {
      const raw = storage?.getItem(key);
      if (raw) memory = readSaved(JSON.parse(raw));
      else if (storage) memory = {};
    } catch {
      // Blocked or damaged storage: what this page remembers is the best there is.
    }
    return memory;
  }

  function save(change: (saved: Saved) => Saved): void {
    memory = change(load());
    try {
      storage?.setItem(key, JSON.stringify(memory));
    } catch {
      // Full or blocked storage: the conversation then lives until the page is left.
    }
  }

  return {
    key,
    identity: () => load().identity,
    setIdentity: (identity) => save((saved) => ({ ...saved, identity })),
    sessionId: () => load().sessionId,
    setSessionId: (sessionId) => save((saved) => ({ ...saved, sessionId })),
  };
}

function readSaved(value: unknown): Saved {
  const { identity, sessionId } = (value ?? {}) as { identity?: Identity; sessionId?: unknown };
  return {
    ...(typeof identity?.token === 'string' ? { identity } : {}),
    ...(typeof sessionId === 'string' ? { sessionId } : {}),
  };
}
