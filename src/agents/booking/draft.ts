/** What a booking under way knows. JSON only: it lives in the frame. */
export interface Draft {
  rateCardId?: string;
  quantity: number;
  pincode?: string;
  /** "service@pincode" whose coverage has been found good. */
  coveredFor?: string;
  address?: DraftAddress;
  /** Local day, `YYYY-MM-DD`. */
  date?: string;
  /** Local hour, 0–23. */
  hour?: number;
  /** Hours the customer would like when no exact one was given: from ≤ hour < to. */
  part?: { from: number; to: number; name: string };
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

export function readDraft(slots: Record<string, unknown> | undefined): Draft {
  return { quantity: 1, ...(slots as Partial<Draft> | undefined) };
}

/** What the visit is for, as the verbs take it. */
export const itemsOf = ({ rateCardId = '', quantity }: Draft): { rateCardId: string; quantity: number }[] => [
  { rateCardId, quantity },
];

/** A new draft about what was talked of: "book it". */
export function draftAbout(topic: Record<string, unknown> | undefined): Draft {
  const { rateCardId, pincode } = topic ?? {};
  return {
    quantity: 1,
    ...(typeof rateCardId === 'string' ? { rateCardId } : {}),
    ...(typeof pincode === 'string' ? { pincode } : {}),
  };
}

/** Everything the conversation has while it works on a draft in one turn. */
export interface Step {
  draft: Draft;
  /** Sentences that lead the answer: what was wrong with a value, what was taken for granted. */
  notes: string[];
}
