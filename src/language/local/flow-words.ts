import type { IntentName, UnderstandInput } from '../contract.ts';
import { stem, wordsOf } from './tokens.ts';

const lead =
  "(?:\\W|\\b(?:yes|yeah|yep|ya|haan|han|ji|ok|okay|fine|sure|please|pls|plz|kindly|just|go ahead|and|then|right|alright|so|well|theek hai|thik hai|confirm|i want to|i want you to|you can|can you|do|lets|let's|now)\\b)*";
const object =
  '(?:\\s+(?:it|that|this|them|my|the|a|for me|booking|order|appointment|visit|complaint|ticket|request|case|slot|now|please|pls|plz|then|anyway|right away|itself|ji|sir|bhai|kar|karo|kardo|do|dijiye|de|dena|karna|hai|thanks|thank you))*';
/** What people say at the confirmation instead of "yes": the verb of what is asked. */
const verbs: Record<IntentName, string> = {
  cancel_booking: 'cancel(?:l?ation)?|cancle|cansel|call it off|radd|hata(?: do|o)?',
  reschedule_booking: 'reschedule|re-?book|move|shift|change|postpone|prepone',
  raise_complaint: 'raise|register|submit|file|lodge|log|send|report|darj',
  escalate_complaint: 'escalate|raise|send|aage (?:bhejo|badhao)',
};
const assents = new Map(
  Object.entries(verbs).map(([flow, verb]) => [flow, new RegExp(`^${lead}(?:${verb})${object}\\W*$`, 'i')]),
);
const refusal =
  /^\W*(?:(?:no|nahi|nope|please|pls|wait|stop|oh|hmm+|umm*|sorry|hold on|actually|ok|then|so|well)\b\W*)*(?:(?:do not|don'?t|dont|never|please don'?t)\s+(?:\w+\s+)?(?:cancel|move|shift|change|reschedule|raise|register|file|escalate|submit|send)\b|(?:keep|let)\s+(?:it|the booking|my booking|the appointment|that|as|this)(?:\s+(?:one|as|be|is|it|booked|going|the way|booking|on|same|stay|running|then|please|pls|only|,))*\s*\W*$|leave\s+(?:it|that|the booking|my booking|as)\s+(?:as|be|is|booked|on|the way)\b|mat\s+(?:karo|kijiye|cancel)|(?:cancel|change|shift|reschedule)\s+(?:mat|nahi|nhi)\b)/i;

/** Longer texts say more than this. */
const mostLetters = 120;

/** How an answer to "shall I cancel / move / raise it?" that repeats the verb is meant; undefined when it does not. */
export function answersWithVerb(text: string, flow: IntentName): 'affirm' | 'deny' | 'cancel' | undefined {
  if (text.length > mostLetters) return undefined;
  // What is not to be moved or raised stays as it is; a cancellation that is refused says what it keeps.
  if (refusal.test(text)) return flow === 'cancel_booking' || flow === 'book_service' ? 'deny' : 'cancel';
  return assents.get(flow)?.test(text) ? 'affirm' : undefined;
}

const opening =
  "^(?:\\W|\\b(?:ok|okay|yes|yeah|haan|ji|so|now|and|then|first|well|please|pls|right|alright|anyway|thanks|great|fine|cool|good|let us|lets|let's|can we|could we|shall we|can you|i want to|i would like to|i'd like to|we can|want to|ab|chalo|acha|accha|theek hai)\\b)*";
const returning = new RegExp(
  `${opening}(?:(?:go(?:ing)?|get(?:ting)?|come|coming|jump|switch|take (?:me|us)|bring (?:me|us)|move|moving)\\s+back\\s+(?:to|on)|back\\s+to|return(?:ing)?\\s+to|(?:continue|carry on|go on|keep going|proceed)\\s+(?:with|the|my|from|where)|continuing with|resume|pick up (?:where|the|from)|finish (?:the|my|that|off|with|booking)|complete (?:the|my|that)\\b.*\\b(?:booking|request|complaint|one)|where (?:were|did) we|what were we (?:doing|talking|on|at)|where was i|what was i doing|what were you asking|what did you ask)\\b`,
  'i',
);
const returningHindi =
  /\bwapas\s+(?:\S+\s+){0,4}(?:pe|par|mein|me)\b|\b(?:pe|par)\s+wapas\b|\bhum kahan (?:the|thay)\b|\bkahan (?:the|thay) hum\b|\bpehle w(?:ala|ali)\s+(?:booking|wala|kaam|pe|par|pura|poora|complete)|\b(?:booking|wala|wali)\s+(?:aage badhao|continue kar\w*|pura kar\w*|poora kar\w*|complete kar\w*)/i;
const bareContinue = new RegExp(
  `${opening}(?:continue|resume|carry on|go on|go back|aage badho|aage chalo)(?:\\s+(?:please|pls|then|now|karo|kar do|kijiye))*\\W*$`,
  'i',
);
const notReturning =
  /\b(?:back to (?:me|you|us|work|normal|my (?:bank|account|card|home|native)|the (?:bank|account|card))|return to my (?:bank|account|card))\b/i;
const draftAssent =
  /^\W*(?:ok|yes|please|pls|\W)*(?:continue|proceed|carry on|go on|complete|finish)\s*(?:with|the|my|this|it|that|booking|complaint|request|cancellation|please|pls|\s)*\W*$/i;

/** Whether the text asks to go on with something that was left: "back to the plumber booking", "where were we". */
export function asksToResume(text: string, { expecting, activeFlow, waiting = [] }: UnderstandInput): boolean {
  if (notReturning.test(text) || text.length > mostLetters) return false;
  if (expecting?.slot === 'confirm' && waiting.length === 0 && draftAssent.test(text)) return false;
  if (returning.test(text) || returningHindi.test(text)) return true;
  if (bareContinue.test(text)) return waiting.length > 0 || activeFlow === undefined || expecting?.slot !== 'confirm';
  return namesWaiting(text, waiting);
}

const namingWords =
  /^(?:now|and|then|next|ok|okay|so|first|the|my|that|about|what|how|do|one|ones|thing|booking|complaint|please|pls|wala|wali|ka|ki|karo|karte|hai|hain|ab|let|us|lets|for|with|cancellation|rescheduling|request|visit)$/;

/** "Now the plumber one": nothing but the title of a flow that waits. */
function namesWaiting(text: string, waiting: readonly string[]): boolean {
  if (waiting.length === 0 || !/\b(?:one|booking|complaint|cancellation|request|wal[ai]|thing|visit)\b/i.test(text))
    return false;
  const own = wordsOf(text)
    .filter((word) => !namingWords.test(word))
    .map(stem);
  if (own.length === 0 || own.length > 3 || /\b(?:another|also|new|need|want|book|chahiye|cancel|second)\b/i.test(text))
    return false;
  return waiting.some((title) => {
    const words = new Set(wordsOf(title).map(stem));
    return own.every((word) =>
      [...words].some((other) => other === word || (word.length >= 5 && other.startsWith(word.slice(0, 5)))),
    );
  });
}

const usual =
  /\b(?:same (?:as|like|one as|details as|address as|time as|service as|thing as|booking as|order as|slot as|place as) (?:the )?(?:last|before|previous|earlier|usual|always|pichh?l[ie]|my last|my previous)(?:\s+(?:time|one|booking|order|baar|visit|month|week))?|(?:the|my|our) usual(?: (?:one|service|thing|booking|address|time|slot))?|as usual|like (?:the )?last time|as (?:the )?last time|as before|same (?:thing |service |booking |order |one )?again|same thing again|(?:repeat|redo|re-?order|re-?book) (?:my |the |that )?(?:last|previous|same|old|earlier|order|booking|service)(?:\s+(?:booking|order|one|service|visit))?|book (?:the )?same (?:thing|service|one)?(?: again)?|wahi (?:jo )?(?:service |booking |kaam )?(?:pichh?l[ie]|last|pehle)(?:\s+(?:baar|time|wala|wali))*|pichh?l[ie] baar (?:jais[ai]|wal[ai]|ki tarah|jo|ke jaisa|same)|(?:phir|fir) se wahi|wahi (?:wala|wali|service|same)(?: phir se| dobara)?|same as always|jaisa pehle)\b/i;

/** Where a text says "as last time", if it does. */
export function findRepeat(text: string): { start: number; end: number } | undefined {
  const match = text.match(usual);
  return match ? { start: match.index!, end: match.index! + match[0].length } : undefined;
}
