const ATTEMPTS = 10;
/** A deadlock's victim, a lock that was waited for too long, a row that changed meanwhile (MariaDB). */
const RETRYABLE = new Set<unknown>([1213, 1205, 1020]);

/** Runs `work` again when the database made it give way to another writer: one statement, or several that may be repeated. */
export async function retryDeadlocks<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 1.5 ** attempt));
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('errno' in error && RETRYABLE.has(error.errno)) || isRetryable(error.cause);
}
