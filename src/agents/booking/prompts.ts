import type { AskOption } from '#src/turn.ts';
import type { Expecting } from '#src/language/contract.ts';
import type { Prompt } from '../contract.ts';

/** A question with what it expects: the two always travel together. */
export interface Question {
  prompt: Prompt;
  expecting: Expecting;
}

interface Choice {
  value: string;
  label: string;
}

/** Asks for one slot; `choices` become buttons and may be answered by number, name or button. */
export function askSlot(slot: Expecting['slot'], text: string, choices: Choice[] = []): Question {
  return {
    prompt: {
      text,
      ask: {
        kind: choices.length > 0 ? 'choice' : 'slot',
        slot,
        options: choices.map((choice): AskOption => ({ label: choice.label, text: choice.label })),
      },
    },
    expecting: { slot, ...(choices.length > 0 ? { options: choices } : {}) },
  };
}

export const CONFIRM_ACTIONS: AskOption[] = [
  { label: 'Confirm', text: 'Yes, confirm' },
  { label: 'Change', text: 'I want to change something' },
  { label: 'Cancel', text: 'Never mind' },
];

export const askWhatToChange = (): Question =>
  askSlot('choice', 'What would you like to change?', [
    { value: 'change:hour', label: 'Date and time' },
    { value: 'change:address', label: 'Address' },
    { value: 'change:quantity', label: 'Quantity' },
    { value: 'change:service', label: 'Service' },
  ]);
