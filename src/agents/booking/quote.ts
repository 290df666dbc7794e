import { hourLabel, instantOf, whenLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { rupees } from '#src/money.ts';
import { holdSlot, type Hold } from '#src/services/bookings/hold-slot.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import type { Card, Source } from '#src/turn.ts';
import type { AgentInput } from '../contract.ts';
import { addressLine, namesOf } from '../words-for-bookings.ts';
import type { Draft, DraftAddress, Step } from './draft.ts';
import { breakdown } from './price-breakdown.ts';
import { CONFIRM_ACTIONS, type Question } from './prompts.ts';
import { offerOtherHours, onDay, type Visit } from './settle-time.ts';

/** Holds the hour and shows the price; when the hour is gone, offers the next ones instead. */
export async function quote(
  ctx: Ctx,
  input: AgentInput,
  step: Step,
  visit: Visit,
): Promise<{ question: Question; sources: Source[] }> {
  const { draft, notes } = step;
  const startsAt = instantOf(draft.date ?? '', draft.hour ?? 0, ctx.company.timeZone);
  let hold: Hold;
  try {
    hold = await holdDraft(ctx, input, draft, startsAt);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'slot-taken') throw error;
    notes.push(`${hourLabel(draft.hour ?? 0)} ${onDay(ctx, draft.date ?? '')} is not free any more.`);
    return { question: await offerOtherHours(ctx, { wish: draft, notes }, visit, startsAt), sources: [] };
  }
  const { preferred } = draft;
  if (preferred && preferred.id !== hold.provider.id) notes.push(`${preferred.name} is not free then.`);
  const shown = quoteCard(ctx, draft, hold);
  const total = rupees(hold.job.price.totalPaise);
  const text =
    `${namesOf(shown.items)}, ${shown.when}, at ${shown.address}. ` +
    `${hold.provider.name} (rated ${hold.provider.rating.toFixed(1)}) is free. The total is ${total} including GST. ` +
    `I am keeping the hour for you for ${BOOKING_POLICY.holdMinutes} minutes. Shall I book it?`;
  return {
    question: {
      prompt: {
        text,
        reminder: `Shall I book it for ${shown.when}, at ${total}?`,
        ask: { kind: 'confirm', slot: 'confirm', options: CONFIRM_ACTIONS },
        card: shown,
      },
      expecting: { slot: 'confirm' },
    },
    sources: quoteSources(hold),
  };
}

/** Takes the hour for the draft, giving up its earlier hold. */
export async function holdDraft(ctx: Ctx, input: AgentInput, draft: Draft, startsAt: Date): Promise<Hold> {
  const { items, pincode = '', hold: before, preferred } = draft;
  const args = { items, pincode, startsAt, ...(before ? { replaces: before.holdId } : {}) };
  const hold = await input.call('hold_slot', args, (effectKey) =>
    holdSlot(ctx, {
      ...args,
      ...(preferred ? { preferProviderId: preferred.id } : {}),
      turnId: input.turnId,
      effectKey,
    }),
  );
  draft.hold = {
    holdId: hold.holdId,
    startsAt: hold.startsAt.toISOString(),
    endsAt: hold.endsAt.toISOString(),
    expiresAt: hold.expiresAt.toISOString(),
    totalPaise: hold.job.price.totalPaise,
    providerId: hold.provider.id,
  };
  return hold;
}

function quoteCard(ctx: Ctx, draft: Draft, hold: Hold): Extract<Card, { type: 'booking_quote' }> {
  const { place, price } = hold.job;
  return {
    type: 'booking_quote',
    items: price.items.map(({ name, quantity }) => ({ name, quantity })),
    startsAt: hold.startsAt.toISOString(),
    endsAt: hold.endsAt.toISOString(),
    when: whenLabel(hold.startsAt, hold.endsAt, ctx.company.timeZone),
    address: addressText(draft.address, place),
    provider: { name: hold.provider.name, rating: hold.provider.rating },
    price: breakdown(price),
    holdExpiresAt: hold.expiresAt.toISOString(),
    actions: CONFIRM_ACTIONS,
  };
}

function addressText(
  address: DraftAddress | undefined,
  place: { locality: string; city: string; pincode: string },
): string {
  if (address?.kind === 'saved') return address.text;
  return addressLine({ line1: address?.line1 ?? '', ...place });
}

function quoteSources(hold: Hold): Source[] {
  const { items, place, price } = hold.job;
  return [
    ...items.map(({ card }): Source => ({
      kind: 'row',
      table: 'rate_cards',
      id: card.id,
      label: card.name,
      fields: { pricePaise: card.pricePaise, discountPercent: card.discountPercent, version: card.version },
    })),
    {
      kind: 'row',
      table: 'pincodes',
      id: place.pincode,
      label: `${place.locality}, ${place.city}`,
      fields: { tier: place.tier },
    },
    { kind: 'policy', rule: 'pricing', version: price.policyVersion, label: 'Visiting charge and GST' },
  ];
}
