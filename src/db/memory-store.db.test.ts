import { InMemoryStore, type Operation } from '@langchain/langgraph-checkpoint';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '#tests/count-statements.ts';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { MySqlStore } from './memory-store.ts';
import { memories } from './schema/index.ts';

// What a store lists is everything there is, so it needs a database without other memories.
const database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'memories');
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(memories);
});
const store = new MySqlStore(database.db);

const statementsOf = (work: (store: MySqlStore) => Promise<unknown>) =>
  countStatements(database.url, (db) => work(new MySqlStore(db)));

describe('MySqlStore beside the store in memory', () => {
  // No label begins like another one or has a colon: the store in memory takes those for each other.
  const label = fc.constantFrom('users', 'প্রিয়', 'z%', 'a_b');
  const namespace = fc.array(label, { minLength: 1, maxLength: 3 });
  const key = fc.constantFrom('k', 'K', 'k ', 'été', 'a.b');
  const scalar = fc.constantFrom('x', 'X', 'x ', '5', '', 'true', 5, 5.5, -1, 0, 1e21, true, false, null);
  const value = fc.record({ a: scalar, b: scalar }, { requiredKeys: [] });
  const operators = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin');
  const condition = fc.oneof(
    scalar,
    fc.dictionary(operators, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), { maxKeys: 2 }),
  );
  const operation = fc.oneof(
    { weight: 4, arbitrary: fc.record({ namespace, key, value }) },
    fc.record({ namespace, key, value: fc.constant(null) }),
    fc.record({ namespace, key }),
    {
      weight: 3,
      arbitrary: fc.record({
        namespacePrefix: fc.array(label, { maxLength: 2 }),
        filter: fc.option(fc.dictionary(fc.constantFrom('a', 'b', 'none'), condition, { maxKeys: 2 }), {
          nil: undefined,
        }),
        limit: fc.constant(1000),
        offset: fc.constant(0),
      }),
    },
    fc.record({
      matchConditions: fc.array(
        fc.record({
          matchType: fc.constantFrom('prefix' as const, 'suffix' as const),
          path: fc.array(fc.oneof(label, fc.constant('*')), { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 2 },
      ),
      maxDepth: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      limit: fc.integer({ min: 1, max: 5 }),
      offset: fc.integer({ min: 0, max: 2 }),
    }),
  );

  it('answers every batch the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(operation, { maxLength: 6 }), { maxLength: 8 }), async (batches) => {
        await database.db.delete(memories);
        const oracle = new InMemoryStore();
        const spaces = (oracle as unknown as { data: Map<string, Map<string, unknown>> }).data;
        for (const batch of batches as Operation[][]) {
          // Reads first, and copied: an item that the store in memory gave changes with a later put.
          const isPut = (one: Operation) => 'value' in one;
          const expected = structuredClone(await oracle.batch(batch.filter((one) => !isPut(one))));
          await oracle.batch(structuredClone(batch.filter(isPut)));
          const actual = (await store.batch(batch)).filter((_, i) => !isPut(batch[i] as Operation));
          expect(actual.map(plain)).toEqual(expected.map(plain));
          // The store in memory goes on listing namespaces that have become empty.
          for (const [path, items] of spaces) if (items.size === 0) spaces.delete(path);
        }
      }),
      { numRuns: 100 },
    );
  });

  /** Without the instants, and searches in one order. */
  function plain(result: unknown): unknown {
    if (!Array.isArray(result)) return result && content(result);
    if (result.every((entry) => Array.isArray(entry))) return result;
    return result.map((entry) => JSON.stringify(content(entry))).toSorted();
  }
  function content(item: unknown) {
    const { namespace, key: name, value: held } = item as { namespace: string[]; key: string; value: object };
    return { namespace, name, held: Object.entries(held).toSorted() };
  }
});

describe('MySqlStore', () => {
  it('keeps when something was first remembered, and when last', async () => {
    const before = new Date();
    await store.put(['users', 'u1'], 'preferences', { hours: { from: 9, to: 12 }, note: 'नमस्ते 👋' });
    const first = await store.get(['users', 'u1'], 'preferences');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await store.put(['users', 'u1'], 'preferences', { hours: null });
    const second = await store.get(['users', 'u1'], 'preferences');
    expect(first).toMatchObject({ namespace: ['users', 'u1'], key: 'preferences', value: { note: 'नमस्ते 👋' } });
    expect(first?.createdAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(second?.createdAt).toEqual(first?.createdAt);
    expect(second?.updatedAt.getTime()).toBeGreaterThan(first?.updatedAt.getTime() ?? Number.NaN);
    expect(second?.value).toEqual({ hours: null });
  });

  it('does not take one namespace or key for another that looks like it', async () => {
    const places: [string[], string][] = [
      [['users', 'u1'], 'k'],
      [['users', 'u11'], 'k'],
      [['users_u1'], 'k'],
      [['users', 'u1', 'k'], 'k'],
      [['users', 'u1 '], 'k'],
      [['Users', 'u1'], 'k'],
      [['users', 'u1'], 'k '],
      [['users', 'u1'], 'K'],
    ];
    for (const [i, [namespace, key]] of places.entries()) await store.put(namespace, key, { i });
    for (const [i, [namespace, key]] of places.entries())
      expect((await store.get(namespace, key))?.value).toEqual({ i });
    // `batch` takes labels that `put` refuses.
    await store.batch([{ namespace: ['users.u1'], key: 'k', value: { i: 'dotted' } }]);
    expect((await store.get(['users', 'u1'], 'k'))?.value).toEqual({ i: 0 });
    const below = await store.search(['users', 'u1']);
    expect(below.map(({ value }) => value['i'])).toEqual([7, 0, 6, 3]);
    await store.delete(['users', 'u1'], 'k');
    expect(await store.get(['users', 'u1'], 'k')).toBeNull();
    expect(await store.search([], { limit: 100 })).toHaveLength(places.length);
  });

  it('pages through what a filter leaves, also when SQL cannot tell', async () => {
    const many = Array.from({ length: 450 }, (_, i) => ({
      namespace: ['n'],
      key: `${1000 + i}`,
      value: { i, even: i % 2 === 0 },
    }));
    await store.batch(many);
    const page = await store.search(['n'], { filter: { even: true, i: { $gte: 400 } }, limit: 10, offset: 5 });
    expect(page.map(({ value }) => value['i'])).toEqual([410, 412, 414, 416, 418, 420, 422, 424, 426, 428]);
    expect((await store.search(['n'], { limit: 3, offset: 448 })).map(({ key }) => key)).toEqual(['1448', '1449']);
  });

  it('takes one round trip for each kind of operation, however many there are', async () => {
    const some = (n: number) => Array.from({ length: 5 }, (_, i) => ({ namespace: ['a', `${i}`], key: `${n}` }));
    expect(await statementsOf((own) => own.batch(some(1).map((place) => ({ ...place, value: { i: 1 } }))))).toBe(1);
    expect(await statementsOf((own) => own.batch(some(1)))).toBe(1);
    const searches = some(1).map(({ namespace }) => ({ namespacePrefix: namespace, filter: { i: 1 } }));
    expect(await statementsOf((own) => own.batch(searches))).toBe(1);
    expect(
      await statementsOf((own) => own.batch([...some(1), ...searches, ...some(2).map((p) => ({ ...p, value: {} }))])),
    ).toBe(3);
    expect(await statementsOf((own) => own.get(['a', '1'], '1'))).toBe(1);
    expect(await statementsOf((own) => own.listNamespaces({ prefix: ['a'] }))).toBe(1);
    expect(await statementsOf((own) => own.batch([]))).toBe(0);
  });

  it('is part of a transaction when it is given one', async () => {
    const work = database.db.transaction(async (tx) => {
      await new MySqlStore(tx).put(['t'], 'k', { a: 1 });
      expect((await new MySqlStore(tx).get(['t'], 'k'))?.value).toEqual({ a: 1 });
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await store.get(['t'], 'k')).toBeNull();
  });

  it('lets many write the same memories at once', async () => {
    const writers = Array.from({ length: 8 }, (_, w) =>
      Array.from({ length: 10 }, async (_, round) => {
        const keys = ['a', 'b', 'c', 'd'].toSorted(() => ((w + round) % 3) - 1);
        await store.batch(keys.map((key) => ({ namespace: ['shared'], key, value: { w, round } })));
        await store.batch([{ namespace: ['shared'], key: 'e', value: w % 2 === 0 ? { w } : null }]);
      }),
    );
    await Promise.all(writers.flat());
    expect(await store.search(['shared'], { filter: { round: { $gte: 0 } } })).toHaveLength(4);
  });
});
