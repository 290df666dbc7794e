import { copyCheckpoint, emptyCheckpoint, uuid6 } from '@langchain/langgraph-checkpoint';
import { MySqlCheckpointSaver } from './checkpoint-saver.ts';
import type { Transaction } from './client.ts';

/**
 * Makes an earlier state of a thread its latest, as a new checkpoint whose parent it is: what came in between stays beside
 * as another branch. Without an earlier one the thread begins anew.
 * @returns false when the earlier state is no longer kept
 */
export async function forkCheckpoint(
  tx: Transaction,
  threadId: string,
  checkpointId: string | undefined,
): Promise<boolean> {
  const saver = new MySqlCheckpointSaver(tx);
  const thread = { thread_id: threadId, checkpoint_ns: '' };
  const latest = await saver.getTuple({ configurable: thread });
  // Nothing has been answered yet: there is nothing to go back from.
  if (!latest) return checkpointId === undefined;
  if (latest.checkpoint.id === checkpointId) return true;
  const id = uuid6(latest.metadata?.step ?? 0);
  const metadata = { source: 'fork' as const, step: (latest.metadata?.step ?? 0) + 1, parents: {} };
  if (checkpointId === undefined) {
    await saver.put({ configurable: thread }, { ...emptyCheckpoint(), id }, metadata, {});
    return true;
  }
  const configurable = { ...thread, checkpoint_id: checkpointId };
  const tuple = await saver.getTuple({ configurable });
  if (!tuple) return false;
  await saver.put({ configurable }, { ...copyCheckpoint(tuple.checkpoint), id }, metadata, {});
  return true;
}
