import type { KnowledgeDocument } from '#src/rag/contract.ts';
import type { Part } from '#src/turn.ts';
import { POLICY_QUESTIONS } from '../data/dialogues-policy.ts';
import { part, understood } from './exchange.ts';

export interface PolicyAnswer {
  asks: string[];
  part: Part;
}

/** The answers that the documents give to what customers ask, in the documents' own words, each with its place. */
export function policyAnswers(documents: readonly KnowledgeDocument[]): PolicyAnswer[] {
  return POLICY_QUESTIONS.flatMap(({ document: id, heading, asks }) => {
    const document = documents.find((d) => d.id === id);
    const range = document && firstSentences(document.source, heading);
    if (!document || !range) return [];
    const quote = document.source.slice(range.start, range.end);
    const { version, title } = document;
    const source = { kind: 'passage' as const, documentId: id, version, title, heading, ...range, quote };
    return { asks, part: part('policy', quote, understood([source])) };
  });
}

/** One or two sentences of the section's first paragraph, if it is plain prose. */
function firstSentences(source: string, heading: string): { start: number; end: number } | undefined {
  const marker = `## ${heading}\n\n`;
  const found = source.indexOf(marker);
  if (found < 0) return undefined;
  const start = found + marker.length;
  const paragraph = source.slice(start).split('\n\n', 1)[0] ?? '';
  if (/^(\||-|\d+\.|<!--|#)|\*\*|:$/.test(paragraph)) return undefined;
  const sentences = /^.*?[.!?](?= |$)(?: .*?[.!?](?= |$))?/s.exec(paragraph)?.[0];
  return sentences ? { start, end: start + sentences.length } : undefined;
}
