import type { CategoryRow, RateCardRow, SubcategoryRow } from '#src/db/queries/catalogue.ts';
import { AppError } from '#src/errors.ts';
import type { Catalogue } from './get-catalogue.ts';

/** A bookable service with the families it belongs to. */
export interface Service {
  card: RateCardRow;
  subcategory: SubcategoryRow;
  category: CategoryRow;
}

/** What people put into an address: the id, or the readable slug. */
export function byIdOrSlug<T extends { id: string; slug: string }>(rows: readonly T[], name: string): T | undefined {
  return rows.find((row) => row.id === name) ?? rows.find((row) => row.slug === name);
}

/** Undefined for what is not on offer. */
export function serviceOf(catalogue: Catalogue, card: RateCardRow | undefined): Service | undefined {
  const subcategory = card && catalogue.subcategory(card.subcategoryId);
  const category = subcategory && catalogue.category(subcategory.categoryId);
  return card && subcategory && category ? { card, subcategory, category } : undefined;
}

/** A service by id or slug. @throws AppError not-found */
export function findService(catalogue: Catalogue, name: string): Service {
  const service = serviceOf(catalogue, byIdOrSlug(catalogue.rateCards, name));
  if (!service) throw new AppError({ code: 'not-found', detail: 'There is no such service.' });
  return service;
}
