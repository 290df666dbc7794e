import type { Ctx } from '#src/context.ts';
import { selectConversations, type ConversationSummary } from '#src/db/queries/conversations.ts';
import { decodeInstant, pageOf, type Page } from '#src/pagination.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { ownerOf } from './owner-of.ts';
import { ListSessionsInput } from './schemas.ts';

/**
 * The actor's own conversations, last spoken in first; with `q`, those that say it. One query.
 * @throws AppError invalid
 */
export async function listSessions(ctx: Ctx, raw: ListSessionsInput = {}): Promise<Page<ConversationSummary>> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { limit, cursor, q } = parse(ListSessionsInput, raw);
  const rows = await selectConversations(ctx.db, {
    companyId: ctx.company.id,
    owner: ownerOf(actor),
    text: q,
    after: decodeInstant(cursor),
    limit: limit + 1,
  });
  return pageOf(rows, limit, ({ lastMessageAt, id }) => ({ after: lastMessageAt.getTime(), id }));
}
