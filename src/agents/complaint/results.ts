import { ulid } from 'ulid';
import type { Source } from '#src/turn.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import type { Draft } from './draft.ts';
import type { Question } from './questions.ts';
import { CATEGORIES } from './words.ts';

/** A question with what its text rests on. */
export interface Open {
  question: Question;
  sources: Source[];
}

/** Keeps the complaint under way and asks; `notes` lead the question. */
export function asking(
  input: AgentInput,
  draft: Draft,
  { question, sources }: Open,
  { notes, understood }: { notes: readonly string[]; understood: boolean },
): AgentResult {
  const { frame } = input;
  const { prompt, expecting } = question;
  if (prompt.text !== frame?.prompt?.text && expecting.slot !== 'confirm') draft.questions += 1;
  return {
    agent: 'complaint',
    status: 'asking',
    parts: [{ agent: 'complaint', text: [...notes, prompt.text].join(' '), sources }],
    effects: [],
    frame: {
      id: frame?.id ?? `frm_${ulid().toLowerCase()}`,
      flow: 'raise_complaint',
      agent: 'complaint',
      title: draft.booking ? `your complaint about ${draft.booking.title}` : 'your complaint',
      slots: { ...draft },
      known: knownOf(draft),
      expecting,
      prompt,
      attempts: understood ? 0 : (frame?.attempts ?? 0) + 1,
    },
    ...(prompt.card && { card: prompt.card }),
  };
}

function knownOf({ details, booking, category, attachments }: Draft): Record<string, string> {
  return {
    ...(details !== undefined && { 'What happened': details }),
    ...(booking !== undefined && { Visit: booking ? `${booking.title} (${booking.number})` : 'None in particular' }),
    ...(category && { Kind: CATEGORIES[category] }),
    ...(attachments.length > 0 && { Files: attachments.map(({ name }) => name).join(', ') }),
  };
}

/** Ends the flow without a receipt. */
export const ended = (text: string, status: AgentResult['status']): AgentResult => ({
  ...{ agent: 'complaint', status, effects: [], frame: null, topic: null },
  parts: [{ agent: 'complaint', text, sources: [] }],
});
