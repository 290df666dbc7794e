import type { ComplaintCategory } from '#src/db/queries/complaints.ts';
import { COMPLAINT_CATEGORIES } from '#src/db/schema/complaints.ts';
import type { Command, Expecting, SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { COMPLAINT_POLICY } from '#src/services/complaints/policy.ts';
import { withDetails, type BookingHints, type Draft } from './draft.ts';

export interface Applied {
  affirmed: boolean;
  denied: boolean;
  skipped: boolean;
  dropped: boolean;
  /** Wants to change something; what, when it was named. */
  change?: 'details' | 'booking' | 'category' | 'unnamed';
  /** A value was said. */
  changed: boolean;
  /** Whether anything in the message helped. */
  understood: boolean;
}

/** Writes what a message says into the draft, in the order it was said. */
export function applyCommands(
  catalogue: Catalogue,
  draft: Draft,
  commands: readonly Command[],
  expecting: Expecting | undefined,
): Applied {
  const applied: Applied = {
    ...{ affirmed: false, denied: false, skipped: false, dropped: false },
    ...{ changed: false, understood: false },
  };
  const hints: BookingHints = {};
  const tells = commands.some((command) => command.type === 'set' && command.value.slot === 'details');
  for (const command of commands) {
    if (command.type === 'set') {
      if (applyValue(catalogue, draft, hints, command.value, tells)) applied.changed = true;
    } else if (command.type === 'choose') applyChoice(draft, command.value, applied);
    else if (command.type === 'affirm') {
      // "Yes" to a list picks nothing, but "shall I add it?" is a list of yes and no.
      if (expecting?.options?.[0]?.value === 'into:open') applyChoice(draft, 'into:open', applied);
      else if (expecting?.options?.length === 1) applyChoice(draft, expecting.options[0]?.value ?? '', applied);
      else applied.affirmed = true;
    } else if (command.type === 'deny') applied.denied = true;
    else if (command.type === 'skip') applied.skipped = true;
    else if (command.type === 'cancel') applied.dropped = true;
    else if (command.type === 'change') applied.change = changeOf(command.slot);
    else if (command.type === 'start') applied.understood = true;
  }
  if (Object.keys(hints).length > 0) lookAnew(draft, hints, expecting);
  if (applied.denied || applied.skipped) applied.understood ||= goWithout(draft, expecting, applied.skipped);
  const decided =
    (expecting?.slot === 'confirm' && (applied.affirmed || applied.denied)) ||
    (expecting?.slot === 'attachment' && applied.affirmed);
  applied.understood ||= applied.changed || applied.dropped || applied.change !== undefined || decided;
  return applied;
}

const changeOf = (slot: string | undefined): NonNullable<Applied['change']> => {
  if (slot === 'details' || slot === 'category') return slot;
  return slot === 'booking' || slot === 'service' || slot === 'date' ? 'booking' : 'unnamed';
};

/** @returns whether it was of use */
function applyValue(
  catalogue: Catalogue,
  draft: Draft,
  hints: BookingHints,
  value: SlotValue,
  tells: boolean,
): boolean {
  switch (value.slot) {
    case 'details':
      draft.details = withDetails(draft.details, value.value);
      return true;
    case 'category':
      // What is told on top adds to what was told before: the gravest of it counts.
      draft.category = tells && draft.category ? graver(draft.category, value.value) : value.value;
      return true;
    case 'booking':
      if ('number' in value) hints.number = value.number;
      else if ('on' in value) hints.on = value.on;
      else if (value.which !== 'all') hints.which = value.which;
      return true;
    case 'date':
      hints.on = value.value;
      return true;
    case 'service': {
      const best = value.candidates[0]?.score ?? 0;
      const likely = value.candidates.filter(({ score }) => score >= best - TIE);
      hints.cards = {
        likely: [...(hints.cards?.likely ?? []), ...likely.flatMap((it) => cardsOf(catalogue, it))],
        possible: [...(hints.cards?.possible ?? []), ...value.candidates.flatMap((it) => cardsOf(catalogue, it))],
      };
      return true;
    }
    case 'complaint':
      draft.addsTo = 'number' in value ? { number: value.number } : {};
      return true;
    default:
      return false;
  }
}

/** Scores this close to the best one count as a tie. */
const TIE = 0.08;

const graver = (a: ComplaintCategory, b: ComplaintCategory): ComplaintCategory =>
  COMPLAINT_POLICY.severity[a] >= COMPLAINT_POLICY.severity[b] ? a : b;

/** Words that only help to find a booking do not unsettle one that was found, unless it was asked for or shown. */
function lookAnew(draft: Draft, hints: BookingHints, expecting: Expecting | undefined): void {
  const isNamed = hints.number !== undefined || hints.which !== undefined;
  const isAsked = expecting === undefined || expecting.slot === 'booking' || expecting.slot === 'confirm';
  if (draft.booking && !isNamed && !isAsked) return;
  draft.hints = isNamed || expecting ? hints : { ...draft.hints, ...hints };
  delete draft.booking;
  delete draft.into;
  delete draft.existing;
}

/** A picked option; its value says what it stands for: `booking:ID`, `category:quality`, `into:new`, `change:details` … */
function applyChoice(draft: Draft, choice: string, applied: Applied): void {
  const kind = choice.slice(0, choice.indexOf(':'));
  const rest = choice.slice(kind.length + 1);
  applied.changed = true;
  if (kind === 'booking') {
    if (rest === 'none') draft.booking = null;
    else {
      draft.hints = { number: rest };
      delete draft.booking;
    }
  } else if (kind === 'category') draft.category = COMPLAINT_CATEGORIES.find((name) => name === rest) ?? 'other';
  else if (kind === 'into') {
    if (rest === 'new') draft.into = null;
    else if (draft.existing) draft.into = draft.existing;
  } else if (kind === 'complaint') draft.addsTo = { number: rest };
  else if (kind === 'drop') applied.dropped = true;
  else if (kind === 'change') applied.change = changeOf(rest);
  else applied.changed = false;
}

/** What is optional is left out when the customer says so. @returns whether it was optional */
export function goWithout(draft: Draft, expecting: Expecting | undefined, skipped: boolean): boolean {
  switch (expecting?.slot) {
    case 'attachment':
      return true;
    case 'booking':
      draft.booking = null;
      return true;
    case 'category':
      draft.category ??= 'other';
      return true;
    case 'choice':
      if (expecting.options?.[0]?.value !== 'into:open') return skipped;
      draft.into = null;
      return true;
    default:
      return false;
  }
}

function cardsOf(catalogue: Catalogue, { kind, id }: { kind: string; id: string }): string[] {
  if (kind === 'rate_card') return [id];
  const families = kind === 'subcategory' ? [id] : catalogue.subcategoriesOf(id).map((row) => row.id);
  return families.flatMap((family) => catalogue.rateCardsOf(family).map((card) => card.id));
}
