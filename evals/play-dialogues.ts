import { createLanes, type Lane } from './create-lanes.ts';
import { readDialogues } from './read-dialogues.ts';
import { runDialogue, type DialogueRun } from './run-dialogue.ts';

/** One dialogue, played. */
export interface Played extends DialogueRun {
  file: string;
  patterns: string[];
}

/** At least this share must pass, and none may leave a wrong effect. */
export const LEAST_SHARE = 0.95;

/**
 * Plays the dialogues of a folder with the real graph, each in a company of its own.
 * @param lanes so many at a time, each lane with a clock of its own
 */
export async function playDialogues(
  folder: string,
  { only, lanes = 2 }: { only?: string | undefined; lanes?: number } = {},
): Promise<Played[]> {
  const all = (await readDialogues(folder)).flatMap(({ file, dialogues }) =>
    dialogues.map((dialogue) => ({ file, dialogue })),
  );
  const wanted = all.filter(({ file, dialogue }) => !only || `${file}: ${dialogue.name}`.includes(only));
  const played: (Played | undefined)[] = wanted.map(() => undefined);
  const queue = wanted.entries();
  const play = async ({ deps, clock }: Lane) => {
    for (const [at, { file, dialogue }] of queue)
      played[at] = { file, patterns: dialogue.patterns, ...(await runDialogue(deps, dialogue, clock)) };
  };
  const open = await createLanes(lanes);
  try {
    await Promise.all(open.map(play));
  } finally {
    for (const { deps } of open) await deps.close();
  }
  return played.filter((run) => run !== undefined);
}

export const titleOf = ({ file, name }: Pick<Played, 'file' | 'name'>): string => `${file}: ${name}`;

export const hasWrongEffect = ({ failures }: Pick<Played, 'failures'>): boolean =>
  failures.some(({ kind }) => kind === 'effect' || kind === 'error');

/** Everything that went wrong in one dialogue, for people. */
export function failuresOf(run: Played): string {
  const lines = run.failures.map(
    ({ kind, turn, message }) => `    ${turn ? `turn ${turn}` : 'at the end'} (${kind}): ${message}`,
  );
  return [`✗ ${titleOf(run)}`, ...lines].join('\n');
}

/** How each pattern does: "digression  12 of 13". */
export function summaryOf(runs: readonly Played[]): string {
  const patterns = [...new Set(runs.flatMap((run) => run.patterns))].toSorted();
  const width = Math.max(...patterns.map((pattern) => pattern.length));
  return patterns
    .map((pattern) => {
      const own = runs.filter((run) => run.patterns.includes(pattern));
      const passed = own.filter((run) => run.failures.length === 0).length;
      return `  ${pattern.padEnd(width)}  ${passed} of ${own.length}`;
    })
    .join('\n');
}
