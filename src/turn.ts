/**
 * The shape of a turn as every surface sees it. Types only: the widget, the API and the graph share them.
 */

/** Where a statement comes from. */
export type Source =
  | { kind: 'row'; table: string; id: string; label: string; fields: Record<string, string | number | null> }
  | {
      kind: 'passage';
      documentId: string;
      version: string;
      title: string;
      heading: string;
      start: number;
      end: number;
      quote: string;
    }
  | { kind: 'policy'; rule: string; version: string; label: string }
  | { kind: 'engine'; maker: string; version: string };

export interface Part {
  agent: string;
  /** Plain text; blank lines separate paragraphs, lines that start with "• " are list items. */
  text: string;
  sources: Source[];
  /** It claimed what had not happened; the claim was taken out. */
  wasCorrected?: boolean;
}

/** A change that really happened in this turn; `eventId` is its receipt. */
export interface Effect {
  type:
    | 'booking.created'
    | 'booking.rescheduled'
    | 'booking.cancelled'
    | 'booking.items_cancelled'
    | 'complaint.raised'
    | 'complaint.updated'
    | 'complaint.escalated'
    | 'handoff.requested';
  /** Of the booking, complaint or handoff. */
  id: string;
  /** As people know it; the id where there is no number. */
  number: string;
  eventId: string;
}

/** Why a person is asked to take a conversation over. */
export type HandoffReason =
  | 'customer_asked'
  | 'not_understood'
  | 'negative_sentiment'
  | 'complaint_critical'
  | 'safety'
  | 'refund_dispute'
  | 'assistant_failed'
  | 'staff_took_over';

/** The answer to an open question by its id, as AG-UI sends it. */
export interface TurnResume {
  interruptId: string;
  status: 'resolved' | 'cancelled';
  payload?: unknown;
}

export interface AskOption {
  label: string;
  /** What is sent, as the customer's message, when the option is picked. */
  text: string;
}

/** The one question that is open after the turn. */
export interface Ask {
  /** `sign_in`: the widget opens its sign-in form and then sends `resumeText`. */
  kind: 'slot' | 'confirm' | 'choice' | 'sign_in' | 'clarify';
  /** Names the question for as long as it is open: an answer to another one is refused. Set by compose. */
  id?: string;
  slot?: string;
  options: AskOption[];
  resumeText?: string;
}

export interface PriceLine {
  label: string;
  amountPaise: number;
}

export interface PriceBreakdown {
  lines: PriceLine[];
  totalPaise: number;
  currency: 'INR';
}

export type Card =
  | {
      type: 'booking_quote';
      /** What is done in this visit. */
      items: { name: string; quantity: number }[];
      /** ISO 8601, UTC. */
      startsAt: string;
      endsAt: string;
      /** For people, in the company's time zone: "Sat 21 Nov 2026, 5:00 – 6:00 pm". */
      when: string;
      address: string;
      provider: { name: string; rating: number };
      price: PriceBreakdown;
      holdExpiresAt: string;
      actions: AskOption[];
    }
  | {
      type: 'booking_receipt';
      number: string;
      status: string;
      items: { name: string; quantity: number }[];
      startsAt: string;
      endsAt: string;
      when: string;
      address: string;
      provider: { name: string; rating: number };
      price: PriceBreakdown;
    }
  | {
      type: 'reschedule_quote';
      number: string;
      service: string;
      from: string;
      to: string;
      address: string;
      provider: { name: string; rating: number };
      actions: AskOption[];
    }
  | {
      type: 'cancellation_quote' | 'cancellation_receipt';
      number: string;
      service: string;
      when: string;
      /** The items that go; all of them when the whole booking is cancelled. */
      items: string[];
      isWhole: boolean;
      /** The row of the policy that counts: "24 hours or more before: 100 %". */
      rule: string;
      policyVersion: string;
      paidPaise: number;
      refundPercent: number;
      refundPaise: number;
      creditPaise: number;
      needsApproval: boolean;
      actions: AskOption[];
    }
  | {
      type: 'complaint_quote' | 'complaint_receipt';
      /** Empty before it is raised. */
      number: string;
      about: string;
      category: string;
      description: string;
      photos: number;
      band: 'low' | 'medium' | 'high' | 'critical';
      /** For people: "by 6:30 pm today". */
      answerBy: string;
      settledBy: string;
      actions: AskOption[];
    }
  | {
      type: 'comparison';
      columns: string[];
      rows: { label: string; cells: string[] }[];
      actions: AskOption[];
    };

export interface Usage {
  tokensIn: number;
  tokensOut: number;
  latencyMs: number;
}

/** A whole turn, as `Accept: application/json` gets it and as AG-UI's `RUN_FINISHED.result` carries it. */
export interface TurnResult {
  sessionId: string;
  turnId: string;
  text: string;
  intents: { name: string; confidence: number }[];
  parts: Part[];
  effects: Effect[];
  ask?: Ask;
  card?: Card;
  /** `silent`: a person speaks in this conversation, the assistant only passed the message on. */
  outcome: 'answered' | 'cancelled' | 'silent';
  usage: Usage;
}

/** What the open flow knows, for whoever draws it: label and value for people, in the order asked. */
export interface DraftState {
  flow: string;
  title: string;
  values: Record<string, string>;
  expecting?: string;
}

/** What happens during a turn, in order. Exactly one terminal event: `turn.finished`, `turn.cancelled` or `turn.failed`. */
export type TurnEvent =
  | { type: 'turn.started'; sessionId: string; turnId: string }
  /** The process that ran it is gone and another begins anew: what was said of this turn so far counts no more. */
  | { type: 'turn.restarted'; attempt: number }
  | { type: 'agent.started'; agent: string }
  | { type: 'agent.finished'; agent: string; status: string }
  | { type: 'tool.started'; agent: string; callId: string; verb: string; args: Record<string, unknown> }
  | { type: 'tool.finished'; agent: string; callId: string; ok: boolean; summary: string }
  | { type: 'draft'; stack: DraftState[] }
  | { type: 'text.delta'; agent: string; text: string }
  | { type: 'part'; part: Part }
  | { type: 'effect'; effect: Effect }
  | { type: 'card'; card: Card }
  | { type: 'ask'; ask: Ask }
  | { type: 'turn.finished'; result: TurnResult }
  | { type: 'turn.cancelled'; by: 'customer' | 'newer_message' }
  | { type: 'turn.failed'; code: string; message: string };
