import { spawn } from 'node:child_process';
import { PlainError } from './plain-error.ts';

/** npm finishes what it is unpacking before it gives way; its half-made folder is made anew anyway. */
const PATIENCE_MS = 1_500;

export type RunOptions = {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  signal?: AbortSignal | undefined;
  onStart?(pid: number): void;
};

/**
 * Runs a command to its end without a terminal and returns its combined output.
 * It gets its own process group: Ctrl-C does not tear it apart half-way, an abort ends it with all of its children.
 * Throws a PlainError with the end of the output when it fails.
 */
export function runCommand(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    options.signal?.throwIfAborted();
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    let output = '';
    const collect = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-64_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    let last: NodeJS.Timeout | undefined;
    const abort = () => {
      killGroup(child.pid, 'SIGTERM');
      last = setTimeout(() => killGroup(child.pid, 'SIGKILL'), PATIENCE_MS);
    };
    options.signal?.addEventListener('abort', abort);
    child.on('error', (cause) => reject(new PlainError(`${command} could not be started: ${cause.message}`)));
    child.on('close', (code, signal) => {
      options.signal?.removeEventListener('abort', abort);
      clearTimeout(last);
      if (code === 0) return resolve(output);
      const how = signal ? `was ended by ${signal}` : `failed with exit code ${code}`;
      reject(new PlainError(`${[command, ...args].join(' ')} ${how}\n${excerpt(output)}`));
    });
  });
}

/** Some programs name the cause first, others last. */
function excerpt(text: string): string {
  const lines = text.trim().split('\n');
  return lines.length > 40 ? [...lines.slice(0, 15), '…', ...lines.slice(-20)].join('\n') : lines.join('\n');
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
