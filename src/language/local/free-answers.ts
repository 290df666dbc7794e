import type { Command, UnderstandInput } from '../contract.ts';
import { asksForPerson } from './acts.ts';
import type { Classifier } from './classify.ts';
import { isRequest } from './clauses.ts';
import { kindOfComplaint } from './complaint-kinds.ts';
import { asksToResume } from './flow-words.ts';
import { findNamedReferences } from './references.ts';
import { wordsOf } from './tokens.ts';

const noPicture =
  /^\W*(?:(?:no|sorry|i|we|have|dont|don't|do not|didn't|did not|haven't|any|not|there|are|is|got|take|taken|the|nahi|nhi|koi|without|right now|with me|available|to (?:share|add|send|attach|upload)|aren'?t|isn'?t|hai|h|mere paas|hain|li|liya|bheja|ji|please|continue|go ahead|proceed|just|for|this|no need|needed|skip)\W+)*(?:photos?|pics?|pictures?|images?|attachments?|files?|documents?|proof|screenshots?|photu|tasveer)\b(?:\W+(?:nahi|nhi|hai|h|hain|he|to|now|right|available|with|me|sorry|please|needed|required|ji|li|liya|at|the|moment|of|it|that))*\W*$/i;
const refusesPicture =
  /^\W*(?:(?:sorry|actually|ok|no|i)\W+)*(?:skip|no|nahi|nhi|none|nothing|without|do not|don'?t|not|haven'?t|next|proceed without|continue without|(?:will|i'?ll|can) (?:send|share|upload|add|attach|do) (?:it |them |that )?later|later|baad me(?:in)?)\b/i;
const deliversPicture =
  /^\W*(?:(?:ok|yes|i|have|ive|it|its|is|are|the|my|all|they|just|ho|kar|now|see|check|please|photos?|pics?|pictures?|images?|files?|gaya|gayi|both|two|three|one)\W+)*(?:done|sent|uploaded|attached|added|shared|bhej (?:di|diya|diye)|here (?:it is|they are|you go|is the|is my|are the)|that'?s (?:it|all)|ho gaya|kar diya|finished|no more|nothing more)\b\W*(?:(?:it|them|now|the|my|photos?|pics?|pictures?|images?|files?|ji|sir|above|already|here)\W*)*$/i;

const orders: Record<string, RegExp> = {
  book_service:
    /^\W*(?:(?:please|pls|also|and|first|ok|can you|could you|i want (?:you )?to|i'd like to|i need to|just)\s+)*(?:book|schedule|arrange)\b|\b(?:book (?:kar|karo|karna|karni|karwa)|also need an?|i need an? (?:plumber|electrician|carpenter|painter|cleaner|technician)|want to book)\b/i,
  cancel_booking:
    /^\W*(?:(?:please|pls|also|and|first|ok|no|can you|could you|i want (?:you )?to|i'd like to|i need to|just|instead)\s+)*(?:cancel|call off|drop)\b.{0,60}$/i,
  reschedule_booking:
    /^\W*(?:(?:please|pls|also|and|first|ok|no|can you|can we|could you|i want (?:you )?to|i'd (?:like|rather|prefer) to|i need to|just|instead|actually|i'd rather|let's|lets|i will)\s+)*(?:reschedule|postpone|prepone|move|shift)\b.{0,60}$/i,
  escalate_complaint: /^\W*(?:(?:please|pls|just|i want (?:you )?to|can you)\s+)*escalate\b/i,
  raise_complaint:
    /^\W*(?:(?:please|pls|also|i want (?:you )?to|i'd like to|can i)\s+)*(?:raise|register|file|lodge|make|log)\s+(?:a|my|one)?\s*(?:new |another |formal )?complaint/i,
};
const asking =
  /^\W*(?:what|whats|what's|when|where|wheres|where's|why|how|which|who|do you|does|is there|are there|can i|show|tell|status|track|difference|compare|recommend|suggest|kya|kab|kitna|kitne)\b/i;

const takesBack =
  /^\W*(?:(?:no|sorry|oh|oops|wait|actually|nahi)\b\W*)*(?:i (?:meant|mean)\b|not (?:that|this) (?:one|booking)\b)/i;

/** No longer text is about a picture alone. */
const mostLetters = 120;

/**
 * An answer in the customer's own words to "what happened?", "why?" or "have you a picture?": the whole message is the
 * value, unless it clearly steers or asks for something else; then undefined.
 */
export function readFreeAnswer(text: string, input: UnderstandInput, classifier: Classifier): Command[] | undefined {
  const { expecting, activeFlow } = input;
  const picture = expecting?.slot === 'attachment';
  const brief = picture && text.length <= mostLetters;
  if (
    brief &&
    deliversPicture.test(text) &&
    !/\b(?:no|not|don'?t|nahi|without)\b/i.test(text.replace(/no(?:thing)? more/i, ''))
  )
    return [{ type: 'affirm' }];
  if (
    brief &&
    (noPicture.test(text) ||
      (refusesPicture.test(text) &&
        wordsOf(text).length <= 6 &&
        /\b(?:photos?|pics?|pictures?|images?|proof|attach\w*|files?|have|any|skip|without|it|one|later|dont|don't|do not)\b/i.test(
          text,
        )))
  )
    return [{ type: 'skip' }];
  if (!/\p{L}{2}/u.test(text) || asksForPerson(text) || asksToResume(text, input)) return undefined;
  if (picture && (wordsOf(text).length < 3 || text.trimEnd().endsWith('?'))) return undefined;
  // "Sorry, I meant the fan one" is no reason.
  if (activeFlow === 'cancel_booking' && takesBack.test(text)) return undefined;
  if (isOtherWish(text, activeFlow, classifier)) return undefined;

  const set = (value: Extract<Command, { type: 'set' }>['value'], confidence: number): Command => ({
    type: 'set',
    value,
    text,
    confidence,
    correction: false,
  });
  const commands = [set({ slot: 'details', value: text }, picture ? 0.7 : 0.95)];
  const kind = activeFlow === 'raise_complaint' ? kindOfComplaint(text) : undefined;
  if (kind) commands.push(set({ slot: 'category', value: kind }, 0.75));
  for (const { value } of findNamedReferences(text)) if ('number' in value) commands.push(set(value, 0.95));
  return commands;
}

function isOtherWish(text: string, activeFlow: string | undefined, classifier: Classifier): boolean {
  const order = Object.entries(orders).find(([intent, words]) => intent !== activeFlow && words.test(text));
  const top = classifier.predict(text)[0];
  if (order) return top !== undefined && top.confidence >= 0.3;
  if (!top || top.confidence < 0.7 || top.label === activeFlow || orders[top.label]) return false;
  // A question with its mark or its opening word; "what a joke" and the like are no such thing.
  return wordsOf(text).length <= 16 && (text.trimEnd().endsWith('?') || asking.test(text)) && isQuestion(text);
}

function isQuestion(text: string): boolean {
  return isRequest(text) || asking.test(text);
}
