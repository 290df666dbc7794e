type End = () => unknown;

/** Runs work that registers with `atEnd` what it has opened; that is ended afterwards, last first, whatever happened. */
export async function withCleanUp<T>(work: (atEnd: (end: End) => void) => Promise<T>): Promise<T> {
  const ends: End[] = [];
  try {
    return await work((end) => ends.unshift(end));
  } finally {
    for (const end of ends) await end();
  }
}
