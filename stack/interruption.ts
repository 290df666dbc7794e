/**
 * Aborted when this process shall end: Ctrl-C, `kill`, a closed terminal, or the bootstrap that started it is gone.
 * Call once per process. Later signals change nothing: one Ctrl-C often arrives twice, from the terminal and from npm.
 */
export function onInterruption(): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  if (process.channel) {
    process.on('disconnect', end);
    process.channel.unref();
  }
  // A closed terminal or pipe makes every write fail; ending in good order matters more than the words.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return controller.signal;
}
