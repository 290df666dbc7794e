import type { Ctx } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectEffectsOfTurn } from '#src/db/queries/events.ts';
import type { Effect } from '#src/turn.ts';

const TYPES: Readonly<Record<string, Effect['type']>> = {
  'booking.created': 'booking.created',
  'booking.rescheduled': 'booking.rescheduled',
  'booking.cancelled': 'booking.cancelled',
  'booking.items_cancelled': 'booking.items_cancelled',
  'complaint.raised': 'complaint.raised',
  'complaint.commented': 'complaint.updated',
  'complaint.escalated': 'complaint.escalated',
  'handoff.requested': 'handoff.requested',
};

/** What a turn has changed so far, by the events of these changes. */
export async function effectsOfTurn(db: Db, ctx: Ctx, turnId: string): Promise<Effect[]> {
  const rows = await selectEffectsOfTurn(db, { companyId: ctx.company.id, turnId, types: Object.keys(TYPES) });
  return rows.map(({ type, subjectId, eventId, data }) => ({
    type: TYPES[type] as Effect['type'],
    id: subjectId,
    number: typeof data['number'] === 'string' ? data['number'] : subjectId,
    eventId,
  }));
}

const SAID: Readonly<Record<Effect['type'], (number: string) => string>> = {
  'booking.created': (number) => `booking ${number} was made`,
  'booking.rescheduled': (number) => `booking ${number} was moved`,
  'booking.cancelled': (number) => `booking ${number} was cancelled`,
  'booking.items_cancelled': (number) => `a part of booking ${number} was cancelled`,
  'complaint.raised': (number) => `complaint ${number} was taken down`,
  'complaint.updated': (number) => `your words were added to complaint ${number}`,
  'complaint.escalated': (number) => `complaint ${number} was escalated`,
  'handoff.requested': () => 'a person of our team was asked to join',
};

/** A sentence that tells them; each effect is its own receipt. */
export function sayEffects(effects: readonly Effect[]): string {
  return `I stopped, but this had already been done: ${effects.map(({ type, number }) => SAID[type](number)).join('; ')}.`;
}
