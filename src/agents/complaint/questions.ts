import { COMPLAINT_CATEGORIES } from '#src/db/schema/complaints.ts';
import type { Expecting } from '#src/language/contract.ts';
import type { AskOption } from '#src/turn.ts';
import type { Prompt } from '../contract.ts';
import { CATEGORIES } from './words.ts';

/** A question with what it expects: the two always travel together. */
export interface Question {
  prompt: Prompt;
  expecting: Expecting;
}

export interface Choice {
  value: string;
  label: string;
}

export function ask(slot: Expecting['slot'], text: string, choices: Choice[] = [], reminder?: string): Question {
  const options = choices.map(({ label }): AskOption => ({ label, text: label }));
  return {
    prompt: {
      text,
      ...(reminder && { reminder }),
      ask: { kind: choices.length > 0 ? 'choice' : 'slot', slot, options },
    },
    expecting: { slot, ...(choices.length > 0 && { options: choices }) },
  };
}

export const askDetails = (): Question =>
  ask('details', 'What happened? Tell me in your own words, and which visit it was if you can.', [], 'what happened?');

export const askBooking = (bookings: Choice[]): Question =>
  ask(
    'booking',
    'Which visit is it about?',
    [...bookings, { value: 'booking:none', label: 'None of these' }],
    'which visit is it about?',
  );

export const askCategory = (): Question =>
  ask(
    'category',
    'What is it mostly about?',
    COMPLAINT_CATEGORIES.map((value) => ({ value: `category:${value}`, label: CATEGORIES[value] })),
  );

export const askInto = (number: string): Question =>
  ask('choice', `You have an open complaint about this visit already, ${number}. Shall I add this to it?`, [
    { value: 'into:open', label: `Add it to ${number}` },
    { value: 'into:new', label: 'Make it a new complaint' },
  ]);

export const askWhichComplaint = (text: string, complaints: Choice[]): Question =>
  ask('complaint', text, complaints, 'which complaint do you mean?');

export const askPhotos = (): Question => ({
  prompt: {
    text: 'If you have photos or a bill, add them now with the paper clip. Or say “skip”.',
    reminder: 'you can add photos or a bill, or say “skip”.',
    ask: { kind: 'slot', slot: 'attachment', options: [{ label: 'Skip', text: 'Skip' }] },
  },
  expecting: { slot: 'attachment' },
});

/** When somebody says that they have a picture, and none has come. */
export const askPhotosAgain = (): Question => {
  const { prompt, expecting } = askPhotos();
  return {
    prompt: { ...prompt, text: 'No file has arrived yet. Add it with the paper clip, or say “skip”.' },
    expecting,
  };
};

export const askAddition = (number: string): Question =>
  ask('details', `What shall I add to complaint ${number}?`, [], `what shall I add to complaint ${number}?`);

export const askWhatToChange = (): Question =>
  ask('choice', 'What shall I change?', [
    { value: 'change:details', label: 'What happened' },
    { value: 'change:booking', label: 'The visit' },
    { value: 'change:category', label: 'The kind of complaint' },
    { value: 'drop:', label: 'Do not raise it' },
  ]);

/** Asks to sign in; what was said is kept meanwhile. */
export const askToSignIn = (text: string): Question => ({
  prompt: { text, ask: { kind: 'sign_in', options: [], resumeText: 'Yes, go ahead' } },
  expecting: { slot: 'confirm' },
});
