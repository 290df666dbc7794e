import type { Agent, Frame, Topic } from '#src/agents/contract.ts';
import type { Command, IntentName } from '#src/language/contract.ts';
import { frameNamed, isOffered, waitingFlow } from './open-flows.ts';
import { namesService, shareValues } from './share-values.ts';
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
    | 'out_of_scope'
    | 'nothing_pending'
    | 'not_understood'
    | 'stale_question'
    | 'clarify';
  /** Of `clarify`: the intents that came closest, and the words in question. */
  options?: IntentName[];
  words?: string;
}

export interface Decision {
  tasks: Task[];
  notices: Notice[];
  /** The stack as the message leaves it: a flow that was asked back is on top. */
  stack: Frame[];
}

const ANOTHER = /\b(also|another|as well|one more|ek aur|bhi|additionally|separately)\b/i;
/** What is added to the visit that is talked about, as opposed to a visit of its own. */
const ONE_VISIT =
  /\b(?:same|this|that|one|single|ek hi|usi|isi) (?:visit|trip|booking|appointment)\b|\b(?:together|along with|ek saath|saath (?:me|mein|hi))\b|\badd\b(?! (?:another|a new|one more|a second|a separate) (?:booking|visit|appointment))/i;
/** "Cancel it", as opposed to "never mind": said of a booking that was talked of, it is a wish. */
const CANCELS = /\b(?:can[cs][ae]?l\w*|cancle|radd)\b/i;
const TIMES = new Set<string>(['date', 'hour']);
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
  const stack = [...input.stack];
  let top = stack.at(-1);
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
  const taskOf = (frame: Frame): Task =>
    tasks.find((task) => task.frame?.id === frame.id) ??
    open({ agent: frame.agent, intent: frame.flow, text: input.text, frame });
  const topTask = () => top && taskOf(top);
  /** What "it" is for a question, for a new flow or, of the flow that is left for it, the booking. */
  const contextOf = (frame: Frame | undefined) => {
    const context = frame ?? input.topic;
    return context ? { context: { slots: context.slots } } : {};
  };
  const say = (notice: Omit<Notice, 'order'>) => {
    if (!notices.some((n) => n.kind === notice.kind)) notices.push({ ...notice, order: tasks.length + notices.length });
  };

  /** The flow that waits for just this kind of value, the one on top first. */
  const waitingFor = (command: Command): Frame | undefined =>
    command.type === 'set' ? stack.findLast((frame) => frame.expecting?.slot === command.value.slot) : undefined;
  const bringUp = (frame: Frame) => {
    stack.splice(stack.indexOf(frame), 1);
    stack.push(frame);
    top = frame;
  };

  const isFlow = (intent: IntentName) => input.agents.some((agent) => agent.flows.includes(intent));
  const lastFlow = () => tasks.findLast((task) => isFlow(task.intent));
  const takesSlot = (intent: IntentName, command: Command) =>
    command.type !== 'set' || (agentOf(intent)?.slots.includes(command.value.slot) ?? false);
  const takes = (task: Task | undefined, command: Command): boolean =>
    task !== undefined && (command.type === 'set' || isFlow(task.intent)) && takesSlot(task.intent, command);

  /** A day beside a question is for the booking all the same: "how much is it? tomorrow at 5". */
  const isAnswer = (command: Command): boolean =>
    current !== undefined &&
    !isFlow(current.intent) &&
    command.type === 'set' &&
    TIMES.has(command.value.slot) &&
    (lastFlow() !== undefined || TIMES.has(top?.expecting?.slot ?? ''));

  for (const [index, command] of input.commands.entries()) {
    if (command.type === 'start') {
      const agent = agentOf(command.intent);
      if (!agent) continue;
      const opensFlow = isFlow(command.intent);
      // "Move it instead": what the open question offered as another way takes its place.
      if (opensFlow && top && top.flow !== command.intent && isOffered(top, input.text)) {
        stack.pop();
        top = stack.at(-1);
      }
      const isAnother = ANOTHER.test(command.text) && !ONE_VISIT.test(command.text);
      const goesOn = opensFlow && top?.flow === command.intent && !isAnother;
      const paused = opensFlow && !goesOn && !isAnother ? waitingFlow(stack, command.intent) : undefined;
      // "AC is not cooling, can someone come at 5?" is one wish in two clauses; a service of its own makes it another.
      const sameWish =
        lastFlow()?.intent === command.intent &&
        (!namesService(input.commands, index) || (command.intent === 'book_service' && ONE_VISIT.test(input.text)));
      current = sameWish
        ? lastFlow()
        : goesOn
          ? topTask()
          : paused
            ? Object.assign(taskOf(paused), { isWanted: true })
            : open({
                agent: agent.name,
                intent: command.intent,
                text: command.text,
                ...contextOf(opensFlow && top?.slots['bookingId'] === undefined ? undefined : top),
              });
      current?.commands.push(command);
    } else if (command.type === 'set' || command.type === 'choose') {
      const asked = top && !takesSlot(top.flow, command) ? waitingFor(command) : undefined;
      const owner =
        takes(current, command) && !isAnswer(command)
          ? current
          : (lastFlow() ?? (asked ? taskOf(asked) : topTask()) ?? current);
      if (owner) owner.commands.push(command);
      else homeless.push(command);
    } else if (command.type === 'handoff')
      open({ agent: 'handoff', intent: 'talk_to_person', text: input.text }).commands.push(command);
    else if (command.type === 'resume') {
      const wanted = frameNamed(stack, command.text);
      if (wanted) bringUp(wanted);
      else say({ kind: 'nothing_pending' });
    } else if (command.type === 'stale') say({ kind: 'stale_question' });
    else if (command.type === 'out_of_scope') say({ kind: command.type });
    else if (command.type === 'smalltalk') say({ kind: command.kind });
    else {
      const owner = topTask();
      if (owner) owner.commands.push(command);
      else if (command.type === 'clarify') say({ kind: 'clarify', options: command.options });
      else if (command.type === 'cancel' && input.topic?.slots['bookingId'] && CANCELS.test(input.text))
        open({ agent: 'cancellation', intent: 'cancel_booking', text: input.text, ...contextOf(undefined) });
      else if (command.type === 'affirm' && input.topic?.slots['rateCardId'] && !input.topic.slots['bookingId'])
        open({ agent: 'booking', intent: 'book_service', text: input.text, ...contextOf(undefined) });
      else say({ kind: 'nothing_pending' });
    }
  }
  placeHomeless(homeless, tasks, (task) => open({ ...task, ...contextOf(undefined) }), say);
  shareValues(tasks.filter((task) => isFlow(task.intent) && !task.frame));
  const kept = tasks.length > 0 ? notices.filter((notice) => !COURTESIES.has(notice.kind)) : notices;
  const isBack = stack.at(-1) !== input.stack.at(-1) || input.commands.some(({ type }) => type === 'resume');
  if (tasks.length === 0 && kept.length === 0 && !isBack) kept.push({ order: 0, kind: 'not_understood' });
  return { tasks, notices: kept, stack };
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
  if (sets.some((command) => command.value.slot === 'repeat'))
    open({ agent: 'booking', intent: 'book_service', text: '' }).commands.push(...homeless);
  else if (service) say({ kind: 'clarify', options: ['book_service', 'service_info'], words: service.text });
  else if (sets.some((command) => command.value.slot === 'pincode'))
    open({ agent: 'service', intent: 'service_info', text: sets[0]?.text ?? '' }).commands.push(...homeless);
  else say({ kind: 'not_understood' });
}
