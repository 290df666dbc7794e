import { COMMON_WORDS, SEQUENCES } from './common-passwords.ts';

/** bcrypt reads no further. */
const MAX_BYTES = 72;
const LONG = 10;
const SHORTEST = 8;
/** Of small letters, capitals, digits, signs. */
const KINDS_IF_SHORT = 3;
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

const REPLACED: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '6': 'g',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
};

/** What a password must not be made of. */
export interface Holder {
  name: string;
  email: string;
  phone?: string | undefined;
}

/** Why a password is too weak, as the rest of a sentence; undefined for one that will do. */
export function weaknessOf(password: string, holder: Holder): string | undefined {
  if (Buffer.byteLength(password) > MAX_BYTES) return `must have at most ${MAX_BYTES} bytes`;
  const kinds = CLASSES.filter((kind) => kind.test(password)).length;
  const length = [...password].length;
  if (length < SHORTEST || (length < LONG && kinds < KINDS_IF_SHORT))
    return `must have at least ${LONG} characters, or ${SHORTEST} that mix small letters, capitals, digits and signs`;
  if (namesHolder(password, holder)) return 'must not contain your name, e-mail address or phone number';
  if (isCommon(password)) return 'is too easy to guess: many people use it, or one like it';
  return undefined;
}

/** The plain word behind a password: "P@ssw0rd!2024" → "password". */
function* wordsIn(password: string): Generator<string> {
  const lower = password.toLowerCase();
  const bare = lower.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  yield bare;
  yield plain(bare);
  // Where the replacements stand at an end: "pa$$word" has none, "5unshine1" and "dragon$" do.
  yield plain(lower.replaceAll(/[\d\W_]+$/g, '')).replaceAll(/[^a-z]/g, '');
  yield lower.replaceAll(/[^a-z]/g, '');
  const all = plain(lower).replaceAll(/[^a-z]/g, '');
  yield all;
}

const plain = (text: string): string => [...text].map((sign) => REPLACED[sign] ?? sign).join('');

function isCommon(password: string): boolean {
  for (const word of wordsIn(password)) if (isCommonWord(word)) return true;
  const lower = password.toLowerCase();
  // "hunter-12345-A": a common word, a run of digits, and next to nothing.
  const words = lower.match(/[a-z]{4,}/g) ?? [];
  if (words.some((word) => isCommonWord(word) && withoutRuns(lower.replace(word, ' ')).length < 5)) return true;
  return isRegular(lower);
}

/** A common word, or the same one two or three times. */
function isCommonWord(word: string): boolean {
  if (COMMON_WORDS.has(word)) return true;
  return [2, 3].some((times) => {
    const part = word.slice(0, word.length / times);
    return part.length > 2 && part.repeat(times) === word && COMMON_WORDS.has(part);
  });
}

/** Few different characters, one piece repeated, or nothing but runs along rows of keys, a date included. */
function isRegular(lower: string): boolean {
  if (new Set(lower).size < 5) return true;
  const repeated = /^(.{1,6}?)\1+$/.test(lower);
  return repeated || withoutRuns(lower).length < 4 || /^\d{1,2}[/.-]?\d{1,2}[/.-]?(?:19|20)\d\d$/.test(lower);
}

/** What is left of a password when runs of four or more neighbours, in either direction, are taken out. */
function withoutRuns(lower: string): string {
  let left = '';
  for (let i = 0; i < lower.length;) {
    const run = runAt(lower, i);
    if (run < 4) left += lower[i];
    i += run < 4 ? 1 : run;
  }
  return left;
}

function runAt(lower: string, start: number): number {
  let longest = 1;
  for (const row of SEQUENCES)
    for (const line of [row, [...row].toReversed().join('')])
      for (let n = longest + 1; start + n <= lower.length && line.includes(lower.slice(start, start + n)); n++)
        longest = n;
  return longest;
}

function namesHolder(password: string, { name, email, phone }: Holder): boolean {
  const lower = password.toLowerCase();
  const parts = [...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...(email.split('@')[0] ?? '').split(/[^a-z\d]+/)];
  const digits = phone?.slice(-10);
  return parts.some((part) => part.length >= 4 && lower.includes(part)) || Boolean(digits && lower.includes(digits));
}
