import type { Company } from '#src/context.ts';
import type { HandoffRow } from '#src/services/handoffs/request-handoff.ts';
import type { Source } from '#src/turn.ts';
import type { Agent } from '../contract.ts';

/** Brings a person into the conversation, at once and without argument. */
export function createHandoffAgent(): Agent {
  return {
    name: 'handoff',
    intents: ['talk_to_person'],
    flows: [],
    slots: [],
    description: 'Brings one of our people into the conversation.',
    labels: { talk_to_person: 'Talk to a person' },
    // The request itself is made where every specialist's is: see the graph.
    run: async (_ctx, input) => ({
      agent: 'handoff',
      status: 'handoff',
      parts: [],
      effects: [],
      handoff: {
        reason: input.commands.some((command) => command.type === 'handoff') ? 'customer_asked' : 'not_understood',
        summary: input.text,
      },
    }),
  };
}

/** What the customer may count on meanwhile. */
export function handoffText({ persona }: Company): string {
  return (
    `I have asked our team to join this conversation (${persona.supportHours}). ` +
    `Stay here, or call ${persona.supportPhone}. Until somebody joins, I keep helping.`
  );
}

export const handoffSource = ({ id, reason, status }: HandoffRow): Source => ({
  kind: 'row',
  table: 'handoffs',
  id,
  label: 'Request for a person',
  fields: { reason, status },
});
