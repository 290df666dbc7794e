import type { IntentName } from '../contract.ts';
import type { Prediction } from './classify.ts';

/** What is cancelled to be had at another time is to be moved: "cancel it and rebook for sunday". */
const rebooking =
  /\bcancel\b(?:(?!\bcancel\b).){0,40}?\b(?:and|then|aur|but)\s+(?:then\s+|please\s+|pls\s+)*(?:re-?book|re-?schedule|book\s+(?:it|again|the same|another (?:slot|time|day|one)))\b/is;
const moving =
  /^\W*(?:(?:can|could|will) (?:you|we|u|i)\s+|(?:please|pls|plz|ok|okay|just|now|then|and|hmm|maybe|what if i|i want to|i need to|i'd like to|i'd rather|lets|let's)\W+)*(?:move|shift|re-?schedule|postpone|prepone)\s+(?:it|this|that)(?!\s+to\s+(?:cart|basket))\b/i;
const asking =
  /^\W*(?:and\s+|ok\s+|so\s+)*(?:what|how) about (?:my|our|mer[aie])\s+(?!(?:refund|money|complaint|payment|address|ticket)\b)\w/i;
const whenMine =
  /\b(?:when|what time|at what time)\s+(?:is|was|will|does|do)\s+(?:my|our)\s+(?!(?:refund|money|complaint|payment|cashback)\b)\w/i;
const bookedBefore = /\bi(?:'ve| have| had)?\s+(?:already\s+)?booked\b/i;
const complaining = /^\W*(?:(?:no|ok|then|so|and|now)\W+)*i(?:'ll| will| want to| am going to| wish to)? complain\W*$/i;
const helpWithMine =
  /\b(?:help|problem|issue|question|query)\b.{0,12}\b(?:with|about|regarding|on)\s+(?:my|a|the)\s+(?:\w+\s+)?(?:booking|order|appointment)\W*$/i;
const thatOne = /^\W*(?:(?:and|ok|about|for)\s+)*the\s+(?:[a-z]+\s+){1,2}one\W*$/i;
const dropping =
  /^\W*(?:(?:please|pls|just|ok|and|then|also)\s+)*(?:drop|cancel|scrap)\s+(?:the|my)\s+(?:[a-z]+\s+){1,2}(?:one|booking|visit|appointment)\W*$/i;
const moneyWhen =
  /\b(?:paise|paisa|refund)\b.{0,20}\bkab\b|\bkab\b.{0,20}\b(?:paise|paisa|refund)\b|\bwhen (?:will|do|does|is)\b.{0,20}\b(?:my|the) (?:money|refund)\b/i;
const askingPrice =
  /\bwhat(?:'s| is| was| were)?\s+the\s+(?:price|cost|rate|total)\W*$|\bhow much (?:was|is) (?:it|that)(?: again)?\W*$/i;
/** Gas that burns, where our people have been; gas for cooling is another. */
const gas =
  /\b(?:gas (?:smell|odou?r|leak\w*|badbu)|smell(?:s|ing)? (?:of |like )?gas|leak\w* gas|gas (?:ki )?(?:smell|badbu)|gas (?:nikal|leak ho) rah\w*)\b/i;
const aftermath =
  /\b(?:after|since|ke baad|fitted|installed|repaired|serviced|your (?:people|guy|man|technician|plumber|mechanic|staff|team))\b/i;
const cooling = /\b(?:ac|a\/c|air ?con\w*|fridge|refrigerator|cooling|refill\w*|refrigerant)\b/i;

const confidence = 0.92;

/** Whether a booking is to be given up for another time, in one wish of two clauses. */
export const isRebooking = (text: string): boolean => rebooking.test(text);

/** A wish whose words leave no doubt, where single words would mislead. */
function plainWish(text: string, activeFlow: IntentName | undefined): IntentName | undefined {
  if (isRebooking(text)) return 'reschedule_booking';
  if (gas.test(text) && aftermath.test(text) && !cooling.test(text)) return 'raise_complaint';
  if (moving.test(text)) return 'reschedule_booking';
  if (moneyWhen.test(text) && !isRebooking(text) && !/\b(?:cancel|agar|if)\b/i.test(text)) return 'refund_status';
  if (complaining.test(text)) return 'raise_complaint';
  if (whenMine.test(text)) return 'booking_status';
  if (activeFlow !== 'book_service' && dropping.test(text)) return 'cancel_booking';
  if ((activeFlow === undefined || activeFlow === 'book_service') && askingPrice.test(text)) return 'service_info';
  const isAbout = asking.test(text) || helpWithMine.test(text) || thatOne.test(text);
  return activeFlow === undefined && isAbout ? 'booking_status' : undefined;
}

/** Whether the words wish plainly for something else than what is open. */
export function leavesFlow(text: string, activeFlow: IntentName | undefined): boolean {
  const wish = plainWish(text, activeFlow);
  return wish !== undefined && wish !== activeFlow && wish !== 'booking_status' && wish !== 'service_info';
}

/** The predictions with the plain wish, if there is one, ahead of what its single words suggest. */
export function withPlainWish(
  predictions: Prediction[],
  text: string,
  activeFlow: IntentName | undefined,
): Prediction[] {
  const label = plainWish(text, activeFlow);
  // What was booked is not to be booked again.
  const isBooked = bookedBefore.test(text);
  if (label === undefined)
    return isBooked ? predictions.filter((prediction) => prediction.label !== 'book_service') : predictions;
  const rest = predictions.filter((prediction) => prediction.label !== label);
  const lowered = rest.map((prediction) => ({ ...prediction, confidence: Math.min(prediction.confidence, 0.3) }));
  const own = predictions.find((prediction) => prediction.label === label)?.confidence ?? 0;
  return [{ label, confidence: Math.max(own, confidence) }, ...lowered];
}
