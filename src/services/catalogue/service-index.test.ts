import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#seeds/data/catalogue/index.ts';
import { catalogueRows } from '#seeds/generate/catalogue.ts';
import type { Catalogue } from './get-catalogue.ts';
import { matchServices } from './service-index.ts';

const rows = catalogueRows({
  companyId: 'test',
  catalogue: CATALOGUE,
  idOf: (prefix, slug) => `${prefix}:${slug}`,
  at: new Date(0),
});
const catalogue: Catalogue = {
  ...rows,
  rateCard: (id) => rows.rateCards.find((row) => row.id === id),
  subcategory: (id) => rows.subcategories.find((row) => row.id === id),
  category: (id) => rows.categories.find((row) => row.id === id),
  rateCardsOf: (id) => rows.rateCards.filter((row) => row.subcategoryId === id),
  subcategoriesOf: (id) => rows.subcategories.filter((row) => row.categoryId === id),
  gazetteer: { cities: [], services: [] },
};
const best = (words: string, count = 3) =>
  [...matchServices(catalogue, words)]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([id]) => catalogue.rateCard(id)?.name.toLowerCase() ?? '');
const familyOf = (words: string) => {
  const [top] = [...matchServices(catalogue, words)].sort((a, b) => b[1] - a[1]);
  const card = catalogue.rateCard(top?.[0] ?? '');
  return catalogue.category(catalogue.subcategory(card?.subcategoryId ?? '')?.categoryId ?? '')?.slug;
};

describe('the search over the catalogue', () => {
  it('gives the best match a share of 1 and others less', () => {
    const shares = [...matchServices(catalogue, 'bathroom cleaning').values()];
    expect(Math.max(...shares)).toBe(1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it.each([
    ['leaking tap', 'plumbing'],
    ['my AC is not cooling', 'ac-service-repair'],
    ['cockroaches in the kitchen', 'pest-control'],
  ])('understands "%s" as a problem of %s', (problem, category) => {
    expect(catalogue.categories.map((row) => row.slug)).toContain(category);
    expect(familyOf(problem)).toBe(category);
  });

  it('forgives a typing error and takes the beginning of a word', () => {
    expect(best('bathrom').join()).toContain('bathroom');
    expect(best('bathr').join()).toContain('bathroom');
  });

  it('finds nothing for words that belong to no service, or that say nothing', () => {
    expect(matchServices(catalogue, 'submarine zeppelin').size).toBe(0);
    expect(matchServices(catalogue, 'the please').size).toBe(0);
    expect(matchServices(catalogue, '💥 \u0000 <>').size).toBe(0);
  });
});
