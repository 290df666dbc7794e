import type { Ctx } from '#src/context.ts';
import type { Command, Expecting, SlotName, SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import { addressLine } from '../words-for-bookings.ts';
import { applyService, chooseService, modeOf, type ServiceMode } from './apply-services.ts';
import type { ServiceCandidate, Step } from './draft.ts';
import { repeatLast } from './repeat-last.ts';
import { applyTime, applyTimeChoice } from './time-wish.ts';

export interface Applied {
  /** The customer agreed to what was shown, and changed nothing with it. */
  affirmed: boolean;
  denied: boolean;
  dropped: boolean;
  /** Wants to change something; the slot when it was named. */
  change?: { slot?: SlotName };
  /** So many, and it is not clear of what. */
  quantityOfWhich?: number;
  /** Whether anything in the message helped. */
  understood: boolean;
}

export interface Said {
  commands: readonly Command[];
  text: string;
  expecting: Expecting | undefined;
  /** A booking is under way already. */
  isOpen: boolean;
}

interface Applying {
  ctx: Ctx;
  catalogue: Catalogue;
  step: Step;
  said: Said;
  applied: Applied;
  /** Services that the message has named so far. */
  named: number;
}

/** Writes the values of a message into the draft, in the order they were said. */
export async function applyCommands(ctx: Ctx, catalogue: Catalogue, step: Step, said: Said): Promise<Applied> {
  const applied: Applied = { affirmed: false, denied: false, dropped: false, understood: false };
  const applying: Applying = { ctx, catalogue, step, said, applied, named: 0 };
  const { expecting } = said;
  const commands = await withoutRepeat(applying);
  let changed = commands.length < said.commands.length;
  const chosen = commands.flatMap((command) => (command.type === 'choose' ? [command.value] : []));
  if (expecting?.slot === 'service' && chosen.length > 1) {
    takeAll(applying, chosen);
    return { ...applied, understood: true };
  }
  for (const [index, command] of commands.entries()) {
    if (command.type === 'set') {
      await applyValue(applying, command.value, ofWhich(commands, index, said.text));
      changed = true;
    } else if (command.type === 'choose') changed = (await applyChoice(applying, command.value)) || changed;
    else if (command.type === 'affirm') {
      // "Yes" to a list of choices picks nothing; "yes" to a single one picks it.
      if (expecting?.options?.length === 1) changed = await applyChoice(applying, expecting.options[0]?.value ?? '');
      else applied.affirmed = true;
    } else if (command.type === 'deny') applied.denied = true;
    else if (command.type === 'cancel') applied.dropped = true;
    else if (command.type === 'change') applied.change = command.slot ? { slot: command.slot } : {};
    else if (command.type === 'start') applied.understood = true;
    else if (command.type === 'skip') {
      step.notes.push('I need this to book, so I cannot skip it.');
      applied.understood = true;
    }
  }
  if (changed) applied.affirmed = applied.denied = false;
  // A bare yes or no answers the confirmation; to "which day?" it says nothing.
  const answered = (applied.affirmed || applied.denied) && expecting?.slot === 'confirm';
  applied.understood ||= changed || answered || applied.dropped || applied.change !== undefined;
  return applied;
}

/** "Both": all of them, in place of the choice that is open. */
function takeAll({ catalogue, step }: Applying, values: readonly string[]): void {
  const [asked, ...rest] = step.draft.open;
  step.draft.open = [];
  if (asked?.quantity !== undefined) step.draft.quantity = asked.quantity;
  for (const value of values) {
    const [kind, id = ''] = value.split(':', 2);
    if (kind !== 'rate_card' && kind !== 'subcategory') continue;
    const mode: ServiceMode = { adds: true, removes: false, keepsOnly: false };
    applyService(catalogue, step.draft, [{ kind, id, score: 1 }], mode);
  }
  step.draft.open.push(...rest);
}

/** "Same as last time" comes first, so that what else was said counts more than what was then. */
async function withoutRepeat({ ctx, catalogue, step, said }: Applying): Promise<Command[]> {
  const isRepeat = (command: Command) => command.type === 'set' && command.value.slot === 'repeat';
  if (!said.commands.some(isRepeat)) return [...said.commands];
  const named = said.commands.flatMap((c) =>
    c.type === 'set' && c.value.slot === 'service' ? [c.value.candidates] : [],
  );
  const found = await repeatLast(ctx, catalogue, step, named);
  return said.commands.filter(
    (command) => !isRepeat(command) && !(found && command.type === 'set' && command.value.slot === 'service'),
  );
}

/** The quantity that stands just before a service belongs to it: "2 ACs", "3 tap repairs". */
function ofWhich(commands: readonly Command[], index: number, text: string): number | 'next' | undefined {
  const [before, command, after] = [commands[index - 1], commands[index], commands[index + 1]];
  const isBound = (quantity: Command | undefined, service: Command | undefined) =>
    quantity?.type === 'set' &&
    quantity.value.slot === 'quantity' &&
    service?.type === 'set' &&
    service.value.slot === 'service' &&
    /^\s*(?:x|nos?\.?|units? of|of|my|more|\w+)?\s*$/i.test(between(text, quantity.text, service.text));
  if (isBound(command, after)) return 'next';
  return before?.type === 'set' && before.value.slot === 'quantity' && isBound(before, command)
    ? before.value.value
    : undefined;
}

function between(text: string, first: string, second: string): string {
  const from = text.indexOf(first) + first.length;
  const to = text.indexOf(second, from);
  return to < 0 ? '…' : text.slice(from, to);
}

/**
 * A picked option; its value says what it stands for: `rate_card:ID`, `time:2026-11-21T17`, `address:ID` …
 * @returns whether it was one of ours
 */
async function applyChoice(applying: Applying, value: string): Promise<boolean> {
  const { ctx, catalogue, step, applied } = applying;
  const kind = value.slice(0, value.indexOf(':'));
  const rest = value.slice(kind.length + 1);
  if (kind === 'rate_card' || kind === 'subcategory' || kind === 'category')
    chooseService(catalogue, step.draft, [{ kind, id: rest, score: 1 }]);
  else if (kind === 'quantity') setQuantity(applying, Number(rest.split(':')[0]), rest.split(':')[1]);
  else if (kind === 'pincode') await applyValue(applying, { slot: 'pincode', value: rest });
  else if (kind === 'change') applied.change = { slot: rest as SlotName };
  else if (kind === 'address') {
    const saved = (await listAddresses(ctx)).find((a) => a.id === rest);
    if (saved) useSaved(step, saved);
  } else return applyTimeChoice(step.draft, kind, rest);
  return true;
}

async function applyValue(applying: Applying, value: SlotValue, quantity?: number | 'next'): Promise<void> {
  const { ctx, step } = applying;
  const { draft } = step;
  switch (value.slot) {
    case 'service':
      nameService(applying, value.candidates, typeof quantity === 'number' ? quantity : undefined);
      return;
    case 'quantity':
      if (quantity !== 'next') setQuantity(applying, value.value, undefined);
      return;
    case 'pincode':
      if (draft.address?.kind === 'saved' && draft.pincode !== value.value) delete draft.address;
      draft.pincode = value.value;
      return;
    case 'date':
    case 'hour':
      applyTime(draft, value, step.notes);
      return;
    case 'address':
      return applyAddress(ctx, step, value);
  }
}

function nameService(applying: Applying, candidates: ServiceCandidate[], quantity: number | undefined): void {
  const { catalogue, step, said } = applying;
  const { draft } = step;
  const words: ServiceMode = modeOf(said.text);
  const mode = { ...words, adds: (said.isOpen && words.adds) || applying.named > 0 };
  applying.named += 1;
  const answers = said.expecting?.slot === 'service' && applying.named === 1 && draft.open.length > 0;
  if (answers && !mode.adds && !mode.removes) chooseService(catalogue, draft, candidates);
  else applyService(catalogue, draft, candidates, mode, quantity);
}

/** Of the named service, else of the one that was asked about or talked of; with several it has to be said of which. */
function setQuantity(applying: Applying, quantity: number, rateCardId: string | undefined): void {
  const { step, said, applied } = applying;
  const { items, current } = step.draft;
  const isAsked = said.expecting?.slot === 'quantity';
  if (items.length === 0) step.draft.quantity = quantity;
  else if (items.length > 1 && rateCardId === undefined && !isAsked && applying.named === 0)
    applied.quantityOfWhich = quantity;
  else {
    const item = items.find((row) => row.rateCardId === (rateCardId ?? current)) ?? items.at(-1);
    if (!item) return;
    item.quantity = quantity;
    step.draft.current = item.rateCardId;
  }
}

async function applyAddress(ctx: Ctx, step: Step, value: SlotValue & { slot: 'address' }): Promise<void> {
  const { draft } = step;
  if (value.kind === 'text') {
    const line1 = value.value.replace(/\s+/g, ' ').trim().slice(0, 200);
    if (line1.length >= 3) draft.address = { kind: 'new', line1 };
    else step.notes.push('That address is too short to find you.');
    return;
  }
  const wanted = value.value.toLowerCase();
  const saved = (await listAddresses(ctx)).filter((a) =>
    value.kind === 'saved' ? a.label.toLowerCase() === wanted : a.city.toLowerCase() === wanted,
  );
  const only = saved.length === 1 || value.kind === 'saved' ? saved[0] : undefined;
  if (only) useSaved(step, only);
  else if (value.kind === 'saved' && ctx.actor.kind !== 'guest')
    step.notes.push(`You have no saved address called “${value.value}”.`);
}

export function useSaved(step: Step, saved: Awaited<ReturnType<typeof listAddresses>>[number]): void {
  step.draft.pincode = saved.pincode;
  step.draft.address = { kind: 'saved', id: saved.id, label: saved.label, text: addressLine(saved) };
}
