import { distance } from 'fastest-levenshtein';
import { isStopWord } from './stop-words.ts';
import { blank, overlaps, tokenize, type Span } from './tokens.ts';

interface AddressFound extends Span {
  value: string;
  kind: 'text' | 'saved' | 'city';
}

const announced = /\baddress\s*(?:is|:|-|=|hai)\s*(.{4,})$/is;
const building =
  /(?:\b(?:flat|flt|house|h\.?\s?no|plot|door|apartment|apt|villa|tower|shop|quarter|qtr|bungalow)\s*(?:no\.?|number|#)?\s*[:-]?\s*#?[a-z]?-?\d[\w/-]*|#\s?\d+[\w/-]*|\b\d+[a-z]?(?:\/\d+)?\s*,?\s+\d+(?:st|nd|rd|th)\s+(?:floor|main|cross|block|street|road)|\b\d+[a-z]?(?:\/\d+)?\s*,\s*(?:\d+(?:st|nd|rd|th)\s+(?:floor|main|cross|block|street)|[a-z]+ (?:street|road|nagar|colony|apartments?|society|residency|towers?|layout|lane|marg|enclave|vihar|heights)))/i;
const home =
  /\b(?:(?:at|to|from|my|mere|apne|our)\s+(?:home|house|flat|place|ghar)|home address|ghar\s+(?:pe|par|per|ka|mein|me|bhej\w*|aa (?:jao|jana|jaye)|aaye|aao)|ghar ka pata)\b/i;
const office =
  /\b(?:(?:at|to|my|mere|apne|our)\s+(?:office|workplace|work)|office address|(?:office|daftar)\s+(?:pe|par|me|mein))\b/i;
const labels: [RegExp, string][] = [
  [
    /^\W*(?:(?:my|the|use|same|saved|to|at|mere|apne)\s+)*(?:home|ghar|house)(?:\s+(?:address|one|pe|par|please|pls|wala))*\W*$/i,
    'home',
  ],
  [
    /^\W*(?:(?:my|the|use|same|saved|to|at|mere|apne)\s+)*(?:office|daftar)(?:\s+(?:address|one|pe|par|please|pls|wala))*\W*$/i,
    'office',
  ],
  [/^\W*(?:(?:my|the|use|same|saved|to|at)\s+)*(?:work|workplace)(?:\s+(?:address|one|please|pls))*\W*$/i, 'work'],
];
/** A place that is said beside a service, even within the words that name it: "house cleaning at home". */
const visited =
  /(?<!\b(?:salon|spa|parlou?r|massage|physio\w*|beauty)\s)\b(?:at|to)\s+(?:my\s+|our\s+)?(?:home|house|place|ghar)\b|\bghar\s+(?:pe|par|per|bhej\w*)(?=\s|$)|\b(?:at|to|in)\s+(?:my|our)\s+office\b/i;
const placeWords =
  /\b(?:road|rd|street|nagar|colony|layout|main|cross|block|phase|sector|apartments?|apts?|society|residency|towers?|villas?|flat|house|floor|near|opp|opposite|behind|lane|gali|mohalla|chowk|marg|enclave|vihar|park|gardens?|heights|greens|plot|building|complex|bazaar|market|mall|temple|school|college|hospital|station|palace|hostel|pg|quarters|campus|bungalow|plaza|arcade|garden|chambers|manor|estate|habitat|homes|meadows|halli|pura|palya|wadi|ganj|bagh)\b/i;
/** Names of one city, old, new and short. */
const namesakes = [
  'bengaluru bangalore blr',
  'mumbai bombay',
  'kolkata calcutta',
  'chennai madras',
  'gurugram gurgaon',
  'pune poona',
  'mysuru mysore',
  'kochi cochin',
  'thiruvananthapuram trivandrum',
  'vadodara baroda',
  'visakhapatnam vizag',
  'mangaluru mangalore',
  'prayagraj allahabad',
].map((names) => names.split(' '));

/** The address that answers an open question for one: a saved label, or all words that no other slot has claimed. */
export function findAnsweredAddress(text: string, claimed: Span[], cities: string[]): AddressFound | undefined {
  const whole = { start: 0, end: text.length };
  const label = findSavedLabel(blank(text, claimed));
  if (label) return label;
  const city = findCity(blank(text, claimed), cities);
  if (city && contentOf(blank(text, [...claimed, city])).length === 0) return city;
  const named = text.match(announced);
  const start = named ? named[0].length - named[1]!.length + named.index! : 0;
  const value = withoutOtherSlots(
    text.slice(start),
    claimed.map((span) => ({ start: span.start - start, end: span.end - start })),
  );
  return contentOf(value).some((word) => /\p{L}/u.test(word)) ? { value, kind: 'text', ...whole } : undefined;
}

/** "Home", when no other place is said with it. */
export function findSavedLabel(text: string): AddressFound | undefined {
  const pieces = /\d/.test(text) ? [text] : text.split(',');
  const label = labels.find(([pattern]) => pieces.some((piece) => pattern.test(piece)));
  return label && { value: label[1], kind: 'saved', start: 0, end: text.length };
}

/** Words that say where something is; `words`: without the values of other slots. */
export function looksLikeAddress(words: string): boolean {
  const pieces = words.split(',').filter((piece) => contentOf(piece).length > 0);
  if (/\d/.test(words) || pieces.length > 1) return true;
  return contentOf(words).length <= 6 && placeWords.test(words);
}

/** "At home", "to my office". */
export function findVisitedPlace(text: string): AddressFound | undefined {
  const match = text.match(visited);
  if (!match) return undefined;
  const value = /office/i.test(match[0]) ? 'office' : 'home';
  return { value, kind: 'saved', start: match.index!, end: match.index! + match[0].length };
}

/** An address that nobody asked for: only one that is clear ("flat 203, …", "address: …", "at my home"), or a city. */
export function findOfferedAddress(text: string, claimed: Span[], cities: string[]): AddressFound | undefined {
  const rest = blank(text, claimed);
  const opening = text.match(announced) ?? text.match(building);
  if (
    opening &&
    opening.index !== undefined &&
    !claimed.some((span) => overlaps(span, { start: opening.index!, end: opening.index! + 4 }))
  ) {
    const start = opening[1] === undefined ? opening.index : opening.index + opening[0].length - opening[1].length;
    const end = endOfAddress(text, start);
    const value = withoutOtherSlots(
      text.slice(start, end),
      claimed.map((span) => ({ start: span.start - start, end: span.end - start })),
    );
    if (contentOf(value).length > 0) return { value, kind: 'text', start, end };
  }
  for (const [pattern, value] of [
    [home, 'home'],
    [office, 'office'],
  ] as const) {
    const match = rest.match(pattern);
    if (match) return { value, kind: 'saved', start: match.index!, end: match.index! + match[0].length };
  }
  return findVisitedPlace(text) ?? findCity(rest, cities);
}

/** A city of the list, by its name, its former name or a slight misspelling; the longest name that fits. */
function findCity(text: string, cities: string[]): AddressFound | undefined {
  const tokens = tokenize(text);
  const found = cities.flatMap((city): AddressFound[] => {
    const name = city.toLowerCase();
    const names = namesakes.find((group) => group.includes(name)) ?? [name];
    const size = name.split(/\s+/).length;
    const at = tokens.findIndex((_, start) => {
      const words = tokens
        .slice(start, start + size)
        .map((token) => token.word)
        .join(' ');
      return names.some((it) => it === words || (it.length >= 6 && it[0] === words[0] && distance(it, words) === 1));
    });
    return at < 0 ? [] : [{ value: city, kind: 'city', start: tokens[at]!.start, end: tokens[at + size - 1]!.end }];
  });
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function contentOf(text: string): string[] {
  return tokenize(text)
    .map((token) => token.word)
    .filter((word) => !isStopWord(word) && word !== 'address');
}

/** The comma-separated pieces that hold more than other slots' values, those values left out. */
function withoutOtherSlots(text: string, claimed: Span[]): string {
  const pieces = Array.from(text.matchAll(/[^,;\n]+/g), (match) => {
    const inside = claimed
      .map((span) => ({
        start: Math.max(span.start - match.index, 0),
        end: Math.min(span.end - match.index, match[0].length),
      }))
      .filter((span) => span.start < span.end);
    return blank(match[0], inside)
      .replace(/\s+/g, ' ')
      .replace(/(?:^[\s.-]+|[\s.:-]+(?:pin|pincode|at|on|by|in)?[\s.:-]*$)/gi, '')
      .trim();
  });
  return pieces.filter((piece) => contentOf(piece).length > 0).join(', ');
}

function endOfAddress(text: string, start: number): number {
  const end = text.slice(start).search(/[?!\n]|\.(?:\s|$)|\s(?:and|aur|but|please|pls|tomorrow|today|kal)\s/i);
  return end < 0 ? text.length : start + end;
}
