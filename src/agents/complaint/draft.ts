import type { ComplaintCategory } from '#src/db/queries/complaints.ts';
import type { Frame } from '../contract.ts';

/** What a complaint under way knows. JSON only: it lives in the frame. */
export interface Draft {
  /** What happened, in the customer's words. */
  details?: string;
  category?: ComplaintCategory;
  /** What the words say about which booking; looked up once there is an account. */
  hints: BookingHints;
  /** The booking that it is about; null when it is about none. */
  booking?: DraftBooking | null;
  /** The words name a complaint that exists, to which this belongs: its number, or "the one I have". */
  addsTo?: { number?: string };
  /** An open complaint about the same booking. */
  existing?: { id: string; number: string };
  /** The complaint that this is added to; null when it is to be a new one. */
  into?: { id: string; number: string } | null;
  attachments: { id: string; name: string }[];
  /** How often photos were asked for. */
  photosAsked: number;
  /** How many questions were asked so far. */
  questions: number;
  /** The lowest of the messages, −1 … 1. */
  sentiment: number;
}

export interface BookingHints {
  number?: string;
  which?: 'last' | 'next';
  /** Local day, `YYYY-MM-DD`. */
  on?: string;
  /** Rate cards that the words fit. */
  cards?: { likely: string[]; possible: string[] };
  /** What was talked about before. */
  contextId?: string;
}

export interface DraftBooking {
  id: string;
  number: string;
  /** "Tap repair on Thu 19 Nov". */
  title: string;
  totalPaise: number;
}

export function readDraft(frame: Frame | undefined, context: Record<string, unknown> | undefined): Draft {
  if (frame) return structuredClone(frame.slots) as unknown as Draft;
  const contextId = context?.['bookingId'];
  return {
    hints: typeof contextId === 'string' ? { contextId } : {},
    attachments: [],
    photosAsked: 0,
    questions: 0,
    sentiment: 1,
  };
}

/** From here on somebody is angry; −1 … 1. */
const ANGRY = -0.8;
const MOST_QUESTIONS = { angry: 2, calm: 3 };

export const isAngry = ({ sentiment }: Draft): boolean => sentiment <= ANGRY;

/** Whether one more question may stand between the customer and the confirmation: the angry are not interrogated. */
export const mayAsk = (draft: Draft): boolean =>
  draft.questions < (isAngry(draft) ? MOST_QUESTIONS.angry : MOST_QUESTIONS.calm);

const MOST_CHARACTERS = 2_000;

/** Both descriptions as one, without what is in it already. */
export function withDetails(before: string | undefined, more: string): string {
  const added = more.replaceAll(/\s+/g, ' ').trim();
  if (!before) return Array.from(added).slice(0, MOST_CHARACTERS).join('');
  if (before.toLowerCase().includes(added.toLowerCase())) return before;
  const joint = /[.!?…]$/.test(before) ? ' ' : '. ';
  return Array.from(`${before}${joint}${added}`).slice(0, MOST_CHARACTERS).join('');
}
