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
}

/** A change that really happened in this turn; `eventId` is its receipt. */
export interface Effect {
  type: 'booking.created';
  id: string;
  number: string;
  eventId: string;
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
  usage: Usage;
}

/** What happens during a turn, in order. Exactly one terminal event: `turn.finished` or `turn.failed`. */
export type TurnEvent =
  | { type: 'turn.started'; sessionId: string; turnId: string }
  | { type: 'agent.started'; agent: string }
  | { type: 'agent.finished'; agent: string; status: string }
  | { type: 'text.delta'; agent: string; text: string }
  | { type: 'part'; part: Part }
  | { type: 'effect'; effect: Effect }
  | { type: 'card'; card: Card }
  | { type: 'ask'; ask: Ask }
  | { type: 'turn.finished'; result: TurnResult }
  | { type: 'turn.failed'; code: string; message: string };
