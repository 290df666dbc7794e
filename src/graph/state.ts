import { ReducedValue, StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import type { AgentInput, AgentResult, Frame, Topic } from '#src/agents/contract.ts';
import type { Ctx } from '#src/context.ts';
import type { MakerRef } from '#src/language/contract.ts';
import type { Ask, Card, Effect, Part, TurnEvent, TurnResume } from '#src/turn.ts';

/** JSON that our own code writes: typed here, unchecked at run time. */
const json = <T>() => z.unknown() as unknown as z.ZodType<T>;

/** One specialist's part of a turn. `order` is the place of its clause in the customer's message. */
export interface Task extends Omit<
  AgentInput,
  'sessionId' | 'turnId' | 'channel' | 'call' | 'attachmentIds' | 'sentiment'
> {
  order: number;
  agent: string;
  /** The flow was asked for by name: it comes to the front. */
  isWanted?: boolean;
}

export interface TaskResult extends AgentResult {
  order: number;
  /** The flow that ran, if it was on the stack before. */
  frameId?: string;
  isWanted?: boolean;
}

/** What the turn says, merged. */
export interface Composed {
  text: string;
  parts: Part[];
  effects: Effect[];
  ask?: Ask;
  card?: Card;
}

export interface Read {
  intents: { name: string; confidence: number }[];
  sentiment: number;
  maker: MakerRef;
}

/** Thin on purpose: what the next turn needs, and this turn's work. The history lives in `messages`. */
export const State = new StateSchema({
  text: z.string().default(''),
  /** Dialogue stack; the flow that is talked about is the last. */
  stack: json<Frame[]>().default(() => []),
  topic: json<Topic | null>().default(() => null),
  /** Messages in a row that were not understood. */
  misses: z.number().default(0),
  read: json<Read | null>().default(() => null),
  results: new ReducedValue(
    json<TaskResult[]>().default(() => []),
    {
      inputSchema: json<TaskResult[] | 'clear'>(),
      reducer: (all: TaskResult[], added: TaskResult[] | 'clear') => (added === 'clear' ? [] : [...all, ...added]),
    },
  ),
  answer: json<Composed | null>().default(() => null),
});

/** What a run is given beside its state: nothing of it is saved. */
export interface TurnContext {
  ctx: Ctx;
  sessionId: string;
  turnId: string;
  channel: 'web' | 'api';
  attachmentIds: string[];
  /** When it was said, which may be long before `ctx.now` where a turn is run again: what "tomorrow" meant. */
  saidAt: Date;
  /** Answers to open questions that a client gave without words. */
  resume?: TurnResume[];
  emit: (event: TurnEvent) => void;
}
