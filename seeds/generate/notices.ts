import type { Ask } from '#src/turn.ts';
import * as words from '../data/dialogues.ts';
import { notice, option, type Exchange } from './exchange.ts';
import type { Random } from './random.ts';
import type { CompanyRow } from './rows.ts';

/** What the assistant says without looking anything up, in the company's name. */
export function createNotices({ persona }: CompanyRow) {
  const starters: Ask = { kind: 'clarify', options: persona.suggestions.map((text) => option(text)) };
  const contact = `${persona.supportPhone} or ${persona.supportEmail} (${persona.supportHours})`;
  const say =
    (user: readonly string[], name: string, text: string, ask?: Ask) =>
    (random: Random): Exchange =>
      notice(random, random.pick(user), name, text, ask);
  return {
    greeting: say(words.GREETINGS, 'greet', persona.greeting, starters),
    thanks: say(words.THANKS, 'thanks', 'You are welcome.'),
    goodbye: say(words.GOODBYES, 'bye', 'Goodbye, and take care. Your conversation stays here if you come back.'),
    help: say(
      words.HELP_QUESTIONS,
      'help',
      [
        'Here is what I can do:',
        '• Books a home service and tells about your bookings.',
        '• Tells what we do, what is included, what it costs and where.',
        '• Answers questions about rules: refunds, warranty, payment, safety.',
      ].join('\n'),
      starters,
    ),
    person: say(words.PERSON_REQUESTS, 'handoff', `You can reach a person at ${contact}.`),
    outOfScope: say(
      words.OUT_OF_SCOPE,
      'out_of_scope',
      `That is something I cannot do in this chat. Our team can tell you more: ${contact}.`,
    ),
    dropped: say(words.DROPS, 'cancel', 'Okay, I have dropped this. Nothing has been booked.'),
  };
}

export type Notices = ReturnType<typeof createNotices>;
