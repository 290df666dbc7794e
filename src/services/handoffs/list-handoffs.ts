import type { Ctx } from '#src/context.ts';
import { selectEndedHandoffs, selectOpenHandoffs, type HandoffDetail } from '#src/db/queries/handoffs.ts';
import { decodeCursor, decodeInstant, pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordActivity } from '../record-event.ts';
import { ListHandoffsInput } from './schemas.ts';

/**
 * The conversations that wait for a person or are with one, most pressing first; or those that are over, newest first. One
 * query, and one that notes the look.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function listHandoffs(ctx: Ctx, raw: ListHandoffsInput = {}): Promise<Page<HandoffDetail>> {
  authoriseStaff(ctx, 'conversations.view');
  const { status, limit, cursor } = parse(ListHandoffsInput, raw);
  const companyId = ctx.company.id;
  const page =
    status === 'ended'
      ? pageOf(
          await selectEndedHandoffs(ctx.db, { companyId, after: decodeInstant(cursor), limit: limit + 1 }),
          limit,
          ({ createdAt, id }) => ({ after: createdAt.getTime(), id }),
        )
      : await openPage(ctx, status, limit, cursor);
  if (page.items.length > 0)
    await recordActivity(ctx.db, ctx, {
      action: 'handoff.listed',
      subject: { type: 'company', id: companyId },
      data: { handoffIds: page.items.map(({ id }) => id) },
    });
  return page;
}

async function openPage(
  ctx: Ctx,
  status: 'waiting' | 'active',
  limit: number,
  cursor: string | undefined,
): Promise<Page<HandoffDetail>> {
  const place = decodeCursor(cursor);
  const after = typeof place?.after === 'number' ? { score: place.after, id: place.id } : undefined;
  const rows = await selectOpenHandoffs(ctx.db, { companyId: ctx.company.id, status, after, limit: limit + 1 });
  const { items, ...rest } = pageOf(rows, limit, ({ handoff, queueId }) => ({ after: handoff.score, id: queueId }));
  return { items: items.map(({ handoff }) => handoff), ...rest };
}
