import type { Gazetteer, GazetteerService } from '../contract.ts';
import { gazetteerIndex, joinCompounds, type GazetteerIndex } from './gazetteer-index.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize, type Span, type Token } from './tokens.ts';

interface ServiceCandidate {
  kind: GazetteerService['kind'];
  id: string;
  /** How well the words name it, 0–1. */
  score: number;
}

export interface ServicesFound {
  /** Best first: one when the words name it, several when they fit several about equally well. */
  candidates: ServiceCandidate[];
  /** The words that named the best ones. */
  spans: Span[];
}

const least = 0.5;
/** How far behind the best others still count when the words name the best one in full. */
const close = 0.1;
const mostCandidates = 6;
/** A catalogue's own name for one thing outranks a mention in passing by this much at most. */
const shareOfName = 0.62;

/** A number is part of a service's name only as a measure: "5 seater", "1.5 ton". */
const measures = /^\s*-?(?:seater|bhk|rk|ton|door|lit(?:re|er)s?|ltr|kg|star|inch|hp|sq|sqft)\b/i;

/** A candidate with the stems that the text shares with it. */
type Ranked = ServiceCandidate & { stems: string[]; mass: number; whole: boolean };
type Match = Token & { stem: string; likeness: number };

/** Services of the catalogue that a text names, by the share of a name's or phrase's words (weighed by rarity) in it. */
export function findServices(text: string, gazetteer: Gazetteer): ServicesFound | undefined {
  const index = gazetteerIndex(gazetteer);
  const matches = matchedTokens(text, index);
  if (matches.length === 0) return undefined;
  const likeness = new Map<string, number>();
  for (const match of matches) likeness.set(match.stem, Math.max(match.likeness, likeness.get(match.stem) ?? 0));
  const said = sum([...likeness.keys()].map(index.weightOf));

  const best = new Map<string, Ranked>();
  for (const at of new Set([...likeness.keys()].flatMap((stem) => index.byStem.get(stem) ?? []))) {
    const { service, stems, mass } = index.wordings[at]!;
    const common = stems.filter((stem) => likeness.has(stem));
    const named = sum(common.map((stem) => index.weightOf(stem) * likeness.get(stem)!));
    const whole = common.length === stems.length;
    let score = shareOfName * (named / mass) + (1 - shareOfName) * (named / said);
    if (!whole && common.every(index.isGeneric)) score *= 0.4;
    // What words do not name in full is likelier the family than one of its members.
    if (!whole && service.kind === 'rate_card') score *= 0.92;
    const rival = best.get(service.id);
    if (!rival || score > rival.score)
      best.set(service.id, { kind: service.kind, id: service.id, score, stems: common, mass: named, whole });
  }
  const ranked = [...best.values()].toSorted((a, b) => b.score - a.score || b.mass - a.mass || rank(a) - rank(b));
  const top = ranked[0];
  if (!top || top.score < least) return undefined;
  const chosen = ranked.filter((it) => it.score >= least && isRival(it, top)).slice(0, mostCandidates);
  const stems = new Set(chosen.flatMap((candidate) => candidate.stems));
  return {
    candidates: chosen.map(({ kind, id, score }) => ({ kind, id, score: Math.min(1, Number(score.toFixed(3))) })),
    spans: matches.filter((match) => stems.has(match.stem)).map(({ start, end }) => ({ start, end })),
  };
}

/** "AC" fits every AC family alike: what the words name only in part is all that share those very words. */
function isRival(other: Ranked, top: Ranked): boolean {
  if (top.whole) return other.score >= top.score - close;
  return other.mass > top.mass * 0.99 && (top.kind !== 'subcategory' || other.kind === 'subcategory');
}

function matchedTokens(text: string, index: GazetteerIndex): Match[] {
  return tokenize(joinCompounds(text)).flatMap((token) => {
    if (isStopWord(token.word) || (/^\d/.test(token.word) && !measures.test(text.slice(token.end)))) return [];
    const match = index.lookUp(token.word);
    return match ? [{ ...token, ...match }] : [];
  });
}

function rank({ kind }: ServiceCandidate): number {
  return kind === 'subcategory' ? 0 : kind === 'rate_card' ? 1 : 2;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
