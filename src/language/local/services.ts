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
/** From here on the words name something by themselves. */
const sureName = 0.7;
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

/** "A carpenter for door repair" wants the repair, "not the tap, it's the flush tank" the tank; waiting times are no part of a name. */
const trades =
  /\b(?:plumber|electrician|carpenter|painter|technician|mechanic|cleaner|beautician|someone|somebody|person|guy)\b(?=.*\b(?:for|to)\s+(?!(?:today|tomorrow|now|my|home|\w+day|\d)\b)[a-z])/i;
const denied = /\b(?:not|nahi)\s+(?:for\s+)?(?:the|a|an|my)\s+[a-z ]{2,25}?(?=\s*(?:,|;|\bbut\b|\binstead\b))/i;
/** "I don't need the pipe repair, only the tap": what is kept is not what is spoken of. */
const keptOnly =
  /(?<=\b(?:don'?t|do not|no longer)\s+(?:need|want)\b.{3,60})(?:,|\bbut\b|\band\b)?\s*\b(?:only|just)\s+(?:the|my)\s+[a-z ]+$/i;
const wait = /\bin\s+(?:\d+|an?|half an?)\s+(?:minutes?|mins?|hours?|hrs?)\b/gi;

/** The service that the words mean: what is asked for, as opposed to who does it or what it is not. */
export function findServices(text: string, gazetteer: Gazetteer): ServicesFound | undefined {
  const hide = (words: string, pattern: RegExp) => words.replace(pattern, (match) => ' '.repeat(match.length));
  const said = hide(text, wait);
  const asked = [denied, trades, keptOnly].reduce(hide, said);
  const narrow = asked === said ? undefined : findNamedServices(asked, gazetteer);
  return narrow && narrow.candidates[0]!.score >= sureName ? narrow : findNamedServices(said, gazetteer);
}

/** Services of the catalogue that a text names, by the share of a name's or phrase's words (weighed by rarity) in it. */
function findNamedServices(text: string, gazetteer: Gazetteer): ServicesFound | undefined {
  const index = gazetteerIndex(gazetteer);
  const matches = matchedTokens(text, index);
  if (matches.length === 0) return undefined;
  const likeness = new Map<string, number>();
  for (const match of matches) likeness.set(match.stem, Math.max(match.likeness, likeness.get(match.stem) ?? 0));
  const said = sum([...likeness.keys()].map(index.weightOf));

  const best = new Map<string, Ranked>();
  for (const at of new Set([...likeness.keys()].flatMap((stem) => index.byStem.get(stem) ?? []))) {
    const { stems, mass, service: worded } = index.wordings[at]!;
    const service = inSize(worded, text, gazetteer);
    const common = stems.filter((stem) => likeness.has(stem));
    const named = sum(common.map((stem) => index.weightOf(stem) * likeness.get(stem)!));
    const whole = common.length === stems.length;
    // "Fabric sofa cleaning": what is said beside one of its names may stand in another one.
    const own = sum(
      [...likeness.keys()].filter((stem) => index.vocabulary.get(service.id)?.has(stem)).map(index.weightOf),
    );
    const heard = whole ? Math.max(named, own) : named;
    let score = shareOfName * (named / mass) + (1 - shareOfName) * (heard / said);
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

/** "In the same visit" names no plumber visit. */
const sameVisit = /\b(?:same|this|that|one|single|ek|usi|isi) visit\b/gi;

function matchedTokens(text: string, index: GazetteerIndex): Match[] {
  const words = text.replace(sameVisit, (match) => ' '.repeat(match.length));
  return tokenize(joinCompounds(words))
    .flatMap(apart)
    .flatMap((token) => {
      if (isStopWord(token.word) || (/^\d/.test(token.word) && !measures.test(text.slice(token.end)))) return [];
      const match = index.lookUp(token.word);
      return match ? [{ ...token, ...match }] : [];
    });
}

const measured = /(up to )?(\d+)\s*-?(bhk|seater|ton)\b( and larger)?/i;

/** The same service for the size that is said, if there is one: "cockroach control in a 3 bhk". */
function inSize(service: GazetteerService, text: string, { services }: Gazetteer): GazetteerService {
  if (fitsMeasure(service.name, text)) return service;
  const head = service.name.replace(measured, '');
  const others = services.filter(
    ({ parentId, name }) => parentId === service.parentId && name.replace(measured, '') === head,
  );
  return others.find(({ name }) => fitsMeasure(name, text)) ?? service;
}

/** Whether a service for homes or sofas of one size may be meant by words that name another: "3 bhk" is not "up to 2 BHK". */
function fitsMeasure(name: string, text: string): boolean {
  const [own, said] = [measured.exec(name), measured.exec(text)];
  if (!own || !said || own[3]?.toLowerCase() !== said[3]?.toLowerCase()) return true;
  const [size, wanted] = [Number(own[2]), Number(said[2])];
  return size === wanted || (own[1] !== undefined && wanted < size) || (own[4] !== undefined && wanted > size);
}

/** "3bhk" is "3 bhk". */
function apart(token: Token): Token[] {
  const { 1: count = '', 2: unit = '' } = /^(\d+)(bhk|rk|seater|ton|door|kg|litre)$/.exec(token.word) ?? [];
  if (unit === '') return [token];
  const middle = token.start + count.length;
  return [
    { ...token, word: count, end: middle },
    { ...token, word: unit, start: middle },
  ];
}

function rank({ kind }: ServiceCandidate): number {
  return kind === 'subcategory' ? 0 : kind === 'rate_card' ? 1 : 2;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
