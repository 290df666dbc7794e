import type { Visitor } from '../visitor.ts';
import { findService, type Service } from './find-service.ts';
import { getCatalogue } from './get-catalogue.ts';

/**
 * A service on offer. No query: the catalogue is cached.
 * @param name id or slug
 * @throws AppError not-found
 */
export async function getService(ctx: Visitor, name: string): Promise<Service> {
  return findService(await getCatalogue(ctx), name);
}
