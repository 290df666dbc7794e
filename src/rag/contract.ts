/** A piece of a knowledge document, with the exact place it stands in. */
export interface Passage {
  /** `documentId#start`. */
  id: string;
  documentId: string;
  documentVersion: string;
  title: string;
  /** The headings above it, outermost first, joined by " › ". */
  heading: string;
  text: string;
  /** Character range [start, end) in the document's source text: `source.slice(start, end) === text`. */
  start: number;
  end: number;
}

export interface KnowledgeDocument {
  /** File name without ending, e.g. `cancellation-and-refunds`. */
  id: string;
  companyId: string;
  title: string;
  version: string;
  /** The Markdown body, front matter taken off. */
  source: string;
}

/** Finds passages of one company's documents. */
export interface Retriever {
  search(input: { companyId: string; query: string; limit: number }): Promise<{ passage: Passage; score: number }[]>;
  document(companyId: string, documentId: string): KnowledgeDocument | undefined;
}
