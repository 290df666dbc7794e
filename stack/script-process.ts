import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** Runs a script on this Node with our terminal; resolves to its exit code. */
export function scriptProcess(args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const end = () => child.kill('SIGTERM');
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
