import { createBookingAgent } from './booking/agent.ts';
import { createCancellationAgent } from './cancellation/agent.ts';
import { createComplaintAgent } from './complaint/agent.ts';
import type { Agent } from './contract.ts';
import { createHandoffAgent } from './handoff/agent.ts';
import { createPolicyAgent } from './policy/agent.ts';
import { createServiceAgent } from './service/agent.ts';

/** Every specialist. A new one is a folder and a line here: nodes, intents and clarifying options follow from it. */
export const AGENTS: readonly Agent[] = [
  createBookingAgent(),
  createCancellationAgent(),
  createComplaintAgent(),
  createPolicyAgent(),
  createServiceAgent(),
  createHandoffAgent(),
];
