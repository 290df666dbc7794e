import type { Card } from '#src/turn.ts';
import { money, visitTitle } from './format.ts';
import type { AssistantEntry } from './transcript.ts';

/** A finished answer as one text for screen readers: what was said, the card's facts and the choices on offer. */
export function announcement(entry: AssistantEntry): string {
  const said = entry.blocks.map((block) => block.text);
  const options = entry.ask?.options.map((option) => option.label) ?? [];
  return [
    ...said,
    ...(entry.card ? [describeCard(entry.card)] : []),
    ...(options.length ? [`Choices: ${options.join(', ')}.`] : []),
    ...(entry.ask?.kind === 'sign_in' ? ['A sign-in form is open.'] : []),
  ].join('\n');
}

function describeCard(card: Card): string {
  const facts = `${visitTitle(card.items)}, ${card.when}, ${card.address}, with ${card.provider.name}`;
  const total = `total ${money(card.price.totalPaise)}`;
  return card.type === 'booking_quote'
    ? `Booking summary: ${facts}, ${total}.`
    : `Booking ${card.number}, ${card.status}: ${facts}, ${total}.`;
}
