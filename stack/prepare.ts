import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allDone } from './all-done.ts';
import { claim } from './claim.ts';
import { areDependenciesFresh, installDependencies } from './dependencies.ts';
import { installMissing, requireObtainable } from './find-or-install.ts';
import type { Steps } from './steps.mjs';

export type Needs = { dependencies: boolean; servers: boolean; browser: boolean };
export type Preparation = { root: string; needs: Needs; env: NodeJS.ProcessEnv; steps: Steps; signal: AbortSignal };

/** Brings what a command needs onto the machine: npm's packages and the servers, side by side. */
export async function prepare({ root, needs, env, steps, signal }: Preparation): Promise<void> {
  // Said at once, not after minutes of downloading.
  if (needs.servers) requireObtainable(env);
  await allDone([
    needs.dependencies && dependencies(),
    needs.servers && installMissing(env, { browser: needs.browser, onStep: steps.run }),
  ]);
  signal.throwIfAborted();

  async function dependencies(): Promise<void> {
    if (areDependenciesFresh(root)) return;
    await steps.run('Dependencies', async (say) => {
      say('npm ci');
      const release = await waitForTurn();
      try {
        if (!areDependenciesFresh(root)) await installDependencies(root, signal);
      } finally {
        release();
      }
    });
  }

  /** Two commands started side by side in a fresh clone must not both write node_modules. */
  async function waitForTurn(): Promise<() => void> {
    for (;;) {
      const turn = claim(join(root, '.runtime', 'npm-ci.json'), { marker: process.argv[1] ?? '', what: 'npm ci' });
      if ('release' in turn) return turn.release;
      await sleep(200, undefined, { signal });
    }
  }
}
