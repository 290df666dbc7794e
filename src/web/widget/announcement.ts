import type { Card } from '#src/turn.ts';
import { factsOf, type CardFacts } from './card-facts.ts';
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
  if (card.type !== 'booking_quote' && card.type !== 'booking_receipt') return describeFacts(factsOf(card));
  const facts = `${visitTitle(card.items)}, ${card.when}, ${card.address}, with ${card.provider.name}`;
  const total = `total ${money(card.price.totalPaise)}`;
  return card.type === 'booking_quote'
    ? `Booking summary: ${facts}, ${total}.`
    : `Booking ${card.number}, ${card.status}: ${facts}, ${total}.`;
}

function describeFacts({ label, title, number, facts, sums, note, table }: CardFacts): string {
  const said = [...facts, ...sums].map((fact) => `${fact.label}: ${fact.value}`);
  const rows = table?.rows.map((row) => {
    const cells = row.cells.map((cell, i) => `${table.columns[i] ?? ''} ${cell}`.trim());
    return `${row.label}: ${cells.join(', ')}`;
  });
  return `${[`${label}: ${title}${number ? `, ${number}` : ''}`, ...said, ...(rows ?? [])].join('. ')}.${note ? ` ${note}` : ''}`;
}
