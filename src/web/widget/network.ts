export interface Network {
  isOnline(): boolean;
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (online: boolean) => void): () => void;
}

/** The browser's own idea of whether there is a network. */
export function createBrowserNetwork(target: Window): Network {
  return {
    isOnline: () => target.navigator.onLine,
    subscribe(listener) {
      const online = () => listener(true);
      const offline = () => listener(false);
      target.addEventListener('online', online);
      target.addEventListener('offline', offline);
      return () => {
        target.removeEventListener('online', online);
        target.removeEventListener('offline', offline);
      };
    },
  };
}

/** Resolves after `ms`, or at once when the network comes back; rejects when aborted. */
export function waitOrOnline(network: Network, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = () => end(() => reject(signal.reason as Error))();
    const timer = setTimeout(end(resolve), ms);
    const unsubscribe = network.subscribe((online) => {
      if (online) end(resolve)();
    });
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
