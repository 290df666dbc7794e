import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { selectComplaintUpdate, type ComplaintUpdateDetail } from '#src/db/queries/complaint-updates.ts';
import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import { attachToComplaint } from '../attachments/attach-to-complaint.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { changeComplaint, type ComplaintChange } from './change-complaint.ts';
import { isSettled, nextStatuses } from './policy.ts';
import { AddUpdateInput } from './schemas.ts';

/**
 * Writes a comment on a complaint. The first one by staff that the customer can read is the first response; a customer's
 * comment on one that waits for them lets the work go on.
 * @throws AppError unauthenticated | forbidden (also: an internal note by a customer) | invalid | not-found (also an
 *   attachment) | not-allowed (settled for too long, or too many files)
 */
export async function addComplaintUpdate(
  ctx: Ctx,
  ref: string,
  raw: AddUpdateInput,
): Promise<{ update: ComplaintUpdateDetail; eventId: string }> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'complaints.update');
  const { text, isInternal, attachmentIds = [], turnId, effectKey } = parse(AddUpdateInput, raw);
  if (isInternal && actor.kind === 'customer')
    throw new AppError({ code: 'forbidden', detail: 'Only staff write internal notes.' });
  const decide = async (row: ComplaintRow, tx: Transaction): Promise<ComplaintChange> => {
    const mayWrite = isInternal || !isSettled(row.status) || nextStatuses({ ...row, now: ctx.now }).length > 0;
    if (!mayWrite) throw new AppError({ code: 'not-allowed', detail: 'This complaint is closed for good.' });
    const set: ComplaintChange['set'] = {};
    if (actor.kind === 'staff' && !isInternal && !row.firstRespondedAt) set.firstRespondedAt = ctx.now;
    if (actor.kind === 'customer' && row.status === 'waiting_for_customer') set.status = 'in_progress';
    await attachToComplaint(tx, ctx, { complaintId: row.id, attachmentIds });
    return {
      set,
      renews: attachmentIds.length > 0,
      update: { kind: 'comment', text, isInternal },
      event: { type: 'complaint.commented', data: { isInternal, attachments: attachmentIds.length, ...set } },
    };
  };
  const written = await makeOnce(ctx, effectKey, {
    again: async ({ eventId, data }) => ({
      update: await selectComplaintUpdate(ctx.db, ctx.company.id, String(data['updateId'])),
      eventId,
    }),
    make: () => changeComplaint(ctx, { ref, onlyOf, turnId, effectKey }, decide),
  });
  const { update, eventId } = written;
  if (!update) throw new AppError({ code: 'internal', detail: 'The comment is missing after it was written.' });
  return { update: { ...update, authorName: actor.name }, eventId };
}
