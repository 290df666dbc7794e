import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockRateCard, updateRateCard, type RateCardRow } from '#src/db/queries/catalogue.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { renewCatalogue } from './catalogue-version.ts';
import { UpdateServiceInput } from './schemas.ts';

const MISSING = 'There is no such service.';
/** Facts whose values belong into the audit trail; of texts it is enough that they changed. */
const AUDITED = ['pricePaise', 'discountPercent', 'durationMinutes', 'maxQuantity', 'isActive'] as const;

/**
 * Changes a service; every process sees it with its next request. Bookings keep the price they were made at; a quote
 * that is no longer true is refused when it is confirmed.
 * @param version the one that the changes were made on
 * @throws AppError unauthenticated | forbidden | invalid | not-found | precondition-failed
 */
export async function updateService(
  ctx: Ctx,
  input: { id: string; version: number; changes: UpdateServiceInput },
): Promise<RateCardRow> {
  authoriseStaff(ctx, 'catalogue.update');
  assertKey(input.id, MISSING);
  const changes = parse(UpdateServiceInput, input.changes);
  const updated = await inTransaction(ctx.db, async (tx) => {
    const before = await lockRateCard(tx, ctx.company.id, input.id);
    if (!before) throw new AppError({ code: 'not-found', detail: MISSING });
    if (before.version !== input.version)
      throw new AppError({
        code: 'precondition-failed',
        detail: 'The service has been changed meanwhile: read it again.',
        data: { version: before.version },
      });
    const row = { ...before, ...changes, version: before.version + 1, updatedAt: ctx.now };
    await updateRateCard(tx, row);
    const values = AUDITED.filter((field) => before[field] !== row[field]);
    await recordEvent(tx, ctx, {
      type: 'service.updated',
      subject: { type: 'rate_card', id: row.id },
      data: {
        fields: Object.keys(changes),
        from: Object.fromEntries(values.map((field) => [field, before[field]])),
        to: Object.fromEntries(values.map((field) => [field, row[field]])),
      },
    });
    return row;
  });
  await renewCatalogue(ctx);
  return updated;
}
