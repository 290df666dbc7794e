import type { Ctx } from '#src/context.ts';
import { listAttachments } from '#src/services/attachments/list-attachments.ts';
import { ATTACHMENT_POLICY } from '#src/services/attachments/policy.ts';
import type { Draft } from './draft.ts';

/** Takes the files of the message into the draft. @returns whether there were any */
export async function takeFiles(ctx: Ctx, draft: Draft, ids: readonly string[], notes: string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const files = await listAttachments(ctx, ids);
  if (files.length < new Set(ids).size) notes.push('I could not open all of the files.');
  const known = new Set(draft.attachments.map(({ id }) => id));
  const added = files.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name }));
  const all = [...draft.attachments, ...added];
  if (all.length > ATTACHMENT_POLICY.maxPerMessage)
    notes.push(`I have taken the first ${ATTACHMENT_POLICY.maxPerMessage} files.`);
  draft.attachments = all.slice(0, ATTACHMENT_POLICY.maxPerMessage);
  return added.length > 0;
}

/** Leaves out what was taken back, or went to another complaint, since it was shown. */
export async function dropLostFiles(ctx: Ctx, draft: Draft): Promise<void> {
  const ids = draft.attachments.map(({ id }) => id);
  const free = (await listAttachments(ctx, ids)).filter(({ complaintId }) => complaintId === null);
  draft.attachments = draft.attachments.filter(({ id }) => free.some((row) => row.id === id));
}
