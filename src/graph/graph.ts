import { END, START, StateGraph, type BaseCheckpointSaver, type LangGraphRunnableConfig } from '@langchain/langgraph';
import type { Agent } from '#src/agents/contract.ts';
import { compose, draftsOf, eventsOf } from './compose.ts';
import { createCoordinator } from './coordinator.ts';
import { runTask } from './run-task.ts';
import { State, type Task, type TurnContext } from './state.ts';

type TurnState = typeof State.State;

export interface GraphOptions {
  checkpointer?: BaseCheckpointSaver;
  /** Who speaks, and where events go: what the run was given, unless somebody else runs the graph. */
  turnOf?: (config: LangGraphRunnableConfig) => TurnContext | Promise<TurnContext>;
}

const givenTurn = (config: LangGraphRunnableConfig) => config.context as unknown as TurnContext;

/** START → coordinator → specialists in parallel → compose → END: three supersteps. Wiring only. */
export function createGraph(agents: readonly Agent[], { checkpointer, turnOf = givenTurn }: GraphOptions = {}) {
  const coordinate = createCoordinator(agents);

  const specialists = Object.fromEntries(
    agents.map((agent) => [
      agent.name,
      // A `Send` hands the node its task in place of the state.
      async (payload: unknown, config: LangGraphRunnableConfig) => ({
        results: [await runTask(agent, payload as { task: Task; sentiment: number }, await turnOf(config))],
      }),
    ]),
  );
  const graph = new StateGraph(State)
    .addNode('coordinator', async (state: TurnState, config) => coordinate(state, await turnOf(config)), {
      ends: [...agents.map((agent) => agent.name), 'compose'],
    })
    .addNode(specialists)
    .addNode('compose', async (state: TurnState, config) => {
      const composed = compose(state.stack, state.results, state.topic);
      const { emit } = await turnOf(config);
      emit({ type: 'draft', stack: draftsOf(composed.stack) });
      for (const event of eventsOf(composed.answer)) emit(event);
      return composed;
    })
    .addEdge(START, 'coordinator')
    .addEdge('compose', END);
  // One edge each: a joint edge would wait for specialists that were not called.
  for (const agent of agents) graph.addEdge(agent.name, 'compose');
  return graph.compile(checkpointer ? { checkpointer } : {});
}
