import { describe, expect, it } from 'vitest';
import type { Catalogue } from './get-catalogue.ts';
import { pickService } from './pick-service.ts';

const cards = [
  { id: 'visit', name: 'Plumber visit', subcategoryId: 'visits' },
  { id: 'tap', name: 'Tap repair', subcategoryId: 'taps' },
  { id: 'mixer', name: 'Mixer repair', subcategoryId: 'taps' },
];
const families = [
  { id: 'visits', name: 'Plumber', categoryId: 'plumbing' },
  { id: 'taps', name: 'Taps', categoryId: 'plumbing' },
];
const catalogue = {
  rateCard: (id: string) => cards.find((card) => card.id === id),
  subcategory: (id: string) => families.find((family) => family.id === id),
  category: (id: string) => (id === 'plumbing' ? { id, name: 'Plumbing' } : undefined),
  rateCardsOf: (id: string) => cards.filter((card) => card.subcategoryId === id),
  subcategoriesOf: (id: string) => families.filter((family) => family.categoryId === id),
} as unknown as Catalogue;
const candidate = (kind: 'rate_card' | 'subcategory' | 'category', id: string, score: number) => ({ kind, id, score });
const labels = (pick: ReturnType<typeof pickService>) =>
  pick.kind === 'several' ? pick.choice.options.map((option) => option.label) : [];

describe('which service the words mean', () => {
  it('is the clear winner, and a family with one member is that member', () => {
    expect(
      pickService(catalogue, [candidate('rate_card', 'tap', 0.9), candidate('rate_card', 'mixer', 0.6)]),
    ).toMatchObject({
      kind: 'one',
      card: { id: 'tap' },
    });
    expect(pickService(catalogue, [candidate('subcategory', 'visits', 1)])).toMatchObject({ card: { id: 'visit' } });
  });

  it('leaves out families around what is named as well', () => {
    const both = [candidate('subcategory', 'visits', 1), candidate('category', 'plumbing', 1)];
    expect(pickService(catalogue, both)).toMatchObject({ kind: 'one', card: { id: 'visit' } });
    const card = [candidate('category', 'plumbing', 1), candidate('rate_card', 'tap', 0.95)];
    expect(pickService(catalogue, card)).toMatchObject({ card: { id: 'tap' } });
  });

  it('is the one that is named, not another that is also called so', () => {
    const tap = [
      candidate('rate_card', 'tap', 1),
      candidate('rate_card', 'visit', 0.95),
      candidate('subcategory', 'taps', 0.95),
    ];
    expect(pickService(catalogue, tap)).toMatchObject({ kind: 'one', card: { id: 'tap' } });
  });

  it('is asked for among close ones, and among the members of a family', () => {
    expect(
      labels(pickService(catalogue, [candidate('rate_card', 'tap', 0.9), candidate('rate_card', 'mixer', 0.88)])),
    ).toEqual(['Tap repair', 'Mixer repair']);
    expect(labels(pickService(catalogue, [candidate('category', 'plumbing', 1)]))).toEqual(['Plumber', 'Taps']);
  });

  it('is nothing when nothing is known', () => {
    expect(pickService(catalogue, [])).toEqual({ kind: 'none' });
    expect(pickService(catalogue, [candidate('rate_card', 'gone', 1)])).toEqual({ kind: 'none' });
  });
});
