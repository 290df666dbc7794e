import { describe, expect, it } from 'vitest';
import { createSessionStore } from './session-store.ts';

function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}
const place = { origin: 'https://chat.example', company: 'nexora' };

describe('the session store', () => {
  it('keeps identity and conversation over a reload of the page', () => {
    const storage = memoryStorage();
    const before = createSessionStore({ storage, ...place });
    before.setIdentity({ token: 't', user: { id: '1', name: 'Asha', email: 'a@example.test' } });
    before.setSessionId('s1');
    const after = createSessionStore({ storage, ...place });
    expect(after.identity()).toEqual({ token: 't', user: { id: '1', name: 'Asha', email: 'a@example.test' } });
    expect(after.sessionId()).toBe('s1');
  });

  it('keeps companies and servers apart', () => {
    const storage = memoryStorage();
    createSessionStore({ storage, ...place }).setSessionId('s1');
    expect(createSessionStore({ storage, ...place, company: 'other' }).sessionId()).toBeUndefined();
    expect(createSessionStore({ storage, ...place, origin: 'https://else.example' }).sessionId()).toBeUndefined();
    expect([...storage.items.keys()]).toEqual(['nexora-chat:nexora@https://chat.example']);
  });

  it('forgets one thing without the other', () => {
    const store = createSessionStore({ storage: memoryStorage(), ...place });
    store.setIdentity({ token: 't' });
    store.setSessionId('s1');
    store.setIdentity(undefined);
    expect(store.sessionId()).toBe('s1');
    store.setSessionId(undefined);
    expect(store.sessionId()).toBeUndefined();
  });

  it('sees what another tab wrote', () => {
    const storage = memoryStorage();
    const one = createSessionStore({ storage, ...place });
    one.setIdentity({ token: 'old' });
    createSessionStore({ storage, ...place }).setIdentity({ token: 'new' });
    expect(one.identity()).toEqual({ token: 'new' });
  });

  it('starts empty from damaged or foreign data', () => {
    const storage = memoryStorage();
    const store = createSessionStore({ storage, ...place });
    for (const raw of ['{', 'null', '[]', '{"identity":{"token":5},"sessionId":7}']) {
      storage.setItem(store.key, raw);
      const fresh = createSessionStore({ storage, ...place });
      expect([fresh.identity(), fresh.sessionId()], raw).toEqual([undefined, undefined]);
    }
  });

  it('works for the life of the page where storage is forbidden or refuses', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    for (const storage of [undefined, { getItem: refuse, setItem: refuse }]) {
      const store = createSessionStore({ storage, ...place });
      store.setSessionId('s1');
      expect(store.sessionId()).toBe('s1');
    }
  });
});
