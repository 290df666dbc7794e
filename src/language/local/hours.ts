import type { Span } from './tokens.ts';

interface HourFound extends Span {
  hour: number;
  minute: number;
  part?: { from: number; to: number; name: string };
}

type Part = NonNullable<HourFound['part']>;

/** Parts of the day as home visits have them: from ≤ hour < to, in local hours. */
const parts: [RegExp, Part][] = [
  [/\b(?:early )?(?:morning|mornin|subah|subha|savere|sawere)\b/i, { from: 9, to: 12, name: 'morning' }],
  [
    /\b(?:after\s?noon|aftrnoon|dopah?ar|dupahar|dophar|post lunch|after lunch)\b/i,
    { from: 12, to: 17, name: 'afternoon' },
  ],
  [/\b(?:late )?(?:evening|evng|eve|shaam|sham|saam)\b/i, { from: 17, to: 20, name: 'evening' }],
  [/\b(?:night|tonight|tonite|nite|raat|rat ko)\b/i, { from: 20, to: 21, name: 'night' }],
];
const spelled: Record<string, number> = Object.fromEntries(
  `one two three four five six seven eight nine ten eleven twelve
  ek do teen char paanch chhe saat aath nau das gyarah barah ~ ~ ~ chaar panch che ~ ~ ~ dus ~ ~`
    .split(/\s+/)
    .map((word, index) => [word, (index % 12) + 1] as const)
    .filter(([word]) => word !== '~'),
);
/** "Kar do" is "please do", and "do you" no number either. */
const two =
  '(?<!\\b(?:kar|kara|karva|karwa|bhej|bhijwa|bata|dikha|de|rakh|hata|badal|la|laga|also|to|can|please)\\s)do(?!\\s+(?:you|u|we|i|they|it|not|the|this|that|have|any)\\b)';
const number = `\\d{1,2}|${Object.keys(spelled)
  .map((word) => (word === 'do' ? two : word))
  .join('|')}`;
const meridiem = '(?:a\\.?m\\.?|p\\.?m\\.?)(?![a-z])';
const unit =
  '(?!\\s*(?:ac|acs|unit|units|pc|pcs|bhk|seater|ton|hp|hours?|hrs?|ghante|min|mins|minutes?|days?|din|weeks?|months?|years?|rs|rupees|people|persons?|rooms?|bathrooms?|washrooms?|fans?|taps?|nos?|percent|km|sq|st|nd|rd|th|th)\\b|\\s*%|\\s*[-/.]\\s*\\d)';

/** Clock times of a text: first those that say so themselves, each pattern with hour, minute and meridiem groups. */
const explicit: RegExp[] = [
  new RegExp(
    `\\b(?:at |by |around |from |between |after |before |@ ?)?(?<hour>${number})(?:[:.](?<minute>[0-5]\\d))?(?: {0,2}(?:-|to|and|se) {0,2}(?:${number})(?:[:.][0-5]\\d)?)?\\s*(?<meridiem>${meridiem})`,
    'i',
  ),
  /\b(?:at |by |around |from )?(?<half>half past|quarter past|quarter to)\s+(?<hour>\d{1,2}|[a-z]{3,6})\b/i,
  new RegExp(
    `\\b(?<saade>saade|sadhe|sava|sawa|paune)?\\s*(?<hour>${number})(?:[:.](?<minute>[0-5]\\d))?\\s*(?:-\\s*\\d{1,2}\\s*)?(?:baje|bje|bajey|o'?clock)(?![a-z])`,
    'i',
  ),
  /(?<![\d:])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/,
  /(?<![\d])(?<hour>[01]\d|2[0-3])(?<minute>00|30)\s*(?:hrs|hours)\b/i,
  /\b(?<noon>noon|midday|mid-day)\b/i,
  /\b(?<midnight>midnight|aadhi raat)\b/i,
];
const prefixed = new RegExp(
  `(?:\\b(?:at|by|around|about|after|before|from|till|between|say|approx)\\s+|@\\s*)(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\b${unit}|(?<spelled>${number})(?=\\s*(?:$|[,.?!;]|today|tomorrow|on|and|please)))`,
  'i',
);
const suffixed = new RegExp(
  `\\b(?<hour>${number})(?:[:.](?<minute>[0-5]\\d))?\\s*(?:ish|ke aas\\s?paas|se pehle|ke baad|ko)\\b`,
  'i',
);
const bare = new RegExp(
  `(?<![\\d.,-])\\b(?<hour>${number})(?:[:.]?(?<minute>[0-5]\\d))?(?:\\s*(?:-|to|se)\\s*\\d{1,2})?\\b${unit}`,
  'i',
);

/** The first clock time that says so itself: "5 pm", "17:00", "subah 10 baje", "half past 5", "noon". */
export function findClock(text: string): HourFound | undefined {
  return firstOf(explicit, text, partOf(text)?.part.name);
}

/**
 * The first clock time or part of the day in a text without other figures. 1–8 without am or pm is the afternoon, as
 * home visits are in daytime. `expected`: a bare number counts too.
 */
export function findHour(text: string, expected: boolean): HourFound | undefined {
  const part = partOf(text);
  const patterns = [prefixed, ...(expected || part ? [suffixed] : []), ...(expected ? [bare] : [])];
  const time = firstOf(patterns, text, part?.part.name) ?? (part && numberBeside(text, part));
  if (time || !part) return time;
  return { hour: part.part.from, minute: 0, part: part.part, start: part.start, end: part.end };
}

function partOf(text: string): (Span & { part: Part }) | undefined {
  for (const [pattern, part] of parts) {
    const match = text.match(pattern);
    if (match) return { part, start: match.index!, end: match.index! + match[0].length };
  }
  return undefined;
}

function firstOf(patterns: RegExp[], text: string, part: string | undefined): HourFound | undefined {
  for (const pattern of patterns) {
    const match = text.match(pattern);
    const time = match?.groups && readTime(match.groups, part);
    if (match && time)
      return { ...time, start: match.index! + match[0].search(/\S/), end: match.index! + match[0].length };
  }
  return undefined;
}

/** A bare number right after a day's name: "sunday 11". `from` is where the day's name ends. */
export function hourAfterDate(text: string, from: number): HourFound | undefined {
  const match = text
    .slice(from)
    .match(
      new RegExp(
        `^[\\s,]*(?:ko\\s+)?(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\b${unit}(?=\\s*(?:$|[,.?!;]|\\b(?:for|and|please|pls|plz|ko|pe|par|at|in|if|ok|works?|is|hai|se|aur)\\b))`,
        'i',
      ),
    );
  const time = match?.groups && readTime(match.groups, undefined);
  return match && time ? { ...time, start: from + match[0].search(/\d/), end: from + match[0].length } : undefined;
}

/** "evening 6", "6 in the evening", "shaam ko 5". */
function numberBeside(text: string, part: Span & { part: Part }): HourFound | undefined {
  const after = text
    .slice(part.end)
    .match(new RegExp(`^\\s*(?:ko|at|by|around|,)?\\s*(?<hour>${number})(?:[:.](?<minute>[0-5]\\d))?\\b${unit}`, 'i'));
  const before = text
    .slice(0, part.start)
    .match(new RegExp(`\\b(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s{0,3}(?:in the|at|,)?\\s{0,3}$`, 'i'));
  const match = after ?? before;
  const time = match?.groups && readTime(match.groups, part.part.name);
  if (!match || !time) return undefined;
  return after
    ? { ...time, start: part.start, end: part.end + match[0].length }
    : { ...time, start: match.index!, end: part.end };
}

function readTime(
  groups: Record<string, string | undefined>,
  part: string | undefined,
): { hour: number; minute: number } | undefined {
  if (groups.noon) return { hour: 12, minute: 0 };
  if (groups.midnight) return { hour: 0, minute: 0 };
  const words = (groups.hour ?? groups.spelled)?.toLowerCase() ?? '';
  let hour = spelled[words] ?? Number(words);
  let minute = Number(groups.minute ?? 0);
  if (!Number.isInteger(hour) || hour > 24) return undefined;
  const half = groups.half?.toLowerCase() ?? groups.saade?.toLowerCase();
  if (half) {
    if (half === 'half past' || (half.startsWith('sa') && half.includes('d'))) minute = 30;
    else if (half === 'quarter to' || half === 'paune') [hour, minute] = [hour - 1, 45];
    else minute = 15;
  }
  const letter = groups.meridiem?.[0]?.toLowerCase();
  return { hour: onTheClock(hour, letter, part) % 24, minute };
}

function onTheClock(hour: number, meridiem: string | undefined, part: string | undefined): number {
  if (hour > 12) return hour;
  if (meridiem === 'a') return hour % 12;
  if (meridiem === 'p') return (hour % 12) + 12;
  if (part === 'morning') return hour;
  if (part === 'night') return hour >= 6 && hour < 12 ? hour + 12 : hour % 12;
  if (part) return (hour % 12) + 12;
  return hour >= 1 && hour <= 8 ? hour + 12 : hour;
}
