import type { Ctx } from '#src/context.ts';
import type { Answer } from '#src/language/contract.ts';
import type { Passage } from '#src/rag/contract.ts';
import { WEAK_SCORE } from '#src/rag/index-lexical.ts';
import type { Source } from '#src/turn.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';

const PASSAGES = 5;
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
  const passages = found.filter((hit) => hit.score >= WEAK_SCORE).map((hit) => hit.passage);
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

/** List items each on a line of their own, other sentences in a paragraph. */
function asText(answer: Answer): string {
  let text = '';
  for (const { text: sentence } of answer.sentences) {
    const isItem = sentence.startsWith('• ');
    text += text === '' ? sentence : `${isItem ? '\n' : ' '}${sentence}`;
  }
  return text;
}

function citations(answer: Answer, passages: Passage[]): Source[] {
  const sources: Source[] = [];
  for (const citation of answer.sentences.flatMap((sentence) => sentence.citations)) {
    const passage = passages.find((p) => p.id === citation.passageId);
    if (!passage) continue;
    sources.push({
      kind: 'passage',
      documentId: passage.documentId,
      version: passage.documentVersion,
      title: passage.title,
      heading: passage.heading,
      start: passage.start + citation.start,
      end: passage.start + citation.end,
      quote: passage.text.slice(citation.start, citation.end),
    });
  }
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
