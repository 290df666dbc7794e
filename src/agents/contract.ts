import type { Ctx } from '#src/context.ts';
import type { Ask, AskOption, Card, Effect, HandoffReason, Part } from '#src/turn.ts';
import type { Command, Expecting, IntentName, SlotName } from '#src/language/contract.ts';

/** The question that is open in a flow: repeated after a digression, or when the answer was not understood. */
export interface Prompt {
  text: string;
  /** A shorter form, for coming back to it after a digression. */
  reminder?: string;
  ask: Ask;
  card?: Card;
}

/** One flow on the dialogue stack. JSON only: it is saved with the checkpoint. */
export interface Frame {
  id: string;
  flow: IntentName;
  agent: string;
  /** What it is about, for "back to …": "AC repair visit". */
  title: string;
  /** What the flow's agent knows so far; only that agent reads it. */
  slots: Record<string, unknown>;
  /** The same for people, label → value in the order asked: what a client draws of the open flow. */
  known?: Record<string, string>;
  expecting?: Expecting;
  prompt?: Prompt;
  /** How often the open question has been answered in a way that did not help. */
  attempts: number;
}

/** What the talk was about last, so that "book it" and "how much is it?" need no name. A frame is one, too. */
export interface Topic {
  slots: Record<string, unknown>;
}

export type AgentStatus = 'answered' | 'asking' | 'done' | 'refused' | 'failed' | 'handoff';

export interface AgentInput {
  sessionId: string;
  turnId: string;
  channel: 'web' | 'api';
  intent: IntentName;
  /** The clause of the message that is this agent's part. */
  text: string;
  /** The commands of that clause. */
  commands: Command[];
  /** The flow that is continued; without one a new flow may begin. */
  frame?: Frame;
  /** What the open flow, or else the last answer, was about: `rateCardId`, `pincode`, `bookingId`, `complaintId` where known. */
  context?: Topic;
  /** Of the whole message, −1 … 1. */
  sentiment: number;
  /** Pictures and documents that came with the message. */
  attachmentIds: string[];
  /**
   * Calls a service verb: readers of the turn see it, and its key makes a write that is repeated, because the turn is
   * run again, the same write. Every write of an agent goes through it; `args` are what makes it this write.
   */
  call<T>(verb: string, args: Record<string, unknown>, run: (effectKey: string) => Promise<T>): Promise<T>;
}

export interface AgentResult {
  agent: string;
  status: AgentStatus;
  parts: Part[];
  effects: Effect[];
  /** The flow after this turn; null ends it. Left out when the agent keeps no flow. */
  frame?: Frame | null;
  card?: Card;
  /** What "it" means from now on; null forgets what it meant. */
  topic?: Topic | null;
  /** Asks for a person to take over. */
  handoff?: { reason: HandoffReason; summary: string };
  /** Things to say next, as buttons, when no question is open. */
  suggestions?: AskOption[];
}

export interface Agent {
  name: string;
  /** What it serves; each intent belongs to exactly one agent. */
  intents: readonly IntentName[];
  /** The intents that open a flow with questions of their own. */
  flows: readonly IntentName[];
  /** The values it has use for; others said with its part go to the open flow. */
  slots: readonly SlotName[];
  /** One line for people: what to turn to it for. Also the label of a clarifying option for each intent. */
  description: string;
  labels: Readonly<Record<IntentName, string>>;
  /** Runs its part. May throw: the graph turns that into a `failed` result. */
  run(ctx: Ctx, input: AgentInput): Promise<AgentResult>;
}
