import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createLexicalIndex, WEAK_SCORE } from './index-lexical.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { ANSWERABLE, type RetrievalQuestion, UNANSWERABLE } from './retrieval-questions.ts';

const seeds = await loadKnowledge(fileURLToPath(new URL('../../seeds/knowledge', import.meta.url)));
const retriever = createLexicalIndex(seeds);
const ask = (query: string, limit = 3, companyId = 'nexora') => retriever.search({ companyId, query, limit });

async function rankOf({ ask: query, document, heading }: RetrievalQuestion): Promise<number> {
  const expected = [heading].flat();
  return (await ask(query)).findIndex(
    ({ passage }) =>
      passage.documentId === document &&
      expected.some((part) => (part === '' ? passage.heading === '' : passage.heading.includes(part))),
  );
}

const share = (values: boolean[]) => values.filter(Boolean).length / values.length;

describe('retrieval over the seed documents', () => {
  it('finds the answering section among the first three for at least 95 % of the questions', async () => {
    const ranks = await Promise.all(ANSWERABLE.map(rankOf));
    const missed = ANSWERABLE.filter((_, i) => ranks[i] === -1).map(({ ask: query }) => query);
    expect(share(ranks.map((rank) => rank >= 0)), `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
    expect(share(ranks.map((rank) => rank === 0))).toBeGreaterThanOrEqual(0.8);
  });

  it('asks only for sections that exist', () => {
    for (const { document, heading } of ANSWERABLE) {
      const source = seeds.find(({ id }) => id === document)?.source ?? '';
      const headings = ['', ...(source.match(/^## .*$/gm) ?? [])];
      for (const part of [heading].flat()) {
        expect(
          headings.some((it) => (part === '' ? it === '' : it.includes(part))),
          `${document}: ${part}`,
        ).toBe(true);
      }
    }
  });

  it('tells by the score whether the documents answer a question', async () => {
    const best = async (query: string) => (await ask(query, 1))[0]?.score ?? 0;
    const strong = await Promise.all(ANSWERABLE.map(async (it) => (await best(it.ask)) >= WEAK_SCORE));
    const weak = await Promise.all(UNANSWERABLE.map(async (it) => (await best(it)) < WEAK_SCORE));
    expect(share(strong)).toBeGreaterThanOrEqual(0.93);
    expect(share(weak)).toBeGreaterThanOrEqual(0.9);
  });

  it('is not put off by spelling, case, punctuation or Hindi in either script', async () => {
    for (const query of ['REFUND!!', 'refnd', 'paisa wapas', 'रिफंड', 'पैसे वापस', 'money-back?']) {
      const documents = (await ask(query)).map(({ passage }) => passage.documentId);
      expect(documents, query).toContain('cancellation-and-refunds');
    }
  });

  it('gives the same results in the same order, best first, with scores between 0 and 1', async () => {
    const again = createLexicalIndex(seeds.toReversed());
    for (const { ask: query } of ANSWERABLE) {
      const results = await ask(query, 10);
      const scores = results.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      const reversed = await again.search({ companyId: 'nexora', query, limit: 10 });
      expect(reversed.map(({ passage }) => passage.id)).toEqual(results.map(({ passage }) => passage.id));
    }
  });

  it('answers within 5 ms at the median', async () => {
    const times: number[] = [];
    for (const { ask: query } of ANSWERABLE) {
      const start = performance.now();
      await ask(query);
      times.push(performance.now() - start);
    }
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(5);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0\u200b'],
    ['stop words alone', 'what is the and how do you'],
    ['punctuation', '?!.,;:()[]{}*+^$|\\/"\''],
    ['emoji', '😡😡😡 👎'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['half a surrogate pair', '\ud83d'],
    ['markup', '<script>alert(1)</script> <!-- x -->'],
    ['names of object members', 'constructor __proto__ prototype toString hasOwnProperty valueOf'],
    ['SQL', "'; DROP TABLE bookings; --"],
    ['a very long word', 'refund'.repeat(20_000)],
    ['a very long text', 'can I get a refund if the professional is late? '.repeat(10_000)],
    ['many different words', Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(' ')],
  ])('does not fail on %s', async (_, query) => {
    const results = await ask(query);
    expect(results.length).toBeLessThanOrEqual(3);
    for (const { score } of results) expect(score).toBeGreaterThan(0);
  });

  it('gives at most as many passages as wanted', async () => {
    expect(await ask('refund', 5)).toHaveLength(5);
    for (const limit of [0, -1, Number.NaN]) expect(await ask('refund', limit)).toEqual([]);
  });
});

describe('companies', () => {
  const theirs = {
    id: 'refunds',
    companyId: 'acme',
    title: 'Refunds',
    version: '1',
    source: 'Refunds take zebra days.',
  };
  const shared = createLexicalIndex([...seeds, theirs, { ...theirs, id: 'payments', source: 'We take seashells.' }]);
  const search = (companyId: string, query: string) => shared.search({ companyId, query, limit: 1_000 });

  it('never see the passages of another', async () => {
    const ids = new Set(['refunds', 'payments']);
    for (const query of ['refund', 'payments', 'zebra seashells', ...ANSWERABLE.map((it) => it.ask)]) {
      for (const { passage } of await search('acme', query)) {
        expect(ids).toContain(passage.documentId);
        expect(passage.documentVersion).toBe('1');
      }
      for (const { passage } of await search('nexora', query)) expect(passage.documentVersion).toBe('2026-10');
    }
    expect((await search('acme', 'refund')).length).toBeGreaterThan(0);
    expect(await search('nexora', 'zebra')).toEqual([]);
    expect(await search('acme', 'warranty')).toEqual([]);
  });

  it('do not change the scores of another', async () => {
    for (const query of ['refund', 'how do I pay', 'zebra refund']) {
      expect(await search('nexora', query)).toEqual(await ask(query, 1_000));
    }
  });

  it('have their own document under a shared id, and an unknown company has nothing', async () => {
    expect(shared.document('acme', 'payments')?.source).toBe('We take seashells.');
    expect(shared.document('nexora', 'payments')?.title).toBe('Payments');
    expect(shared.document('acme', 'privacy')).toBeUndefined();
    expect(shared.document('__proto__', 'payments')).toBeUndefined();
    expect(await search('nobody', 'refund')).toEqual([]);
    expect(await createLexicalIndex([]).search({ companyId: 'nexora', query: 'refund', limit: 3 })).toEqual([]);
  });
});
