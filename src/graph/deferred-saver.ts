import type { RunnableConfig } from '@langchain/core/runnables';
import { BaseCheckpointSaver, type CheckpointListOptions, type CheckpointTuple } from '@langchain/langgraph-checkpoint';
import type { Transaction } from '#src/db/client.ts';

type PutArgs = Parameters<BaseCheckpointSaver['put']>;

/** The state after a turn, not yet written. */
export interface TurnState {
  checkpointId: string;
  save(tx: Transaction): Promise<void>;
}

/** What a run keeps back; given to it as `configurable.kept`. */
export interface Kept {
  args?: PutArgs;
}

/**
 * Reads states where they are, but keeps the one after a run back until somebody saves it with the answer. So a turn that
 * is stopped or run again begins from the state before it, not from a half or a whole of its own; and one superseded
 * meanwhile leaves nothing behind. Runs must be of `durability: 'exit'`, one state a run.
 */
export class DeferredSaver extends BaseCheckpointSaver {
  readonly #saver: BaseCheckpointSaver;
  readonly #saverIn: (tx: Transaction) => BaseCheckpointSaver;

  constructor(saver: BaseCheckpointSaver, saverIn: (tx: Transaction) => BaseCheckpointSaver) {
    super();
    this.#saver = saver;
    this.#saverIn = saverIn;
  }

  /** The state after a run, if it got so far. */
  stateIn({ args }: Kept): TurnState | undefined {
    if (!args) return undefined;
    return {
      checkpointId: args[1].id,
      save: async (tx) => void (await this.#saverIn(tx).put(...args)),
    };
  }

  override getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    return this.#saver.getTuple(config);
  }

  override list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    return this.#saver.list(config, options);
  }

  override async put(...args: PutArgs): Promise<RunnableConfig> {
    const [config, ...rest] = args;
    const [checkpoint] = rest;
    const { kept, ...place } = (config.configurable ?? {}) as { kept?: Kept };
    if (kept) kept.args = [{ configurable: place }, ...rest];
    return { configurable: { ...place, kept, checkpoint_id: checkpoint.id } };
  }

  /** Writes of single steps matter to runs that go on from a step: ours begin anew. */
  override async putWrites(): Promise<void> {}

  override deleteThread(threadId: string): Promise<void> {
    return this.#saver.deleteThread(threadId);
  }

  override getNextVersion(current: number | undefined): number {
    return this.#saver.getNextVersion(current);
  }
}
