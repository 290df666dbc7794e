import { parseArgs } from 'node:util';
import { failuresOf, hasWrongEffect, LEAST_SHARE, playDialogues, summaryOf, titleOf } from './play-dialogues.ts';

/**
 * `npm run evals -- [--task dialogues] [--folder path] [--only words] [--verbose]`: plays the dialogues with the real graph in a fresh
 * company each, and names every failure. Exits with 1 below 95 % or after any wrong effect.
 */
const { values: options } = parseArgs({
  options: {
    task: { type: 'string', default: 'dialogues' },
    folder: { type: 'string', default: 'evals/dialogues' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
if (options.task !== 'dialogues') throw new Error(`There is no task "${options.task}"; there is: dialogues.`);
const runs = await playDialogues(options.folder, { only: options.only });
for (const run of runs) {
  if (run.failures.length === 0 && !options.verbose) continue;
  console.log(run.failures.length > 0 ? failuresOf(run) : `✓ ${titleOf(run)}`);
  for (const { said, answered, asked } of run.transcript)
    console.log(
      `      > ${said}\n        ${answered.replaceAll('\n', '\n        ')}${asked && `\n        [${asked}]`}`,
    );
}
const passed = runs.filter((run) => run.failures.length === 0).length;
const wrongEffects = runs.filter(hasWrongEffect).length;
const share = runs.length === 0 ? 0 : passed / runs.length;
console.log(`\n${summaryOf(runs)}`);
console.log(
  `\n${passed} of ${runs.length} dialogues pass (${(100 * share).toFixed(1)} %), ${wrongEffects} with a wrong effect.`,
);
process.exitCode = share >= LEAST_SHARE && wrongEffects === 0 ? 0 : 1;
