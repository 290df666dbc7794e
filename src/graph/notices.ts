import type { Agent } from '#src/agents/contract.ts';
import type { Company } from '#src/context.ts';
import type { AskOption } from '#src/turn.ts';
import type { Notice } from './dialogue.ts';
import type { TaskResult } from './state.ts';

/** What the assistant says of its own accord; short, and never more than is so. */
export function noticeResult(notice: Notice, company: Company, agents: readonly Agent[]): TaskResult {
  const { persona } = company;
  const contact = `${persona.supportPhone} or ${persona.supportEmail} (${persona.supportHours})`;
  const labels: Record<string, string> = Object.assign({}, ...agents.map((agent) => agent.labels));
  const abilities = agents.map((agent) => `• ${agent.description}`).join('\n');
  const starters: AskOption[] = persona.suggestions.map((text) => ({ label: text, text }));
  const say = (text: string, suggestions?: AskOption[]): TaskResult => ({
    order: notice.order,
    agent: 'assistant',
    status: 'answered',
    parts: [{ agent: 'assistant', text, sources: [] }],
    effects: [],
    ...(suggestions ? { suggestions } : {}),
  });
  switch (notice.kind) {
    case 'greet':
      return say(persona.greeting, starters);
    case 'how_are_you':
      return say('Ready to help, thank you. What needs to be done at your place?', starters);
    case 'thanks':
      return say('You are welcome.');
    case 'bye':
      return say('Goodbye, and take care. Your conversation stays here if you come back.');
    case 'help':
      return say(`Here is what I can do:\n${abilities}`, starters);
    case 'stale_question':
      return say('That question is no longer open, so I have changed nothing.');
    case 'out_of_scope':
      return say(
        `That is something I cannot do in this chat. Our team can: ${contact}. I can help with this:\n${abilities}`,
      );
    case 'nothing_pending':
      return say('There is no open question at the moment. What can I do for you?', starters);
    case 'not_understood':
      return say('I am not sure what you need. Could you say it in other words?', starters);
    case 'clarify': {
      const { words, options = [] } = notice;
      const choices = options
        .filter((intent) => labels[intent])
        .map((intent): AskOption => {
          if (!words) return { label: labels[intent] ?? intent, text: labels[intent] ?? intent };
          const text = intent === 'book_service' ? `Book ${words}` : `What does ${words} cost?`;
          return { label: text, text };
        });
      if (choices.length === 0) return say('I am not sure what you need. Could you say it in other words?', starters);
      return say(words ? `What would you like to do about ${words}?` : 'What would you like to do?', choices);
    }
  }
}
