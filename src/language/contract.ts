/**
 * What the product asks of a language maker. Makers are interchangeable: the deterministic local one needs no
 * network and no key; a hosted model fills the same contract.
 */

/** Something the customer wants, as opposed to how they steer the dialogue. Each is served by exactly one agent. */
export type IntentName = string;

/** Words of a company's catalogue and geography that `understand` recognises. Immutable: makers cache by identity. */
export interface Gazetteer {
  services: GazetteerService[];
  cities: string[];
}

export interface GazetteerService {
  /** `rate_card`: one bookable service; `subcategory`: a family of them; `category`: a department. */
  kind: 'rate_card' | 'subcategory' | 'category';
  id: string;
  /** The subcategory of a rate card, the category of a subcategory. */
  parentId?: string;
  name: string;
  /** Other ways customers say it, problems included: "ac not cooling", "geyser thanda paani". */
  phrases: string[];
}

export type SlotName =
  | 'service'
  | 'quantity'
  | 'pincode'
  | 'address'
  | 'date'
  | 'hour'
  | 'booking'
  | 'complaint'
  | 'category'
  | 'details'
  | 'repeat';

/** What a complaint is about, as the product's own table of severities has it. */
export type ComplaintKind = 'safety' | 'damage' | 'overcharge' | 'quality' | 'delay' | 'behaviour' | 'other';

/** The question that is open, so that "2", "yes" or "tomorrow" can be read in its light. */
export interface Expecting {
  slot: SlotName | 'confirm' | 'choice' | 'attachment';
  /** The choices that were offered, in the order shown. */
  options?: { value: string; label: string }[];
}

export interface UnderstandInput {
  text: string;
  /** The reference instant for "tomorrow", "in 2 hours". */
  now: Date;
  /** IANA zone in which the customer lives, e.g. `Asia/Kolkata`. */
  timeZone: string;
  gazetteer: Gazetteer;
  /** The open question, if one is. */
  expecting?: Expecting;
  /** The flow on top of the dialogue stack, e.g. `book_service`. */
  activeFlow?: IntentName;
  /** Titles of the flows that wait below it, the next one first. */
  waiting?: string[];
}

/** What `set` found for each slot. `raw` spans are the customer's own words. */
export type SlotValue =
  /** Candidates best first; more than one when the words fit several services about equally well. */
  | { slot: 'service'; candidates: { kind: GazetteerService['kind']; id: string; score: number }[] }
  | { slot: 'quantity'; value: number }
  /** Six digits, whether or not such a pincode exists. */
  | { slot: 'pincode'; value: string }
  /** Free text of an address, or the label of a saved one ("home", "office"). `city` when only a city was named. */
  | { slot: 'address'; value: string; kind: 'text' | 'saved' | 'city' }
  /** Local calendar day `YYYY-MM-DD`; may lie in the past: rules judge that, not the maker. */
  | { slot: 'date'; value: string }
  /** Local clock time; `minute` 0–59. `part` when only a part of the day was named ("evening"): from ≤ hour < to. */
  | { slot: 'hour'; hour: number; minute: number; part?: { from: number; to: number; name: string } }
  /** A booking that exists: by number as it was written (upper case), or the latest or next one. */
  | { slot: 'booking'; number: string }
  | { slot: 'booking'; which: 'last' | 'next' | 'all' }
  /** The booking of that local day `YYYY-MM-DD`: "tomorrow's plumber", "the one on friday". */
  | { slot: 'booking'; on: string }
  | { slot: 'complaint'; number: string }
  | { slot: 'complaint'; which: 'last' }
  | { slot: 'category'; value: ComplaintKind }
  /** The customer's own words for what happened, or for the reason: read when they were asked for, or said with a complaint. */
  | { slot: 'details'; value: string }
  /** "Same as last time", "the usual". */
  | { slot: 'repeat' };

/** What the customer's message does to the dialogue, in the order of its words. */
export type Command =
  /** A wish or question for the agent that serves `intent`; `text` is the clause that carries it. */
  | { type: 'start'; intent: IntentName; confidence: number; text: string }
  /** A value; `correction` when the words replace an earlier one ("no, make it 6 pm"). */
  | { type: 'set'; value: SlotValue; text: string; confidence: number; correction: boolean }
  /** One of the offered options, by number, by name or by "the first one": `value` of the option. "Both" is one for each. */
  | { type: 'choose'; value: string }
  | { type: 'affirm' }
  | { type: 'deny' }
  /** Drop the flow on top: "never mind", "leave it". */
  | { type: 'cancel' }
  /** Go on with a flow that waits: "back to the plumber". */
  | { type: 'resume'; text: string }
  /** Wants to change something without saying what; `slot` when it was named ("change the address"). */
  | { type: 'change'; slot?: SlotName }
  | { type: 'skip' }
  /** Asks for a person. */
  | { type: 'handoff' }
  | { type: 'smalltalk'; kind: 'greet' | 'thanks' | 'bye' | 'help' | 'how_are_you' }
  /** Nothing above fits well enough. `options`: the intents that came closest, for a clarifying question. */
  | { type: 'clarify'; options: IntentName[] }
  /** Understood to be outside of what the assistant does. */
  | { type: 'out_of_scope' }
  /** An answer to a question that is no longer open. Never read from words. */
  | { type: 'stale' };

/** Which maker made a result, and in which version: recorded as provenance. */
export interface MakerRef {
  name: string;
  version: string;
}

export interface Understanding {
  commands: Command[];
  /** Calibrated, 0–1, best first. */
  intents: { name: IntentName; confidence: number }[];
  /** Of the customer's words, −1 … 1. */
  sentiment: number;
  maker: MakerRef;
}

export interface AnswerInput {
  question: string;
  passages: { id: string; title: string; heading: string; text: string }[];
}

/** A sentence of an answer with the passages that support it; `start`/`end` are character offsets in `passage.text`. */
export interface CitedSentence {
  text: string;
  /** A list item or table row: stands on a line of its own. */
  isItem?: boolean;
  citations: { passageId: string; start: number; end: number }[];
}

export interface Answer {
  sentences: CitedSentence[];
  /** Share of sentences supported by the passages they cite, 0–1. Empty `sentences` is an abstention (0). */
  grounding: number;
  maker: MakerRef;
}

export interface LanguageMaker extends MakerRef {
  understand(input: UnderstandInput): Promise<Understanding>;
  /** Answers from the passages alone, or abstains with no sentences. */
  answer(input: AnswerInput): Promise<Answer>;
}
