import type { Command, Expecting, SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { hintBooking, nameServices, type Hints, type NamedServices } from '../booking-hints.ts';
import { lookAnew, type Draft } from './draft.ts';
import { isBecause, keepsIt, reasonOf, saysExcept, saysOnly, whichOf } from './words.ts';

export interface Applied {
  affirmed: boolean;
  denied: boolean;
  dropped: boolean;
  skipped: boolean;
  /** Wants something else than what was shown, without saying what. */
  change: boolean;
  /** Services that were named while the booking is known: perhaps a part of it. */
  services?: NamedServices;
  /** So many of an item, and not all of them. */
  quantity?: number;
  /** What the message says about which booking. */
  hints: Hints;
  /** Whether anything in the message helped. */
  understood: boolean;
}

/** Writes what a message says into the draft, in the order it was said. */
export function applyCommands(
  catalogue: Catalogue,
  draft: Draft,
  { commands, text, expecting }: { commands: readonly Command[]; text: string; expecting: Expecting | undefined },
): Applied {
  const hints: Hints = {};
  let hasChosen = false;
  const applied: Applied = {
    ...{ affirmed: false, denied: false, dropped: false, skipped: false, change: false },
    ...{ hints, understood: false },
  };
  const own = withoutNoise(commands, text);
  for (const command of own) {
    if (command.type === 'set') {
      if (command.value.slot === 'quantity') applied.quantity = command.value.value;
      applied.understood = applyValue(catalogue, draft, hints, command.value) || applied.understood;
    } else if (command.type === 'choose') hasChosen = applyChoice(draft, command.value) || hasChosen;
    else if (command.type === 'affirm') {
      const only = expecting?.options?.length === 1 ? expecting.options[0] : undefined;
      // "Yes" to a list of choices picks nothing; "yes" to a single one picks it.
      if (only && expecting?.slot !== 'details') hasChosen = applyChoice(draft, only.value);
      else applied.affirmed = true;
    } else if (command.type === 'deny') applied.denied = true;
    else if (command.type === 'cancel') applied.dropped = true;
    else if (command.type === 'skip') applied.skipped = true;
    else if (command.type === 'change') applied.change = true;
    else if (command.type === 'start') applied.understood = true;
  }
  const { number, which = whichOf(text) } = hints;
  if (number === undefined && which && !expecting) hints.which = which;
  const { services, ...others } = hints;
  if (services && saysExcept(text)) services.part = 'except';
  else if (services && saysOnly(text)) services.part = 'only';
  // "The evening one" among those of tomorrow.
  const before = expecting?.slot === 'booking' && draft.bookingId === undefined ? draft.hints : {};
  if (Object.keys(others).length > 0) lookAnew(draft, { ...before, ...hints });
  else if (services && draft.bookingId) applied.services = services;
  else if (services) draft.hints = { ...draft.hints, services };
  // A yes with something else in it is no yes to what was shown.
  if (Object.keys(hints).length > 0 || hasChosen || applied.quantity !== undefined)
    applied.affirmed = applied.denied = false;
  const asks = expecting?.slot;
  const answered =
    (asks === 'confirm' && (applied.affirmed || applied.denied)) ||
    (asks === 'details' && (applied.affirmed || applied.denied || applied.skipped)) ||
    (asks === 'booking' && applied.denied);
  applied.understood ||= answered || hasChosen || applied.dropped || applied.change || Object.keys(hints).length > 0;
  return applied;
}

/** "Because my guests are not coming" names no service: what stands in the reason alone is a part of it. */
function withoutNoise(commands: readonly Command[], text: string): Command[] {
  const reason = commands.find(
    (command) => command.type === 'set' && command.value.slot === 'details' && isBecause(command.text),
  );
  const why = reason?.type === 'set' ? reason.text : '';
  const rest = text.replace(why, ' ');
  return commands.filter((command) => {
    if (command.type !== 'set' || command === reason) return true;
    if (why.includes(command.text) && !rest.includes(command.text)) return false;
    // "Keep this one": a word that is only a little like that of a service is none there.
    const score = command.value.slot === 'service' ? (command.value.candidates[0]?.score ?? 0) : 1;
    return !(keepsIt(text) && score < LIKE_A_NAME);
  });
}

const LIKE_A_NAME = 0.6;

/** @returns whether it was of use */
function applyValue(catalogue: Catalogue, draft: Draft, hints: Hints, value: SlotValue): boolean {
  switch (value.slot) {
    case 'booking':
      hintBooking(hints, value);
      return true;
    case 'date':
      hints.on = value.value;
      return true;
    case 'hour':
      // Where a part of the day ends is no matter of an hour.
      hints.hours = value.part
        ? { from: value.part.from - 1, to: value.part.to + 1 }
        : { from: value.hour, to: value.hour + 1 };
      return true;
    case 'service':
      hints.services = nameServices(catalogue, hints.services, value.candidates);
      return true;
    case 'details': {
      const reason = reasonOf(value.value);
      if (reason) draft.reason = reason;
      return reason !== undefined;
    }
    default:
      return false;
  }
}

/** A picked option; its value says what it stands for: `booking:ID`, `items:ID,ID`, `items:all`. */
function applyChoice(draft: Draft, choice: string): boolean {
  const [kind = '', rest = ''] = choice.split(':', 2);
  if (kind === 'booking') {
    lookAnew(draft, { ...(draft.hints.services ? { services: draft.hints.services } : {}) });
    draft.bookingId = rest;
  } else if (kind === 'items' && rest === 'all') delete draft.itemIds;
  else if (kind === 'items') draft.itemIds = rest.split(',');
  else return false;
  if (kind === 'items') delete draft.hints.services;
  return true;
}
