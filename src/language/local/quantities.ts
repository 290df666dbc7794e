import { findNumbers } from './numbers.ts';
import { overlaps, tokenize, type Span } from './tokens.ts';

interface QuantityFound extends Span {
  /** As written: 0, negative, fractions and absurd numbers are for the rules to refuse. */
  value: number;
}

const countable =
  /^\s*(?:x\s*|nos?\.?\s*(?:of\s*)?|more\s+|split\s+|window\s+|ceiling\s+|new\s+|old\s+|different\s+)*(?:ac'?s?|a\/cs?|units?|pieces?|pcs?|nos?|numbers?|items?|sets?|bath\s?rooms?|wash\s?rooms?|toilets?|rooms?|bed\s?rooms?|fans?|lights?|bulbs?|switch(?:es)?|sockets?|taps?|geysers?|sofas?|mattress(?:es)?|carpets?|chairs?|tables?|beds?|doors?|windows?|fridges?|machines?|tvs?|televisions?|people|persons?|cleaners?|kitchens?|balcon(?:y|ies)|purifiers?|cameras?|chimneys?|sinks?|pipes?|tanks?|walls?|wardrobes?|pankhe|kamre|log)(?![a-z])/i;
/** Numbers that measure or name something: "2 bhk", "1.5 ton", "5 seater", "2 hours", "3rd". */
const measure =
  /^\s*-?\s*(?:bhk|rk|seater|seat|ton|tonne|tr|hp|kg|l|ltr|litres?|liters?|inch|inches|ft|feet|sq|sqft|door|star|hours?|hrs?|ghante|min|mins|minutes?|days?|din|weeks?|months?|years?|am|pm|a\.m|p\.m|baje|o'?clock|st|nd|rd|th|rs|rupees|percent|%|km|times|floor|main|cross|block|:\d|\/\d)(?![a-z])/i;
const announced = /\b(?:quantity|qty|count|units?|how many|number of [a-z]+)\s*(?:is|:|=|to|as|-(?!\d))?\s*$/i;
/** What stands before the English "do", and what it is done to: "also do bathroom cleaning". */
const english = /\b(?:also|to|can|could|will|would|should|please|pls|you|he|she|they|we|i|and|then|visit|just)\s*$/i;
const work = /^\s+(?:\w+\s+){1,2}(?:cleaning|repair|service|servicing|fitting|installation)\b/i;
const hindi = /\b(?:karwa\w*|karva\w*|karna|karni|chahiye|hai|hain|ka|ki|ke|mein|saaf|bhi|aur)\b/i;
const isVerb = (text: string, { start, end }: Span): boolean =>
  english.test(text.slice(0, start)) || (work.test(text.slice(end)) && !hindi.test(text));
const times = /(?:^|\s)[x×]\s*$|\bfor\s+$/i;

/**
 * The first count in a text whose figures for other slots are blanked out: a number before something countable ("2 ACs", "three
 * bathrooms"), announced ("qty 3", "x2") or beside the service (`services`). `expected`: any number that is left.
 */
export function findQuantity(text: string, services: Span[], expected: boolean): QuantityFound | undefined {
  const numbers = findNumbers(text).filter(
    (number) => !measure.test(text.slice(number.end)) && !services.some((span) => overlaps(span, number)),
  );
  const counted = numbers.find((number) => {
    const after = text.slice(number.end);
    const before = text.slice(0, number.start);
    if (number.weak) {
      const word = text.slice(number.start, number.end);
      return (
        /^(?:two|one|do|ek)$/i.test(word) && countable.test(after) && !(/^do$/i.test(word) && isVerb(text, number))
      );
    }
    if (countable.test(after) || announced.test(before)) return true;
    if (times.test(before) && /^\s*(?:$|[,.!?]|please|pls|on|at|tomorrow|today)/i.test(after)) return true;
    if (/^\s*[x×](?![a-z])/i.test(after)) return true;
    return services.some((span) => span.start >= number.end && /^\s*$/.test(text.slice(number.end, span.start)));
  });
  const found = counted ?? (expected ? (numbers.find(({ weak }) => !weak) ?? lone(text, numbers)) : undefined);
  return found && { value: found.value, start: found.start, end: found.end };
}

/** "do" or "a" as the whole answer, "just one". */
function lone(text: string, numbers: ReturnType<typeof findNumbers>): QuantityFound | undefined {
  const others = tokenize(text).filter(
    (token) => !/^(?:just|only|bas|hi|sirf|please|pls|a|of|chahiye)$/.test(token.word),
  );
  return others.length <= 2
    ? numbers.find((number) => others.some((token) => overlaps(token, number)) || others.length === 0)
    : undefined;
}
