import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * All checks that need neither network nor database, two at a time; prints what failed, and how long each took.
 * The order puts the long ones first.
 */
const bin = (name: string) => join(import.meta.dirname, '../node_modules/.bin', name);
const CHECKS: Record<string, string[]> = {
  'unit tests': [bin('vitest'), 'run', '--project', 'unit', '--reporter=dot'],
  types: [bin('tsc'), '--noEmit', '-p', '.'],
  floors: [bin('depcruise'), '--no-progress', 'src', 'seeds', 'stack', 'tests', 'scripts', 'bench', 'evals'],
  'dead code': [bin('knip'), '--no-progress'],
  lint: [bin('oxlint'), '--deny-warnings'],
  format: [bin('oxfmt'), '--check', '.'],
  'generated pages': [process.execPath, 'scripts/generate.ts', '--check'],
  documents: [process.execPath, 'scripts/check-docs.ts'],
};

const queue = Object.entries(CHECKS);
let failures = 0;
await Promise.all(Array.from({ length: 2 }, work));
if (failures > 0) console.error(`\n${failures} of ${Object.keys(CHECKS).length} checks failed`);
process.exitCode = failures > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, [command = '', ...args]] = next;
    const startedAt = performance.now();
    const { code, output } = await run(command, args);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (code === 0) continue;
    failures += 1;
    console.error(output.trim());
  }
}

function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
