import type { SlotValue } from '#src/language/contract.ts';
import type { TimeWish } from './time-wish.ts';

export type ServiceCandidate = Extract<SlotValue, { slot: 'service' }>['candidates'][number];

/** Some of one service. */
export interface DraftItem {
  rateCardId: string;
  quantity: number;
}

/** Words that fit several services: the customer has to choose. */
export interface OpenChoice {
  candidates: ServiceCandidate[];
  quantity?: number;
}

/** What a booking under way knows. JSON only: it lives in the frame. */
export interface Draft extends TimeWish {
  /** What is done in this visit, each service once. */
  items: DraftItem[];
  /** The service that was talked about last: what "make it two" means. */
  current?: string;
  /** Services that are not clear yet, in the order in which they were said. */
  open: OpenChoice[];
  /** How many, said before the service was clear. */
  quantity?: number;
  /** What was to be done in the same visit but needs another professional: booked after this one. */
  later?: DraftItem[];
  pincode?: string;
  /** "service,service@pincode" that has been found good. */
  coveredFor?: string;
  address?: DraftAddress;
  /** Who came the last time, when the customer would like them again. */
  preferred?: { id: string; name: string };
  /** The first free hour will do. */
  isSoonest?: boolean;
  hold?: DraftHold;
}

/** A saved address, or one that will be saved with the booking. */
export type DraftAddress = { kind: 'saved'; id: string; label: string; text: string } | { kind: 'new'; line1: string };

/** A held hour with the price that was shown for it. Instants are ISO strings. */
export interface DraftHold {
  holdId: string;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  totalPaise: number;
  providerId: string;
}

export function readDraft(slots: Record<string, unknown>): Draft {
  const { rateCardId: _said, ...draft } = slots as Partial<Draft> & { rateCardId?: string };
  return { items: [], open: [], ...draft };
}

/** As the frame keeps it: other specialists look for `rateCardId` and `pincode`. */
export function slotsOf(draft: Draft): Record<string, unknown> {
  const rateCardId = draft.current ?? draft.items.at(-1)?.rateCardId;
  return { ...draft, ...(rateCardId ? { rateCardId } : {}) };
}

/** A new draft about what was talked of: "book it". */
export function draftAbout(topic: Record<string, unknown> | undefined): Draft {
  // What has been booked is not booked again without being named.
  if (topic?.['bookingId'] !== undefined) return { items: [], open: [] };
  const { rateCardId, pincode, date, hour, part, quantity } = topic ?? {};
  return {
    items:
      typeof rateCardId === 'string' ? [{ rateCardId, quantity: typeof quantity === 'number' ? quantity : 1 }] : [],
    open: [],
    ...(typeof pincode === 'string' ? { pincode } : {}),
    ...(typeof date === 'string' ? { date } : {}),
    ...(typeof hour === 'number' ? { hour } : {}),
    ...(part ? { part: part as NonNullable<TimeWish['part']> } : {}),
  };
}

/** Everything the conversation has while it works on a draft in one turn. */
export interface Step {
  draft: Draft;
  /** Sentences that lead the answer: what was wrong with a value, what was taken for granted. */
  notes: string[];
}
