import type { Agent } from '../contract.ts';
import { runEscalation } from './run-escalation.ts';
import { runRaise } from './run-raise.ts';
import { showComplaints } from './show-complaints.ts';

/** Takes complaints down, tells how they stand, and takes them up a level. */
export function createComplaintAgent(): Agent {
  return {
    name: 'complaint',
    intents: ['raise_complaint', 'complaint_status', 'escalate_complaint'],
    flows: ['raise_complaint', 'escalate_complaint'],
    slots: ['booking', 'service', 'complaint', 'category', 'details'],
    description: 'Takes complaints down, tells how they stand and escalates them.',
    labels: {
      raise_complaint: 'Raise a complaint',
      complaint_status: 'The status of my complaint',
      escalate_complaint: 'Escalate my complaint',
    },
    run(ctx, input) {
      if (input.intent === 'complaint_status') return showComplaints(ctx, input);
      return input.intent === 'escalate_complaint' ? runEscalation(ctx, input) : runRaise(ctx, input);
    },
  };
}
