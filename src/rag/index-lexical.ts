import MiniSearch, { type SearchResult } from 'minisearch';
import { chunkDocument } from './chunk.ts';
import type { KnowledgeDocument, Passage, Retriever } from './contract.ts';
import { type Concept, createQueryReader } from './read-query.ts';
import { isStopWord, termOf, wordsOf } from './terms.ts';

/**
 * A best score below this is chance rather than evidence: the documents probably do not answer the question. Of
 * `retrieval-questions.ts`, 95 % of the answerable questions reach it and 8 % of the unanswerable ones.
 */
export const WEAK_SCORE = 0.35;

const FIELD_BOOST = { heading: 2.5, title: 1.2, text: 1 };
/** What a match in the text counts, when a match in the heading counts 1. */
const TEXT_SHARE = 0.6;
/** BM25+ of a passage, per unit of rarity asked for, that gives a strength of one half. */
const HALF_STRENGTH = 6;

const indexedTerm = (word: string) => (isStopWord(word) ? null : termOf(word));

function createCompanyIndex(documents: KnowledgeDocument[]) {
  const passages = new Map(documents.flatMap(chunkDocument).map((passage) => [passage.id, passage]));
  const frequency = new Map<string, number>();
  const words = new Set<string>();
  for (const { heading, title, text } of passages.values()) {
    const own = new Set(wordsOf(`${heading} ${title} ${text}`).filter((word) => !isStopWord(word)));
    for (const word of own) words.add(word);
    for (const term of new Set([...own].map(termOf))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const index = new MiniSearch<Passage>({
    fields: Object.keys(FIELD_BOOST),
    tokenize: wordsOf,
    processTerm: indexedTerm,
  });
  index.addAll([...passages.values()]);
  return { passages, index, readQuery: createQueryReader({ passages: passages.size, frequency, words }) };
}

/** The share of what was asked, weighted by rarity, that stands in the passage; 1 when all of it is in the heading. */
function coverageOf(hit: SearchResult, concepts: Concept[], asked: number): number {
  const covered = concepts.reduce((sum, { terms, weight }) => {
    const found = terms.map(({ term, boost }) => {
      const fields = hit.match[term];
      return fields ? Math.sqrt(boost) * (fields.includes('heading') ? 1 : TEXT_SHARE) : 0;
    });
    return sum + weight * Math.max(0, ...found);
  }, 0);
  return covered / asked;
}

function searchCompany({ passages, index, readQuery }: ReturnType<typeof createCompanyIndex>, query: string) {
  const concepts = readQuery(query);
  const boosts = new Map<string, number>();
  for (const { term, boost } of concepts.flatMap(({ terms }) => terms)) {
    boosts.set(term, Math.max(boost, boosts.get(term) ?? 0));
  }
  if (boosts.size === 0) return [];
  const asked = concepts.reduce((sum, { weight }) => sum + weight, 0);
  const hits = index.search([...boosts.keys()].join(' '), {
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    boost: FIELD_BOOST,
    boostTerm: (term) => boosts.get(term) ?? 1,
  });
  return hits.flatMap((hit) => {
    const passage = passages.get(String(hit.id));
    if (!passage) return [];
    const strength = hit.score / (hit.score + HALF_STRENGTH * asked);
    return { passage, score: (coverageOf(hit, concepts, asked) + strength) / 2 };
  });
}

/**
 * Retrieval by words (BM25+), in memory. Each company has an index of its own: neither passages nor word statistics
 * are shared.
 *
 * `score` lies in 0–1 and is comparable between questions: the mean of how much of the question the passage covers and
 * of its BM25+ score against what the question could reach. See `WEAK_SCORE`. Equal scores are ordered by passage, so
 * results are deterministic. No query throws; one that says nothing, or `limit` ≤ 0, gives [].
 */
export function createLexicalIndex(documents: KnowledgeDocument[]): Retriever {
  const companies = new Map(
    [...Map.groupBy(documents, (document) => document.companyId)].map(([companyId, own]) => [
      companyId,
      { ...createCompanyIndex(own), documents: new Map(own.map((document) => [document.id, document])) },
    ]),
  );
  return {
    async search({ companyId, query, limit }) {
      const company = companies.get(companyId);
      if (!company || !(limit > 0)) return [];
      return searchCompany(company, query)
        .sort((a, b) => b.score - a.score || byPlace(a.passage, b.passage))
        .slice(0, limit);
    },
    document: (companyId, documentId) => companies.get(companyId)?.documents.get(documentId),
  };
}

function byPlace(a: Passage, b: Passage): number {
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return a.start - b.start;
}
