import type { Command, Expecting, SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { hintBooking, nameServices, type Hints } from '../../booking-hints.ts';
import { applyTime, applyTimeChoice } from '../time-wish.ts';
import { lookAnew, type MoveDraft } from './draft.ts';

export interface Applied {
  affirmed: boolean;
  denied: boolean;
  dropped: boolean;
  /** Another time, without saying which. */
  change: boolean;
  /** "What slots do you have?" */
  asksForHours: boolean;
  /** What the message says about which booking. */
  hints: Hints;
  /** Whether anything in the message helped. */
  understood: boolean;
}

interface Said {
  commands: readonly Command[];
  expecting: Expecting | undefined;
  isOpen: boolean;
}

/** Writes which booking and which new time a message names into the draft, in the order it was said. */
export function applyCommands(catalogue: Catalogue, draft: MoveDraft, notes: string[], said: Said): Applied {
  const { commands, expecting, isOpen } = said;
  const hints: Hints = {};
  const applied: Applied = {
    ...{ affirmed: false, denied: false, dropped: false, change: false, asksForHours: false },
    ...{ hints, understood: false },
  };
  let changed = false;
  for (const command of commands) {
    if (command.type === 'set')
      changed = applyValue(catalogue, draft, hints, notes, command.value, expecting) || changed;
    else if (command.type === 'choose') changed = applyChoice(draft, command.value, applied) || changed;
    else if (command.type === 'affirm') {
      // "Yes" to a list of choices picks nothing; "yes" to a single one picks it.
      const only = expecting?.options?.length === 1 ? expecting.options[0] : undefined;
      if (only) changed = applyChoice(draft, only.value, applied) || changed;
      else applied.affirmed = true;
    } else if (command.type === 'deny') applied.denied = true;
    else if (command.type === 'cancel') applied.dropped = true;
    else if (command.type === 'change') applied.change = true;
    else if (command.type === 'skip') notes.push('I need the new time to move it.');
    else if (command.type === 'start') applied.understood = true;
  }
  const { services, ...others } = hints;
  if (Object.keys(others).length > 0) {
    // "The evening one" among those of the plumber.
    const before = expecting?.slot === 'booking' && draft.bookingId === undefined ? draft.hints : {};
    lookAnew(draft, { ...before, ...hints });
  } else if (services) draft.hints = { ...draft.hints, services };
  const isNamed = Object.keys(hints).length > 0;
  if (changed || isNamed) applied.affirmed = applied.denied = false;
  applied.asksForHours =
    isOpen && !changed && !isNamed && commands.some(({ type }) => type === 'start') && expecting?.slot !== 'confirm';
  const answered = (applied.affirmed || applied.denied) && expecting?.slot === 'confirm';
  const refused = applied.denied && expecting?.slot === 'booking';
  applied.understood ||=
    changed ||
    isNamed ||
    answered ||
    refused ||
    applied.dropped ||
    applied.change ||
    commands.some(({ type }) => type === 'skip');
  return applied;
}

/** @returns whether it was a time */
function applyValue(
  catalogue: Catalogue,
  draft: MoveDraft,
  hints: Hints,
  notes: string[],
  value: SlotValue,
  expecting: Expecting | undefined,
): boolean {
  const asksWhich = expecting?.slot === 'booking' && draft.bookingId === undefined;
  switch (value.slot) {
    case 'booking':
      hintBooking(hints, value);
      return false;
    case 'service':
      hints.services = nameServices(catalogue, hints.services, value.candidates);
      return false;
    case 'date':
    case 'hour':
      if (asksWhich && value.slot === 'date') hints.on = value.value;
      else if (asksWhich && value.slot === 'hour')
        hints.hours = value.part
          ? { from: value.part.from - 1, to: value.part.to + 1 }
          : { from: value.hour, to: value.hour + 1 };
      else {
        applyTime(draft, value, notes);
        if (value.slot === 'date' && draft.isSameHour) delete draft.hour;
        delete draft.isSameHour;
        return true;
      }
      return false;
    default:
      return false;
  }
}

/** A picked option; its value says what it stands for: `booking:ID`, `time:2026-11-21T17`, `change:hour` … */
function applyChoice(draft: MoveDraft, value: string, applied: Applied): boolean {
  const kind = value.slice(0, value.indexOf(':'));
  const rest = value.slice(kind.length + 1);
  if (kind === 'booking') {
    draft.hints = {};
    draft.bookingId = rest;
    return true;
  }
  if (kind === 'keep') {
    applied.dropped = true;
    return true;
  }
  const isTime = applyTimeChoice(draft, kind, rest);
  if (isTime && draft.isSameHour && kind === 'date') delete draft.hour;
  if (isTime) delete draft.isSameHour;
  return isTime;
}
