import { createHash } from 'node:crypto';
import type { Owner } from '#src/db/queries/conversations.ts';

const OURS = /^ses_[0-9a-z]{26}$/;

/** Whether a client calls a conversation by the id that we gave it. */
export const isConversationId = (threadId: string): boolean => OURS.test(threadId);

/** Letters and digits of the hash, which fit into an id. */
function digest(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x1${hash}`).toString(32).slice(-length);
}

/**
 * The conversation that a client's own name stands for: one for each owner, so that nobody gets into another's by its
 * name. The first half follows from the name alone: by it, a guest's thread is found again after the guest has signed in.
 */
export function threadIdOf(
  companyId: string,
  owner: Owner,
  threadId: string,
  salt = '',
): { id: string; prefix: string } {
  const prefix = `ses_${digest(`${companyId}\n${threadId}`, 10)}`;
  return { id: prefix + digest(JSON.stringify([companyId, owner, threadId, salt]), 16), prefix };
}
