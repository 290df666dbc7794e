import type { Command } from '#src/language/contract.ts';
import type { Task } from './state.ts';

/** Whether the clause that starts at `index` says which service it is about. */
export function namesService(commands: readonly Command[], index: number): boolean {
  for (const command of commands.slice(index + 1)) {
    if (command.type === 'start') return false;
    if (command.type === 'set' && command.value.slot === 'service') return true;
  }
  return false;
}

/**
 * "AC service and a plumber for Sunday at home": day, hour and place are meant for both, unless one has its own. Not so
 * with wishes of two kinds: "cancel my plumber and book AC service for Sunday".
 */
export function shareValues(tasks: Task[]): void {
  const flows = tasks.filter((task) => task.intent === tasks.at(-1)?.intent);
  const slotsOf = (task: Task) => task.commands.flatMap((c) => (c.type === 'set' ? [c.value.slot] : []));
  const shared = flows
    .at(-1)
    ?.commands.filter((c) => c.type === 'set' && !['service', 'quantity'].includes(c.value.slot));
  for (const task of flows.slice(0, -1)) {
    const own = new Set(slotsOf(task));
    task.commands.push(...(shared ?? []).filter((c) => c.type === 'set' && !own.has(c.value.slot)));
  }
}
