import type { Ctx } from '#src/context.ts';
import type { Command, Expecting, SlotName, SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import type { Step } from './draft.ts';
import { addressLine } from './quote.ts';
import { pickService, type ServiceChoice } from '#src/services/catalogue/pick-service.ts';

export interface Applied {
  /** The customer agreed to what was shown, and changed nothing with it. */
  affirmed: boolean;
  denied: boolean;
  dropped: boolean;
  /** Wants to change something; the slot when it was named. */
  change?: { slot?: SlotName };
  /** The words fit several services. */
  serviceChoice?: ServiceChoice;
  /** Whether anything in the message helped. */
  understood: boolean;
}

/** Writes the values of a message into the draft, in the order they were said. */
export async function applyCommands(
  ctx: Ctx,
  catalogue: Catalogue,
  step: Step,
  commands: Command[],
  expecting: Expecting | undefined,
): Promise<Applied> {
  const applied: Applied = { affirmed: false, denied: false, dropped: false, understood: false };
  let changed = false;
  for (const command of commands) {
    if (command.type === 'set' || command.type === 'choose') {
      const value = command.type === 'set' ? command.value : chosen(command.value);
      if (!value) continue;
      changed = true;
      if (typeof value === 'string') await applyChoice(ctx, catalogue, step, value, applied);
      else await applyValue(ctx, catalogue, step, value, applied);
    } else if (command.type === 'affirm') {
      // "Yes" to a list of choices picks nothing; "yes" to a single one picks it.
      if (expecting?.options?.length === 1) {
        await applyChoice(ctx, catalogue, step, expecting.options[0]?.value ?? '', applied);
        changed = true;
      } else applied.affirmed = true;
    } else if (command.type === 'deny') applied.denied = true;
    else if (command.type === 'cancel') applied.dropped = true;
    else if (command.type === 'change') applied.change = command.slot ? { slot: command.slot } : {};
    else if (command.type === 'start') applied.understood = true;
    else if (command.type === 'skip') step.notes.push('I need this to book, so I cannot skip it.');
  }
  if (changed) applied.affirmed = applied.denied = false;
  // A bare yes or no answers the confirmation; to "which day?" it says nothing.
  const answered = (applied.affirmed || applied.denied) && expecting?.slot === 'confirm';
  applied.understood ||= changed || answered || applied.dropped || applied.change !== undefined;
  return applied;
}

const chosen = (value: string): string | undefined => (value.includes(':') ? value : undefined);

/** A picked option; its value says what it stands for: `card:ID`, `time:2026-11-21T17`, `address:ID` … */
async function applyChoice(ctx: Ctx, catalogue: Catalogue, step: Step, value: string, applied: Applied): Promise<void> {
  const { draft } = step;
  const kind = value.slice(0, value.indexOf(':'));
  const rest = value.slice(kind.length + 1);
  if (kind === 'rate_card' || kind === 'subcategory' || kind === 'category')
    return applyValue(ctx, catalogue, step, { slot: 'service', candidates: [{ kind, id: rest, score: 1 }] }, applied);
  if (kind === 'time') {
    draft.date = rest.slice(0, 10);
    draft.hour = Number(rest.slice(11));
    delete draft.part;
  } else if (kind === 'date') draft.date = rest;
  else if (kind === 'hour') draft.hour = Number(rest);
  else if (kind === 'quantity') draft.quantity = Number(rest);
  else if (kind === 'pincode') return applyValue(ctx, catalogue, step, { slot: 'pincode', value: rest }, applied);
  else if (kind === 'change') applied.change = { slot: rest as SlotName };
  else if (kind === 'address') {
    const saved = (await listAddresses(ctx)).find((a) => a.id === rest);
    if (saved) useSaved(step, saved);
  }
}

async function applyValue(
  ctx: Ctx,
  catalogue: Catalogue,
  step: Step,
  value: SlotValue,
  applied: Applied,
): Promise<void> {
  const { draft } = step;
  switch (value.slot) {
    case 'service': {
      const pick = pickService(catalogue, value.candidates);
      if (pick.kind === 'one') draft.rateCardId = pick.card.id;
      else if (pick.kind === 'several') {
        // A word like "AC" names a family; it does not unsettle a member of it that is already chosen.
        const current = draft.rateCardId && catalogue.rateCard(draft.rateCardId);
        if (current && pick.choice.cardIds.includes(current.id)) return;
        delete draft.rateCardId;
        applied.serviceChoice = pick.choice;
      }
      return;
    }
    case 'quantity':
      draft.quantity = value.value;
      return;
    case 'pincode':
      if (draft.address?.kind === 'saved' && draft.pincode !== value.value) delete draft.address;
      draft.pincode = value.value;
      return;
    case 'date':
      draft.date = value.value;
      return;
    case 'hour':
      if (value.part || value.minute !== 0) {
        const around = { from: value.hour, to: value.hour + 2, name: 'around that time' };
        if (!value.part) step.notes.push('Professionals start on the full hour.');
        draft.part = value.part ?? around;
        delete draft.hour;
      } else {
        draft.hour = value.hour;
        delete draft.part;
      }
      return;
    case 'address':
      return applyAddress(ctx, step, value);
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

function useSaved(step: Step, saved: Awaited<ReturnType<typeof listAddresses>>[number]): void {
  step.draft.pincode = saved.pincode;
  step.draft.address = {
    kind: 'saved',
    id: saved.id,
    label: saved.label,
    text: addressLine(saved),
  };
}
