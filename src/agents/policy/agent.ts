import type { Ctx } from '#src/context.ts';
import type { Answer } from '#src/language/contract.ts';
import type { Passage } from '#src/rag/contract.ts';
import { WEAK_SCORE } from '#src/rag/index-lexical.ts';
import type { Source } from '#src/turn.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';

const PASSAGES = 8;
/** Share of an answer's sentences that must be supported by what they cite. */
const MIN_GROUNDING = 0.99;

/** Answers questions about the company's rules from its documents, each sentence with its source, or says that it cannot. */
export function createPolicyAgent(): Agent {
  return {
    name: 'policy',
    intents: ['policy_question'],
    flows: [],
    slots: [],
    description: 'Answers questions about rules: refunds, warranty, payment, safety.',
    labels: { policy_question: 'Rules and policies' },
    run,
  };
}

async function run(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const { retriever, language } = ctx.deps;
  const found = await retriever.search({ companyId: ctx.company.id, query: input.text, limit: PASSAGES });
  const strong = found.filter((hit) => hit.score >= WEAK_SCORE).map((hit) => hit.passage);
  const passages = sectionsOf(ctx, strong);
  if (passages.length === 0) return unknown(ctx);
  const answer = await language.answer({ question: input.text, passages });
  if (answer.sentences.length === 0 || answer.grounding < MIN_GROUNDING) return unknown(ctx);
  return {
    agent: 'policy',
    status: 'answered',
    parts: [{ agent: 'policy', text: asText(answer), sources: citations(answer, passages) }],
    effects: [],
  };
}

/** The whole sections that the passages stand in, best first: a list or table is understood with the words around it. */
function sectionsOf(ctx: Ctx, passages: Passage[]): Passage[] {
  const sections = new Map<string, Passage>();
  for (const passage of passages) {
    const source = ctx.deps.retriever.document(ctx.company.id, passage.documentId)?.source;
    if (source === undefined) continue;
    const headingAt = passage.heading === '' ? -1 : source.lastIndexOf('\n#', passage.start);
    const start = headingAt < 0 ? 0 : source.indexOf('\n', headingAt + 1) + 1;
    const nextHeading = source.indexOf('\n#', passage.end - 1);
    const end = nextHeading < 0 ? source.length : nextHeading;
    const id = `${passage.documentId}#${start}`;
    if (!sections.has(id)) sections.set(id, { ...passage, id, start, end, text: source.slice(start, end) });
  }
  return [...sections.values()];
}

/** Sentences in a paragraph, list items each on a line of their own. */
function asText(answer: Answer): string {
  let text = '';
  let wasItem = false;
  for (const { text: sentence, isItem = false } of answer.sentences) {
    const gap = isItem ? '\n' : wasItem ? '\n\n' : ' ';
    text += `${text === '' ? '' : gap}${isItem ? '• ' : ''}${sentence}`;
    wasItem = isItem;
  }
  return text;
}

/** A passage is cited once, from the first to the last of its sentences that are used. */
function citations(answer: Answer, passages: Passage[]): Source[] {
  const used = Map.groupBy(
    answer.sentences.flatMap((sentence) => sentence.citations),
    (citation) => citation.passageId,
  );
  const sources = passages.flatMap((passage): Source[] => {
    const ranges = used.get(passage.id);
    if (!ranges) return [];
    const start = Math.min(...ranges.map((range) => range.start));
    const end = Math.max(...ranges.map((range) => range.end));
    return [
      {
        kind: 'passage',
        documentId: passage.documentId,
        version: passage.documentVersion,
        title: passage.title,
        heading: passage.heading,
        start: passage.start + start,
        end: passage.start + end,
        quote: passage.text.slice(start, end),
      },
    ];
  });
  return [...sources, { kind: 'engine', maker: answer.maker.name, version: answer.maker.version }];
}

function unknown(ctx: Ctx): AgentResult {
  const { supportPhone, supportEmail, supportHours } = ctx.company.persona;
  return {
    agent: 'policy',
    status: 'refused',
    parts: [
      {
        agent: 'policy',
        text: `I find nothing about that in our policies, so I would rather not guess. Our team can tell you: ${supportPhone} or ${supportEmail} (${supportHours}).`,
        sources: [],
      },
    ],
    effects: [],
  };
}
