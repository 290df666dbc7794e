import {
  BaseStore,
  type GetOperation,
  type ListNamespacesOperation,
  type MatchCondition,
  type Operation,
  type OperationResults,
  type PutOperation,
  type SearchItem,
  type SearchOperation,
} from '@langchain/langgraph-checkpoint';
import type { Db } from './client.ts';
import { equalFields, matchesFilter } from './memory-filter.ts';
import {
  deleteMemories,
  pathOf,
  searchMemories,
  selectMemories,
  selectMemoryNamespaces,
  upsertMemories,
  type Memory,
  type MemoryKey,
} from './memory-rows.ts';
import { retryDeadlocks } from './retry-deadlocks.ts';

/** Of a search with a filter that SQL cannot decide alone. */
const PAGE = 200;

/**
 * LangGraph's long-term memory in MySQL or MariaDB. A batch costs one round trip for each kind of operation in it: reads see
 * what was there before the batch, of several puts to one key the last counts. Values are JSON. Searches give a page by
 * namespace and key; `query` is ignored, as by any store without an index.
 */
export class MySqlStore extends BaseStore {
  readonly #db: Db;

  constructor(db: Db) {
    super();
    this.#db = db;
  }

  override async batch<Op extends Operation[]>(operations: Op): Promise<OperationResults<Op>> {
    const results: unknown[] = operations.map(() => undefined);
    const of = <T extends Operation>(is: (operation: Operation) => operation is T) =>
      operations.flatMap((operation, i) => (is(operation) ? [{ operation, i }] : []));

    const gets = of(isGet);
    const got = new Map((await selectMemories(this.#db, gets.map(operationOf))).map((found) => [keyOf(found), found]));
    for (const { operation, i } of gets) results[i] = got.get(keyOf(operation)) ?? null;

    const searches = of(isSearch);
    const pages = await this.#search(searches.map(operationOf));
    for (const [n, { i }] of searches.entries()) results[i] = pages[n];

    for (const { operation, i } of of(isList)) results[i] = await this.#list(operation);

    const last = new Map(of(isPut).map(({ operation }) => [keyOf(operation), operation]));
    await this.#put([...last.values()]);
    return results as OperationResults<Op>;
  }

  async #search(operations: SearchOperation[]): Promise<SearchItem[][]> {
    const wanted = operations.map(({ namespacePrefix, filter = {}, limit = 10, offset = 0 }) => {
      const isFiltered = Object.keys(filter).length > 0;
      return { prefix: namespacePrefix, filter, limit, offset, isFiltered, next: 0, found: [] as Memory[] };
    });
    // Only a filter that lets less through than SQL does needs more than one round.
    for (let open = wanted; open.length > 0;) {
      const pages = await searchMemories(
        this.#db,
        open.map(({ prefix, filter, limit, offset, isFiltered, next }) =>
          isFiltered
            ? { prefix, equal: equalFields(filter), limit: PAGE, offset: next }
            : { prefix, equal: {}, limit, offset },
        ),
      );
      open = open.filter((search, n) => {
        const page = pages[n] ?? [];
        search.found.push(...page.filter(({ value }) => matchesFilter(value, search.filter)));
        search.next += PAGE;
        return search.isFiltered && page.length === PAGE && search.found.length < search.offset + search.limit;
      });
    }
    return wanted.map(({ found, isFiltered, offset, limit }) => {
      const page = isFiltered ? found.slice(offset, offset + limit) : found;
      return page.map((memory) => ({ ...memory, score: undefined }) as unknown as SearchItem);
    });
  }

  async #list({ matchConditions = [], maxDepth, limit, offset = 0 }: ListNamespacesOperation): Promise<string[][]> {
    const all = await selectMemoryNamespaces(this.#db, matchConditions);
    const matching = all.filter((namespace) => matchConditions.every((condition) => doesMatch(namespace, condition)));
    const cut = new Map(matching.map((labels) => labels.slice(0, maxDepth)).map((labels) => [pathOf(labels), labels]));
    const sorted = [...cut.values()].toSorted((a, b) => a.join(':').localeCompare(b.join(':')));
    return sorted.slice(offset, offset + (limit ?? sorted.length));
  }

  async #put(operations: PutOperation[]): Promise<void> {
    const kept = operations.flatMap(({ namespace, key, value }) => (value === null ? [] : [{ namespace, key, value }]));
    const gone = operations.filter(({ value }) => value === null);
    await this.#retry(() => upsertMemories(this.#db, kept, new Date()));
    await this.#retry(() => deleteMemories(this.#db, gone));
  }

  #retry(work: () => Promise<void>): Promise<void> {
    return 'rollback' in this.#db ? work() : retryDeadlocks(work);
  }
}

const isSearch = (operation: Operation): operation is SearchOperation => 'namespacePrefix' in operation;
const isPut = (operation: Operation): operation is PutOperation => 'value' in operation;
const isGet = (operation: Operation): operation is GetOperation => 'key' in operation && !('value' in operation);
const isList = (operation: Operation): operation is ListNamespacesOperation =>
  !('key' in operation) && !('namespacePrefix' in operation);

const operationOf = <T>({ operation }: { operation: T }): T => operation;

const keyOf = ({ namespace, key }: MemoryKey): string => JSON.stringify([pathOf(namespace), key]);

function doesMatch(namespace: string[], { matchType, path }: MatchCondition): boolean {
  const start = matchType === 'prefix' ? 0 : namespace.length - path.length;
  return (
    start >= 0 &&
    path.length <= namespace.length &&
    path.every((label, i) => label === '*' || label === namespace[start + i])
  );
}
