import type { Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import {
  selectOpenTurns,
  selectTurnToRun,
  changeTurnOwner,
  type OpenTurn,
  type TurnToRun,
} from '#src/db/queries/turns.ts';
import { selectUser } from '#src/db/queries/users.ts';
import { actorOf } from '../auth/actor-of.ts';
import { findCompany } from '../companies/find-company.ts';
import { failTurn } from './fail-turn.ts';

export type { OpenTurn };

export interface TakenTurn {
  /** Of the conversation's owner as they are now. */
  ctx: Ctx;
  conversationId: string;
  turnId: string;
  status: 'running' | 'queued';
  attempt: number;
  text: string;
  /** When it was said: what "tomorrow" meant. */
  saidAt: Date;
  channel: 'web' | 'api';
  attachmentIds: string[];
  resume: TurnToRun['turn']['resume'];
  checkpointId: string | null;
}

/** A turn that brought its process down so often is not tried again. */
const MOST_ATTEMPTS = 3;
/** Nobody waits for an answer after this; a promise that old is not kept behind the customer's back. */
const RERUN_WITHIN_MS = 15 * 60_000;

/** The turns that run or wait, of every company, oldest first. */
export async function listOpenTurns(deps: Deps): Promise<OpenTurn[]> {
  return selectOpenTurns(deps.db, 1_000);
}

/**
 * Makes the turn of a dead process this one's, to be run (again) by it: as the owner of the conversation, with the
 * permissions of now. One that cannot be run again is failed.
 * @returns undefined when somebody else was faster, or the turn was failed (`failed` names it)
 */
export async function takeOverTurn(
  deps: Deps,
  turn: OpenTurn,
  newOwner: string,
): Promise<{ taken: TakenTurn } | { failed: Ctx } | undefined> {
  if (!(await changeTurnOwner(deps.db, turn, newOwner))) return undefined;
  const row = await selectTurnToRun(deps.db, turn.id);
  const company = await findCompany(deps.db, turn.companyId);
  const now = deps.now();
  const requestId = row?.turn.requestId ?? turn.id;
  const system: Ctx = { deps, db: deps.db, company, actor: { kind: 'system' }, requestId, now };
  const actor = row && (await ownerAsActor(deps, row));
  const isOld = now.getTime() - turn.startedAt.getTime() > RERUN_WITHIN_MS;
  const isDeadly = turn.status === 'running' && turn.attempt >= MOST_ATTEMPTS;
  if (!row || !actor || isOld || isDeadly) {
    const errorCode = isDeadly ? 'gave_up' : 'interrupted';
    return (await failTurn(system, { turnId: turn.id, errorCode })) ? { failed: system } : undefined;
  }
  const { channel } = row.conversation;
  return {
    taken: {
      ctx: { ...system, actor },
      conversationId: turn.conversationId,
      turnId: turn.id,
      status: turn.status === 'queued' ? 'queued' : 'running',
      attempt: row.turn.attempt,
      text: row.message.text,
      saidAt: turn.startedAt,
      channel: channel === 'web' ? 'web' : 'api',
      attachmentIds: row.message.payload?.attachmentIds ?? [],
      resume: row.turn.resume,
      checkpointId: row.turn.checkpointId,
    },
  };
}

/** Undefined when they may not speak any more. */
async function ownerAsActor(deps: Deps, { turn, conversation }: TurnToRun): Promise<Ctx['actor'] | undefined> {
  if (conversation.deletedAt) return undefined;
  if (conversation.userId === null)
    return conversation.guestId ? { kind: 'guest', id: conversation.guestId } : undefined;
  const user = await selectUser(deps.db, turn.companyId, conversation.userId);
  return user?.status === 'active' ? actorOf(deps.db, user) : undefined;
}
