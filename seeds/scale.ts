import type { DatabaseHandle } from '#src/db/client.ts';
import { renewProviderServices } from '#src/db/queries/providers.ts';
import { startBulkLoad } from './bulk-load.ts';
import { load } from './load.ts';
import { planCohorts, type SeedInput } from './plan.ts';

export interface Progress {
  cohorts: number;
  rows: number;
  seconds: number;
}

/**
 * Loads the usual rows and `scale` − 1 times as many of the same kind, made while they are written: memory holds one
 * cohort. Faster than one transaction, and not one: a load that was cut off is started over with an empty database.
 * @returns what was written
 */
export async function loadScaled(
  database: { url: string } & Pick<DatabaseHandle, 'db'>,
  input: SeedInput,
  scale: number,
  report: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const startedAt = performance.now();
  const { first, further } = planCohorts(input, scale);
  await load(database.db, first);
  const progress: Progress = { cohorts: 1, rows: countOf(first), seconds: 0 };
  const bulk = await startBulkLoad(database.url);
  try {
    for (const rows of further()) {
      await bulk.add(rows);
      progress.cohorts++;
      progress.rows += countOf(rows);
      progress.seconds = (performance.now() - startedAt) / 1_000;
      report(progress);
    }
    await bulk.finish();
    await renewProviderServices(database.db);
  } finally {
    await bulk.close();
  }
  progress.seconds = (performance.now() - startedAt) / 1_000;
  return progress;
}

const countOf = (rows: object) => Object.values(rows).reduce((sum: number, list: unknown[]) => sum + list.length, 0);
