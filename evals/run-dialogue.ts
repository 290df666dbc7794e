import type { Deps } from '#src/deps.ts';
import type { TurnResult } from '#src/turn.ts';
import { createTestCompany } from '#seeds/test-company.ts';
import { converse } from '#tests/conversation.ts';
import type { Dialogue, Failure } from './dialogue-schema.ts';
import { leftBehind } from './left-behind.ts';
import { localInstant, prepareDialogue } from './prepare-dialogue.ts';

export interface DialogueRun {
  name: string;
  failures: Failure[];
  transcript: { said: string; answered: string; asked: string }[];
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const millisecondsOf = (span: string) => Number(span.slice(0, -1)) * UNITS[span.at(-1) as keyof typeof UNITS];

/** Plays a dialogue with the real assistant, in a company of its own. @param clock what `deps.now` reads */
export async function runDialogue(deps: Deps, dialogue: Dialogue, clock: { now: Date }): Promise<DialogueRun> {
  const company = await createTestCompany(deps.db, {
    providers: dialogue.given.providers,
    catalogue: 'whole',
  });
  clock.now = localInstant(dialogue.now, company);
  const { customer, fill } = await prepareDialogue(deps, company, dialogue, clock.now);
  const guest = { kind: 'guest' as const, id: `gst_${company.company.id.slice(-12)}` };
  const chat = converse(deps, company.company, dialogue.as === 'guest' ? guest : customer);
  const failures: Failure[] = [];
  const transcript: DialogueRun['transcript'] = [];
  for (const [index, turn] of dialogue.turns.entries()) {
    clock.now = new Date(clock.now.getTime() + (index === 0 ? 0 : millisecondsOf(turn.after ?? '30s')));
    chat.now = clock.now;
    if (turn.signIn) await chat.signIn(customer);
    const said = fill(turn.say);
    try {
      const result = await chat.say(said);
      transcript.push({ said, answered: result.text, asked: askedIn(result) });
      failures.push(...wrongIn(turn, result, fill).map((failure) => ({ ...failure, turn: index + 1 })));
    } catch (error) {
      failures.push({ kind: 'error', turn: index + 1, message: String(error) });
      break;
    }
  }
  failures.push(...(await leftBehind(deps.db, company, customer.id, dialogue)));
  return { name: dialogue.name, failures, transcript };
}

/** Whether a statement is in a text: `/…/flags` is a pattern. */
export function says(text: string, statement: string): boolean {
  const pattern = /^\/(.+)\/([a-z]*)$/s.exec(statement);
  if (pattern) return new RegExp(pattern[1] ?? '', pattern[2]).test(text);
  return text.toLowerCase().includes(statement.toLowerCase());
}

/** "choice/booking: Tap Repair | Fan Repair". */
const askedIn = ({ ask }: TurnResult): string =>
  ask ? `${[ask.kind, ask.slot].filter(Boolean).join('/')}: ${ask.options.map(({ label }) => label).join(' | ')}` : '';

function wrongIn(
  turn: Dialogue['turns'][number],
  result: TurnResult,
  fill: (text: string) => string,
): Omit<Failure, 'turn'>[] {
  const wrong: Omit<Failure, 'turn'>[] = [];
  const statement = (message: string) => wrong.push({ kind: 'statement', message });
  for (const text of turn.sees) if (!says(result.text, fill(text))) statement(`does not say "${text}"`);
  for (const text of turn.never) if (says(result.text, fill(text))) statement(`says "${text}"`);
  if (result.parts.some((part) => part.wasCorrected)) statement('had a claim without its receipt taken out');
  if (turn.asks !== undefined) {
    const asked = [result.ask?.kind ?? 'none', result.ask?.slot];
    if (!asked.includes(turn.asks)) statement(`asks ${asked.filter(Boolean).join('/')} and not ${turn.asks}`);
  }
  if (turn.card !== undefined && (result.card?.type ?? 'none') !== turn.card)
    statement(`shows the card ${result.card?.type ?? 'none'} and not ${turn.card}`);
  const effects = result.effects.map((effect) => effect.type);
  if (turn.effects && effects.join() !== turn.effects.join())
    wrong.push({
      kind: 'effect',
      message: `has the receipts [${effects.join(', ')}] and not [${turn.effects.join(', ')}]`,
    });
  return wrong;
}
