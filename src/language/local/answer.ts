import type { Answer, AnswerInput } from '../contract.ts';
import { cleanText } from './clean-text.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { isStopWord } from './stop-words.ts';
import { stem, wordsOf } from './tokens.ts';

interface Scored extends Sentence {
  passageId: string;
  rank: number;
  place: number;
  /** Share of the question's weight that the sentence holds itself. */
  own: number;
  /** The same with what the sentence stands under. */
  evidence: number;
  score: number;
}

const figureFits = 0.5;
const pronoun = /^(?:they|it|this|these|those|that)\b/i;
const mostSentences = 4;
const mostItems = 8;
/** Shares of the question's weight below which the passages are no evidence. */
const leastEvidence = 0.55;
const leastOwn = 0.2;
const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));
const askingWords =
  words(`what happens happen if how long much many when policy rule rules tell explain know about mean your you company
  nexora possible kitna kitne kitni batao bataiye aata aati milega milta lagta lagega hota jata`);
/** Verbs that hardly say what is asked about: "do you take UPI", "is GST included". */
const lightWords = words(
  'take accept get give provide allow include included offer use work come receive bring have there extra',
);
/** Words that mean the same in a question as in a policy, each group by its stems. */
const sameThing = [
  'technician professional provider partner plumber electrician worker staff people person guy expert beautician cleaner painter carpenter mechanic banda',
  'refund reimburse return wapas paisa paise money',
  'late delay delayed',
  'cancel cancellation cancelled cancelation',
  'pay payment',
  'warranty guarantee waranty rework',
  'gst tax taxes',
  'verify verified verification background check checks',
  'reschedule rescheduling postpone move change shift',
  'privacy data personal information',
  'charge fee charges fees cost',
  'safe safety secure',
  'complaint complain grievance issue',
  'invoice bill receipt',
  'damage damaged break broken breaks',
  'insurance insured',
  'day days din',
  'hour hours ghante ghanta',
].map((group) => group.split(' ').map(stem));
const concepts = new Map(sameThing.flatMap((group) => group.map((word) => [word, group[0]!] as const)));

/**
 * The piece of a passage that answers the question, cited sentence by sentence; none when the passages do not answer it.
 * A piece, not the best sentences of everywhere: rules torn from their neighbours mislead.
 */
export function answer({ question, passages }: AnswerInput): Omit<Answer, 'maker'> {
  const asked = askedWords(cleanText(question));
  if (asked.size === 0 || passages.length === 0) return { sentences: [], grounding: 0 };
  const split = passages.map((passage) => splitSentences(passage.text));
  const weightOf = rarity(passages.flatMap(({ heading }, at) => split[at]!.map(({ text }) => `${heading} ${text}`)));
  const weighed = Array.from(asked, ([word, factor]) => [word, factor * weightOf(word)] as const);
  const all = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  const share = (held: Set<string>): number =>
    weighed.reduce((sum, [word, weight]) => sum + (held.has(word) ? weight : 0), 0) / all;

  const scored = passages.flatMap(({ id, title, heading }, rank) => {
    const fit = headingFit(question, heading, asked);
    return split[rank]!.map((sentence, place): Scored => {
      // "They arrive within 5 days": what "they" are stands in the sentence before.
      const before = pronoun.test(sentence.text) ? (split[rank]![place - 1]?.text ?? '') : '';
      const own = share(new Set(stemsOf(`${before} ${sentence.text} ${sentence.columns}`)));
      const evidence = share(
        new Set(stemsOf(`${title} ${heading} ${sentence.under} ${sentence.columns} ${sentence.text}`)),
      );
      // Retrieval has ranked the passages, and writers put the rule before its exceptions.
      const position = 0.1 / (1 + rank) + 0.04 / (1 + place);
      const leadsNowhere = sentence.text.endsWith(':') && !split[rank]![place + 1]?.isItem;
      const score =
        evidence + 0.5 * own + position + 0.3 * fit + figures(question, sentence) - (leadsNowhere ? 0.3 : 0);
      return { ...sentence, passageId: id, rank, place, own, evidence, score };
    });
  });
  const candidates = scored
    .filter(({ own }) => own >= leastOwn)
    .toSorted((a, b) => b.score - a.score || a.rank - b.rank || a.place - b.place);
  const top = candidates[0];
  if (!top || Math.max(...candidates.map(({ evidence }) => evidence)) < leastEvidence)
    return { sentences: [], grounding: 0 };
  const piece = pieceAround(
    top,
    scored.filter(({ rank }) => rank === top.rank),
    figures(question, top) >= figureFits,
  );
  const sentences = piece.map(({ text, passageId, start, end, isItem }) => ({
    text,
    citations: [{ passageId, start, end }],
    ...(isItem ? { isItem } : {}),
  }));
  // The sentences are the passages' own words: each is supported by what it cites.
  return { sentences, grounding: 1 };
}

/** The row that a figure has picked; the whole list or table with the sentence that leads to it; or a few sentences in a row. */
function pieceAround(top: Scored, passage: Scored[], isPicked: boolean): Scored[] {
  if (top.isItem && isPicked) return [top];
  const at = passage.indexOf(top);
  const leads = passage[at + 1]?.isItem && top.text.endsWith(':');
  if (top.isItem || leads) {
    let from = top.isItem ? at : at + 1;
    while (passage[from - 1]?.isItem) from -= 1;
    let to = from;
    while (passage[to]?.isItem) to += 1;
    const isLong = to - from > mostItems;
    const first = isLong ? Math.max(from, Math.min(at - 1, to - mostItems)) : from;
    const intro = passage[from - 1];
    return [...(intro ? [intro] : []), ...passage.slice(first, Math.min(to, first + mostItems))];
  }
  // What leads up to the answer is wanted as long as the answer is still in sight.
  let from = at < mostSentences - 1 ? 0 : at - 1;
  while (from > 0 && passage[from]?.isItem && at - from < mostItems) from -= 1;
  let to = Math.min(passage.length, from + mostSentences);
  while (passage[to]?.isItem && to - from < mostItems + mostSentences) to += 1;
  return passage.slice(from, to);
}

/** Nearly every heading is about one. */
const booking = stem('booking');

/** How much of what a heading asks is what the question asks, 0–1; the same question word counts a little. */
function headingFit(question: string, heading: string, asked: Map<string, number>): number {
  const own = heading.split('›').at(-1) ?? '';
  const stems = stemsOf(own).filter((word) => !askingWords.has(word) && word !== booking);
  // What stands before the first heading introduces a document; it settles nothing.
  if (own === '') return -0.7;
  if (stems.length === 0) return 0;
  const shared = stems.filter((word) => asked.has(word)).length / stems.length;
  const opening = (text: string) =>
    /^\s*(?:how (?:much|many|long)|how|who|when|where|why|can|is|are|do)\b/i.exec(text)?.[0].trim().toLowerCase();
  return shared * (opening(own) !== undefined && opening(own) === opening(question) ? 1.25 : 1);
}

/** Stems of the question with how much each matters. */
function askedWords(question: string): Map<string, number> {
  const content = wordsOf(question).filter(
    (word) => !isStopWord(word) && !askingWords.has(word) && !/^\d+$/.test(word),
  );
  return new Map(content.map((word) => [meaningOf(word), lightWords.has(word) ? 0.25 : 1]));
}

function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(meaningOf);
}

function meaningOf(word: string): string {
  const root = stem(word);
  return concepts.get(root) ?? root;
}

/** Weight of a stem by how few sentences hold it; a word that none holds weighs most, as nothing answers it. */
function rarity(sentences: string[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(stemsOf(sentence))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + (sentences.length + 2) / ((frequency.get(word) ?? 0) + 1));
}

/** What the figures of a sentence are worth: those that the question's own figure falls into most. */
function figures(question: string, { text, columns }: Sentence): number {
  const asked = question.match(/(\d+)\s*(hour|hr|day|minute|min)/i);
  const limits =
    asked &&
    text.match(
      new RegExp(
        `(?:(less than|under)\\s*)?(\\d+)(?:\\s*(?:to|-|–)\\s*(\\d+))?\\s*(?:${asked[2]})\\w*(\\s+or\\s+more)?`,
        'i',
      ),
    );
  if (asked && limits) {
    const [amount, from, to] = [Number(asked[1]), Number(limits[2]), Number(limits[3])];
    const fits = limits[3]
      ? amount >= from && amount <= to
      : limits[4]
        ? amount >= from
        : limits[1]
          ? amount < from
          : undefined;
    if (fits !== undefined) return fits ? figureFits : -0.3;
  }
  const wanted = /\b(?:how (?:much|many|long|late|early|soon)|kitn[aei]|percent|charge|fee|when|deadline|till)\b/i.test(
    question,
  );
  // A row says something only beside its neighbours, unless a figure has picked it.
  return (wanted && /\d/.test(text) ? 0.12 : 0) - (columns === '' ? 0 : 0.15);
}
