import type { Agent, Frame, Topic } from '#src/agents/contract.ts';
import type { Command, IntentName } from '#src/language/contract.ts';
import type { Task } from './state.ts';

/** Something to be said that needs no specialist. */
export interface Notice {
  order: number;
  kind:
    | 'greet'
    | 'thanks'
    | 'bye'
    | 'help'
    | 'how_are_you'
    | 'handoff'
    | 'out_of_scope'
    | 'nothing_pending'
    | 'not_understood'
    | 'clarify';
  /** Of `clarify`: the intents that came closest, and the words in question. */
  options?: IntentName[];
  words?: string;
}

export interface Decision {
  tasks: Task[];
  notices: Notice[];
}

const ANOTHER = /\b(also|another|as well|one more|ek aur|bhi|additionally|separately)\b/i;
/** Said along with a request, these need no answer of their own. */
const COURTESIES = new Set(['greet', 'thanks', 'how_are_you', 'help']);

/**
 * Who gets which part of a message, in the light of the open flows. Pure: it decides, the specialists act.
 * A value belongs to the request it was said with; without one, to the flow that is talked about.
 */
export function decide(input: {
  stack: readonly Frame[];
  topic?: Topic | null;
  commands: readonly Command[];
  agents: readonly Agent[];
  text: string;
}): Decision {
  const top = input.stack.at(-1);
  const tasks: Task[] = [];
  const notices: Notice[] = [];
  const homeless: Command[] = [];
  let current: Task | undefined;
  const agentOf = (intent: IntentName) => input.agents.find((agent) => agent.intents.includes(intent));

  const open = (task: Omit<Task, 'order' | 'commands'>): Task => {
    const opened = { ...task, order: tasks.length + notices.length, commands: [] };
    tasks.push(opened);
    return opened;
  };
  const topTask = (): Task | undefined => {
    if (!top) return undefined;
    const running = tasks.find((task) => task.frame?.id === top.id);
    return running ?? open({ agent: top.agent, intent: top.flow, text: input.text, frame: top });
  };
  /** What "it" is for a question or a new flow. */
  const contextOf = (frame: Frame | undefined) => {
    const context = frame ?? input.topic;
    return context ? { context: { slots: context.slots } } : {};
  };
  const say = (notice: Omit<Notice, 'order'>) => {
    if (!notices.some((n) => n.kind === notice.kind)) notices.push({ ...notice, order: tasks.length + notices.length });
  };

  const isFlow = (intent: IntentName) => input.agents.some((agent) => agent.flows.includes(intent));
  const lastFlow = () => tasks.findLast((task) => isFlow(task.intent));
  const takes = (task: Task | undefined, command: Command): boolean => {
    if (!task) return false;
    if (command.type !== 'set') return isFlow(task.intent);
    return agentOf(task.intent)?.slots.includes(command.value.slot) ?? false;
  };

  for (const [index, command] of input.commands.entries()) {
    if (command.type === 'start') {
      const agent = agentOf(command.intent);
      if (!agent) continue;
      const opensFlow = isFlow(command.intent);
      const goesOn = opensFlow && top?.flow === command.intent && !ANOTHER.test(command.text);
      // "AC is not cooling, can someone come at 5?" is one wish in two clauses; a service of its own makes it another.
      const sameWish = lastFlow()?.intent === command.intent && !namesService(input.commands, index);
      current = sameWish
        ? lastFlow()
        : goesOn
          ? topTask()
          : open({
              agent: agent.name,
              intent: command.intent,
              text: command.text,
              ...contextOf(opensFlow ? undefined : top),
            });
      current?.commands.push(command);
    } else if (command.type === 'set' || command.type === 'choose') {
      const owner = takes(current, command) ? current : (lastFlow() ?? topTask() ?? current);
      if (owner) owner.commands.push(command);
      else homeless.push(command);
    } else if (command.type === 'handoff' || command.type === 'out_of_scope') say({ kind: command.type });
    else if (command.type === 'smalltalk') say({ kind: command.kind });
    else {
      const owner = topTask();
      if (owner) owner.commands.push(command);
      else if (command.type === 'clarify') say({ kind: 'clarify', options: command.options });
      else if (command.type === 'affirm' && input.topic?.slots['rateCardId'])
        open({ agent: 'booking', intent: 'book_service', text: input.text, ...contextOf(undefined) });
      else say({ kind: 'nothing_pending' });
    }
  }
  placeHomeless(homeless, tasks, (task) => open({ ...task, ...contextOf(undefined) }), say);
  shareValues(tasks.filter((task) => isFlow(task.intent) && !task.frame));
  const kept = tasks.length > 0 ? notices.filter((notice) => !COURTESIES.has(notice.kind)) : notices;
  if (tasks.length === 0 && kept.length === 0) kept.push({ order: 0, kind: 'not_understood' });
  return { tasks, notices: kept };
}

/** Values said before their request join it; a pincode alone asks about the place; a service alone must be clarified. */
function placeHomeless(
  homeless: Command[],
  tasks: Task[],
  open: (task: Omit<Task, 'order' | 'commands'>) => Task,
  say: (notice: Omit<Notice, 'order'>) => void,
): void {
  if (homeless.length === 0) return;
  const first = tasks[0];
  if (first) {
    first.commands.push(...homeless);
    return;
  }
  const sets = homeless.filter((command) => command.type === 'set');
  const service = sets.find((command) => command.value.slot === 'service');
  if (service) say({ kind: 'clarify', options: ['book_service', 'service_info'], words: service.text });
  else if (sets.some((command) => command.value.slot === 'pincode'))
    open({ agent: 'service', intent: 'service_info', text: sets[0]?.text ?? '' }).commands.push(...homeless);
  else say({ kind: 'not_understood' });
}

/** Whether the clause that starts at `index` says which service it is about. */
function namesService(commands: readonly Command[], index: number): boolean {
  for (const command of commands.slice(index + 1)) {
    if (command.type === 'start') return false;
    if (command.type === 'set' && command.value.slot === 'service') return true;
  }
  return false;
}

/** "AC service and a plumber for Sunday at home": day, hour and place are meant for both, unless one has its own. */
function shareValues(flows: Task[]): void {
  const slotsOf = (task: Task) => task.commands.flatMap((c) => (c.type === 'set' ? [c.value.slot] : []));
  const shared = flows
    .at(-1)
    ?.commands.filter((c) => c.type === 'set' && !['service', 'quantity'].includes(c.value.slot));
  for (const task of flows.slice(0, -1)) {
    const own = new Set(slotsOf(task));
    task.commands.push(...(shared ?? []).filter((c) => c.type === 'set' && !own.has(c.value.slot)));
  }
}
