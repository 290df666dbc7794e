import { MemorySaver } from '@langchain/langgraph-checkpoint';
import { AIMessage } from '@langchain/core/messages';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFirst } from './checkpoint-json.ts';

const theirs = new MemorySaver().serde;
const ours = plainFirst(theirs);

async function readBack(serde: typeof theirs, value: unknown): Promise<unknown> {
  const [type, bytes] = await serde.dumpsTyped(value);
  return serde.loadsTyped(type, bytes);
}

describe('plainFirst', () => {
  it("writes and reads every value as LangGraph's own serializer does", async () => {
    const value = fc.anything({
      withMap: true,
      withSet: true,
      withDate: true,
      withTypedArray: true,
      withObjectString: true,
    });
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const [type, bytes] = await theirs.dumpsTyped(given);
        const [ourType, ourBytes] = await ours.dumpsTyped(given);
        expect(ourType).toBe(type);
        expect(Buffer.from(ourBytes).toString()).toBe(Buffer.from(bytes).toString());
        expect(await ours.loadsTyped(type, bytes)).toStrictEqual(await theirs.loadsTyped(type, bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what JSON has no words for', async () => {
    for (const value of [
      new Map([['a', new Set([1])]]),
      [undefined, 1],
      { a: undefined },
      /x/gu,
      new Uint8Array([1, 2]),
    ])
      expect(await readBack(ours, value)).toStrictEqual(value);
    expect(await readBack(ours, [new AIMessage('hello')])).toEqual([new AIMessage('hello')]);
  });

  it('keeps a value that is there twice', async () => {
    const shared = { slots: ['a'] };
    expect(await readBack(ours, [shared, { shared }])).toEqual([shared, { shared }]);
  });

  it('refuses what would be lost silently', async () => {
    const cycle: Record<string, unknown> = { name: 'cycle' };
    cycle['self'] = [cycle, cycle];
    for (const value of [10n, { total: 10n }, cycle, [{ deep: cycle }]])
      await expect(ours.dumpsTyped(value)).rejects.toThrow('cannot be saved');
  });
});
