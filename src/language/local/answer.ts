import type { Answer, AnswerInput } from '../contract.ts';
import { cleanText } from './clean-text.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { isStopWord } from './stop-words.ts';
import { stem, wordsOf } from './tokens.ts';

interface Scored extends Sentence {
  passageId: string;
  /** Share of the question's weight in the sentence itself, and with what it stands under. */
  own: number;
  total: number;
  order: number;
}

const mostSentences = 3;
/** Shares of the question's words, by weight, below which the passages are no evidence. */
const leastTotal = 0.5;
const leastOwn = 0.2;
const askingWords = new Set(
  'what happens happen if how long much many when policy rule rules tell explain know about mean give you your company nexora possible ok please does'.split(
    ' ',
  ),
);
const sameThing = [
  'technician professional provider partner plumber electrician worker staff people person guy expert beautician cleaner painter carpenter mechanic banda',
  'refund money-back reimburse return wapas paisa paise',
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
  'insurance insured cover covered',
  'upi card cash wallet netbanking',
].map((group) => group.split(' ').map(stem));
const concepts = new Map(sameThing.flatMap((group) => group.map((word) => [word, group[0]!] as const)));

/** One to three sentences of the passages that answer the question, cited; none when the passages do not answer it. */
export function answer({ question, passages }: AnswerInput): Omit<Answer, 'maker'> {
  const asked = [...new Set(stemsOf(cleanText(question), true))];
  if (asked.length === 0 || passages.length === 0) return { sentences: [], grounding: 0 };
  const texts = passages.map((passage) => splitSentences(passage.text));
  const weightOf = rarity(
    passages.flatMap((passage, at) => texts[at]!.map(({ text, under }) => `${passage.heading} ${under} ${text}`)),
  );
  const all = asked.reduce((sum, word) => sum + weightOf(word), 0);
  const share = (words: Set<string>): number =>
    asked.reduce((sum, word) => sum + (words.has(word) ? weightOf(word) : 0), 0) / all;

  const scored = passages.flatMap((passage, rank) =>
    texts[rank]!.map((sentence, place): Scored => {
      const own = new Set(stemsOf(sentence.text));
      const around = new Set([...own, ...stemsOf(`${passage.title} ${passage.heading} ${sentence.under}`)]);
      const wanted = figuresWanted(question) && /\d/.test(sentence.text) ? 0.1 : 0;
      // Retrieval has ranked the passages, and writers put the rule before its exceptions.
      const position = 0.06 / (1 + rank) + 0.04 / (1 + place);
      return {
        ...sentence,
        passageId: passage.id,
        own: share(own),
        total: share(around) + 0.5 * share(own) + wanted + position,
        order: rank * 1000 + place,
      };
    }),
  );
  const evidence = Math.max(0, ...scored.map(({ total, own }) => (own >= leastOwn ? total - 0.5 * own : 0)));
  const best = scored.filter(({ own }) => own >= leastOwn).toSorted((a, b) => b.total - a.total || a.order - b.order);
  const top = best[0];
  if (!top || evidence < leastTotal + 0.1) return { sentences: [], grounding: 0 };
  const chosen = best.filter(({ total }) => total >= top.total * 0.75).slice(0, mostSentences);
  const sentences = chosen
    .filter(({ text }, at) => chosen.findIndex((other) => other.text === text) === at)
    .toSorted((a, b) => a.order - b.order)
    .map(({ text, passageId, start, end }) => ({ text, citations: [{ passageId, start, end }] }));
  // The sentences are the passages' own words: each is supported by what it cites.
  return { sentences, grounding: 1 };
}

function stemsOf(text: string, ofQuestion = false): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word) && !(ofQuestion && askingWords.has(word)))
    .map(stem)
    .map((word) => concepts.get(word) ?? word);
}

/** Weight of a stem by how few sentences hold it; a word that none holds weighs most, as nothing answers it. */
function rarity(sentences: string[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(stemsOf(sentence))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + (sentences.length + 2) / ((frequency.get(word) ?? 0) + 1));
}

function figuresWanted(question: string): boolean {
  return /\b(?:how (?:much|many|long|late|early|soon)|kitn[aei]|percent|charge|fee|when|deadline|till)\b/i.test(
    question,
  );
}
