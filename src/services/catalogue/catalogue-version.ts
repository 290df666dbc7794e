import { randomUUID } from 'node:crypto';
import type { Visitor } from '../visitor.ts';

/** Longer than any process keeps a catalogue: when the key is gone, all who loaded before the change have forgotten. */
const KEPT_SECONDS = 120;

const keyOf = (companyId: string) => `catalogue:${companyId}:version`;
/** Asked once a request: all of it sees one catalogue. */
const asked = new WeakMap<Visitor, Promise<string>>();

/**
 * Names the state of a company's catalogue, empty while it has not changed lately. One Redis round trip a request;
 * without Redis a catalogue is as old as the cache lets it be.
 */
export function catalogueVersion(ctx: Visitor): Promise<string> {
  let version = asked.get(ctx);
  if (!version) {
    version = ctx.deps.redis.get(keyOf(ctx.company.id)).then(
      (value) => value ?? '',
      () => '',
    );
    asked.set(ctx, version);
  }
  return version;
}

/** Lets every process load the catalogue anew with its next request. Call it after the commit. */
export async function renewCatalogue(ctx: Visitor): Promise<void> {
  asked.delete(ctx);
  try {
    await ctx.deps.redis.set(keyOf(ctx.company.id), randomUUID(), 'EX', KEPT_SECONDS);
  } catch (error) {
    // The change is committed: without Redis it shows when the caches run out.
    ctx.deps.log.warn({ err: error, companyId: ctx.company.id }, 'catalogue not renewed');
  }
}
