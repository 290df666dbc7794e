import type { Command, Expecting, SlotValue, UnderstandInput } from '../contract.ts';
import { createLocalMaker } from './local-maker.ts';
import { testGazetteer } from './test-gazetteer.ts';

/** A Wednesday noon in India: 18 November 2026, 12:00. */
export const testNow = new Date('2026-11-18T06:30:00Z');

export const testInput: Omit<UnderstandInput, 'text'> = {
  now: testNow,
  timeZone: 'Asia/Kolkata',
  gazetteer: testGazetteer,
};

/** In the middle of a booking, with this question open. */
export function booking(slot: Expecting['slot'], options?: Expecting['options']): Partial<UnderstandInput> {
  return { activeFlow: 'book_service', expecting: options ? { slot, options } : { slot } };
}

/** In the middle of any flow, with this question open. */
export function during(
  activeFlow: string,
  slot: Expecting['slot'],
  more: Partial<UnderstandInput> & { options?: Expecting['options'] } = {},
): Partial<UnderstandInput> {
  const { options, ...rest } = more;
  return { activeFlow, expecting: options ? { slot, options } : { slot }, ...rest };
}

/** A reader of messages with one trained maker behind it. */
export function createReader(): (text: string, context?: Partial<UnderstandInput>) => Promise<Command[]> {
  const maker = createLocalMaker();
  return async (text, context = {}) => (await maker.understand({ ...testInput, ...context, text })).commands;
}

export function startsOf(commands: Command[]): string[] {
  return commands.flatMap((command) => (command.type === 'start' ? [command.intent] : []));
}

export function valuesOf(commands: Command[]): SlotValue[] {
  return commands.flatMap((command) => (command.type === 'set' ? [command.value] : []));
}
