import { END, START, StateGraph, type BaseCheckpointSaver, type LangGraphRunnableConfig } from '@langchain/langgraph';
import type { Agent } from '#src/agents/contract.ts';
import { compose, eventsOf } from './compose.ts';
import { createCoordinator } from './coordinator.ts';
import { runTask } from './run-task.ts';
import { State, type Task, type TurnContext } from './state.ts';

type TurnState = typeof State.State;

/** START → coordinator → specialists in parallel → compose → END: three supersteps. Wiring only. */
export function createGraph(agents: readonly Agent[], checkpointer?: BaseCheckpointSaver) {
  const turnOf = (config: LangGraphRunnableConfig) => config.context as unknown as TurnContext;
  const coordinate = createCoordinator(agents);

  const specialists = Object.fromEntries(
    agents.map((agent) => [
      agent.name,
      // A `Send` hands the node its task in place of the state.
      async (payload: unknown, config: LangGraphRunnableConfig) => ({
        results: [await runTask(agent, (payload as { task: Task }).task, turnOf(config))],
      }),
    ]),
  );
  const graph = new StateGraph(State)
    .addNode('coordinator', (state: TurnState, config) => coordinate(state, turnOf(config)), {
      ends: [...agents.map((agent) => agent.name), 'compose'],
    })
    .addNode(specialists)
    .addNode('compose', (state: TurnState, config) => {
      const composed = compose(state.stack, state.results, state.topic);
      for (const event of eventsOf(composed.answer)) turnOf(config).emit(event);
      return composed;
    })
    .addEdge(START, 'coordinator')
    .addEdge('compose', END);
  // One edge each: a joint edge would wait for specialists that were not called.
  for (const agent of agents) graph.addEdge(agent.name, 'compose');
  return graph.compile(checkpointer ? { checkpointer } : {});
}
