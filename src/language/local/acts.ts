import type { SlotName } from '../contract.ts';
import { actPhrases, longestPhrase, type Act } from './act-phrases.ts';

interface ActsFound {
  /** Acts at the head of the text, in order, each once. */
  acts: Exclude<Act, 'filler'>[];
  /** Where the rest begins: the text's length when the acts are all there is. */
  end: number;
}

interface Piece {
  word: string;
  start: number;
  end: number;
}

/** Acts stand at a message's head: further words are not looked at. */
const mostPieces = 40;
const wordOrEmoji = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*|\p{Extended_Pictographic}/gu;

const steering = new Set<Act>(['affirm', 'deny', 'cancel', 'change', 'skip', 'help', 'bye']);
/** After these heads ("no water in the tap", "right side door") the act is only meant if something sets it off. */
const hesitant = new Set(
  `no nahi nahin nai na nhi n not dont never none wrong cancel change stop skip edit update any next pass
    help menu options bas book confirm right good great fine done true works perfect correct deal ha han ji k
    y sahi kar karo theek thik anything anyone whatever something leave drop forget start reset exit quit end
    do go place that i its let lets can how what whats please need all looks sounds indeed modify restart
    abort galat commands`.split(/\s+/),
);
const correcting =
  /^\s*(?:make|change|i|it|its|it's|not|actually|instead|wait|the|on|at|for|only|just|by|to|we|let|lets|let's|one(?!\s+(?:has|have|had|came|come|is|was|showed|turned|answer\w*|repl\w*|pick\w*|here|cares?|from|did|will|would|called|responds?|else))|two|three|kal|aaj|parso|today|tomorrow|sunday|monday|tuesday|wednesday|thursday|friday|saturday|morning|evening|afternoon|book|\d)/i;
const setsOff = /^\s*[,.!;:\-\n…]|^\s+(?:but|lekin|magar|par|and|because|as|since)\b/i;

/** Reads acts from the head of a text: "yes, make it 6 pm" is `affirm` with the rest "make it 6 pm". */
export function leadingActs(text: string): ActsFound {
  const pieces: Piece[] = Array.from(text.matchAll(wordOrEmoji).take(mostPieces), (match) => ({
    word: match[0].toLowerCase().replaceAll("'", ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const acts: ActsFound['acts'] = [];
  let place = 0;
  let end = 0;
  while (place < pieces.length) {
    const step = longestAct(pieces, place);
    if (!step) break;
    const last = pieces[place + step.length - 1]!;
    const rest = text.slice(last.end);
    const isLast = place + step.length === pieces.length;
    const head = pieces[place]!.word;
    if (
      !isLast &&
      steering.has(step.act) &&
      hesitant.has(head) &&
      !setsOff.test(rest) &&
      !restIsActs(pieces, place + step.length)
    ) {
      if (step.act !== 'deny' || !correcting.test(rest)) break;
    }
    if (step.act !== 'filler' && !acts.includes(step.act)) acts.push(step.act);
    place += step.length;
    end = last.end;
  }
  if (acts.length === 0) return { acts, end: 0 };
  return { acts, end: place >= pieces.length && pieces.length < mostPieces ? text.length : end };
}

function longestAct(pieces: Piece[], place: number): { act: Act; length: number } | undefined {
  for (let length = Math.min(longestPhrase, pieces.length - place); length > 0; length--) {
    const act = actPhrases.get(
      pieces
        .slice(place, place + length)
        .map((piece) => piece.word)
        .join(' '),
    );
    if (act) return { act, length };
  }
  return undefined;
}

function restIsActs(pieces: Piece[], from: number): boolean {
  let place = from;
  while (place < pieces.length) {
    const step = longestAct(pieces, place);
    if (!step) return false;
    place += step.length;
  }
  return true;
}

const person =
  '(?:human|humans|real person|live person|actual person|agent|live agent|human agent|representative|rep|executive|operator|customer (?:care|service|support|executive)|customercare|support (?:team|person|agent|executive)|call cent(?:re|er)|support|supervisor|manager|insaan|insan|aadmi|person|someone|somebody)';
const handoffs = [
  new RegExp(
    `\\b(?:talk|speak|chat|connect|transfer|escalate|route|put|patch|baat|hand)\\b(?:\\s+(?:me|us|this|directly|through|over|with|to|a|an|the|your|some|any|one of your|real|live|actual)){0,4}\\s+${person}\\b`,
    'i',
  ),
  /\b(?:insaan|insan|aadmi|agent|executive|manager|customer care|kisi)\s+(?:se|say)\s+(?:baat|bat)\b/i,
  /^\W*(?:(?:i\s+)?(?:want|need|get me|give me|call|contact|please|pls)\s+)*(?:an?\s+|the\s+|your\s+|to\s+)*(?:(?:real|live|actual)\s+)?(?:human|live agent|agent|human agent|representative|operator|real person|customer (?:care|service|support)|customercare|customer executive|supervisor|call cent(?:re|er))(?:\s+(?:number|no|contact|please|pls|plz|now|chahiye|help))*\W*$/i,
  /\b(?:customer (?:care|support|service)|support|helpline|toll free|call cent(?:re|er))\s*(?:'s)?\s*(?:phone\s*|contact\s*)?(?:number|no\b|contact|helpline)/i,
  /\b(?:helpline|toll[ -]?free)\b/i,
  /\b(?:number|contact) (?:of|for|to) (?:call |your )?(?:customer (?:care|support|service)|support)\b/i,
  /\bcall me back\b|\bcallback\b|\bcall me please\b|\bplease call me\b|\b(?:someone|somebody|anyone|manager|agent|team) (?:to |should |must |please |can )?call me\b/i,
  /^\W*(?:(?:please|pls|can (?:you|someone|somebody|anyone)|just|ok|i want you to|kindly)\s+)*(?:call|phone|ring|dial) (?:me|us)(?:\s+(?:up|back|now|asap|please|pls|once|immediately|urgently|today|right now|on (?:my|this) (?:number|phone|mobile).*|at \+?\d[\d ]{8,}))*\W*$/i,
  /\b(?:mujhe|mujhse|muje|humko|hame)\s+(?:phone|call|fon)\s*(?:kar\w*|lagao)\b|\b(?:insaan|insan|aadmi|executive|agent|manager|customer care)\s+(?:chahiye|se (?:baat|bat)|ko (?:bulao|bulaiye|do))/i,
  /\b(?:do not|don'?t) want to (?:talk|chat|speak) (?:to|with) (?:a |the )?(?:bot|robot|machine)\b/i,
];

/** Whether the text asks for a person instead of the assistant. */
export function asksForPerson(text: string): boolean {
  return handoffs.some((pattern) => pattern.test(text));
}

const contactOf =
  /\b(?:change|update|edit|correct)\b.{0,25}\b(?:address|phone|mobile|contact|number|name|email)\b.{0,30}\b(?:on|of|for|in)\b.{0,15}\b(?:booking|order|appointment|account|profile|[a-z]{2}-?\d)/i;

/** Whether the text orders a change of a booking's address or contact, which nobody here can make. */
export function changesContact(text: string): boolean {
  return contactOf.test(text) && !/\b(?:what if|how (?:do|can)|can i|if i)\b/i.test(text);
}

const slotWords: [RegExp, SlotName][] = [
  [/\b(?:time|timing|hour|slot|samay|waqt)\b/i, 'hour'],
  [/\b(?:date|day|din|tarikh|tareekh)\b/i, 'date'],
  [/\b(?:address|location|place|pata|jagah)\b/i, 'address'],
  [/\b(?:pin\s?code|pin)\b/i, 'pincode'],
  [/\b(?:service|package|option)\b/i, 'service'],
  [/\b(?:quantity|qty|number of|units?|count|how many)\b/i, 'quantity'],
];
const changing = /\b(?:change|chang|edit|modify|update|alter|correct|different|another|wrong|badal\w*|badl\w*)\b/i;

/** "change the time": which slot the customer wants to change; undefined when the text is no such wish. */
export function slotToChange(text: string): SlotName | undefined {
  return changing.test(text) ? slotWords.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}

/** Words that say that a value replaces an earlier one: "make it", "instead", "not sunday but monday". */
export function correctsEarlier(text: string): boolean {
  return /\b(?:make (?:it|that|this)|instead|actually|rather|change|changed|i meant|i mean|sorry|oops|not\b.{1,25}\b(?:but|,)|correction|wrong|mistake|galti|ki jagah|badal|badlo|update|edit|modify|switch to|move (?:it|that|this)?\s*to|shift (?:it|this)?\s*to|nahi\b.{0,12},|wait|let'?s do|kar do\b.*\binstead|better)\b|\bnot (?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|today|tomorrow|\d)/i.test(
    text,
  );
}

/** Words that take back part of an assent: "yes but …". */
export function hedges(text: string): boolean {
  return /\b(?:but|wait|except|however|only if|unless|before|first|lekin|magar|par|if|not|no|dont|don't|nahi|hold on|without|instead)\b/i.test(
    text,
  );
}
