import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { PINCODES } from '../data/geography/index.ts';

const documents = await loadKnowledge(fileURLToPath(new URL('.', import.meta.url)));
const sourceOf = (id: string) => documents.find((document) => document.id === id)?.source ?? '';
const everything = documents.map(({ source }) => source).join('\n');

/** The cells of the Markdown table between `<!-- generated:name -->` and `<!-- /generated -->`, without its head. */
function generatedRows(id: string, name: string): string[][] {
  const [, section = ''] = sourceOf(id).split(`<!-- generated:${name} -->`);
  const [inner = ''] = section.split('<!-- /generated -->');
  return tableRows(inner);
}

function tableRows(markdown: string): string[][] {
  return (markdown.match(/^\|.*\|$/gm) ?? []).slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((it) => it.trim()),
  );
}

/** All numbers of a text, thousands separators removed, in order. */
const numbers = (text: string) => (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
const rupees = (text: string) => Number(text.replace(/[^\d.−]/g, '').replace('−', '-'));

describe('the policy documents agree with the rules', () => {
  it('are the eleven subjects, in one version', () => {
    expect(documents.map(({ id }) => id)).toEqual([
      'cancellation-and-refunds',
      'complaints',
      'coverage-and-hours',
      'payments',
      'pricing-and-gst',
      'privacy',
      'provider-conduct',
      'rescheduling',
      'safety-and-verification',
      'terms',
      'warranty-and-rework',
    ]);
    for (const { companyId, version } of documents) expect([companyId, version]).toEqual(['nexora', '2026-10']);
  });

  it('refund by hours before the slot', () => {
    const rows = generatedRows('cancellation-and-refunds', 'refund-table');
    expect(rows.map((row) => numbers(row.join(' ')))).toEqual([
      [24, 100],
      [4, 24, 75],
      [1, 4, 50],
      [1, 0],
      [100, 100],
    ]);
    expect(rows.map(([when]) => /or more/.test(when ?? ''))).toEqual([true, true, true, false, false]);
    expect(rows.at(-1)?.join(' ')).toMatch(/(provider|professional).*platform.*100\s?%.*₹100/);
  });

  it('give refund examples that follow from the table', () => {
    const [, section = ''] = sourceOf('cancellation-and-refunds').split('## Examples');
    const rows = tableRows(section.split('## ')[0] ?? '');
    const percentFor = (hours: number) => (hours >= 24 ? 100 : hours >= 4 ? 75 : hours >= 1 ? 50 : 0);
    expect(rows).toHaveLength(4);
    for (const [, left = '', refund = ''] of rows) {
      const [first = 0, second = 0] = numbers(left);
      const hours = left.includes('hour') ? first + second / 60 : first / 60;
      expect(numbers(refund)).toEqual([(1_200 * percentFor(hours)) / 100, percentFor(hours)]);
    }
  });

  it('charge the visit by pincode tier, and GST of 18 % on the sum', () => {
    const rows = generatedRows('pricing-and-gst', 'visiting-charges');
    expect(rows.map((row) => numbers(row.join(' ')))).toEqual([
      [1, 49],
      [2, 79],
      [3, 99],
    ]);
    const percentages = everything.match(/GST (?:is |of )?\d+%|\d+% GST/g) ?? [];
    expect(percentages.length).toBeGreaterThan(2);
    for (const it of percentages) expect(numbers(it)).toEqual([18]);
  });

  it('show an example price that adds up', () => {
    const [, section = ''] = sourceOf('pricing-and-gst').split('## Example of a price');
    const [service, visit, discount, beforeTax, gst, total] = tableRows(section.split('## ')[0] ?? '').map((row) =>
      rupees(row[1] ?? ''),
    );
    expect(service).toBe(600 * 2);
    expect(visit).toBe(49);
    expect(discount).toBe(-120);
    expect(beforeTax).toBe(1_200 + 49 - 120);
    expect(gst).toBeCloseTo(1_129 * 0.18, 2);
    expect(total).toBeCloseTo(1_129 * 1.18, 2);
  });

  it('book by the hours, lead, horizon and hold of the rules', () => {
    const rows = generatedRows('coverage-and-hours', 'booking-rules').map((row) => row.join(' '));
    expect(rows.map(numbers)).toEqual([[9, 0, 21, 0], [2], [60], [10]]);
    for (const hours of everything.match(/09:00.{1,5}21:00|09:00.{1,5}\d\d:00/g) ?? []) {
      expect(hours).toMatch(/^09:00(–| and | to )21:00$/);
    }
  });

  it('name the cities of the served pincodes, no more and no fewer', () => {
    const [, count, list = ''] =
      sourceOf('coverage-and-hours').match(/works in these (\d+) cities in India: (.+)\.$/m) ?? [];
    const cities = [...new Set(PINCODES.map(({ city }) => city))];
    expect(list.split(/, | and /).toSorted()).toEqual(cities.toSorted());
    expect(Number(count)).toBe(cities.length);
  });

  it('answer complaints within the times of their priority', () => {
    const rows = generatedRows('complaints', 'complaint-sla');
    expect(rows.map(([band]) => band)).toEqual(['Critical', 'High', 'Medium', 'Low']);
    expect(rows.map(([, ...cells]) => cells.at(-2))).toEqual(['30 minutes', '2 hours', '8 hours', '24 hours']);
    expect(rows.map((cells) => cells.at(-1))).toEqual(['4 hours', '24 hours', '72 hours', '7 days']);
    expect(sourceOf('safety-and-verification')).toContain(
      'first response within 30 minutes, resolution within 4 hours',
    );
    expect(sourceOf('pricing-and-gst')).toContain('a first response within 2 hours and a solution within 24 hours');
  });

  it('score complaints by the severity of their category', () => {
    const [, section = ''] = sourceOf('complaints').split('| What the complaint is about | Starting score |');
    const rows = tableRows(`| |\n${section.split('\n\n')[0]}`);
    expect(rows.map(([about, score]) => [about?.split(' ')[0], Number(score)])).toEqual([
      ['Safety', 90],
      ['Damage', 75],
      ['Overcharge', 60],
      ['Behaviour', 55],
      ['Quality', 50],
      ['Delay', 40],
      ['Anything', 30],
    ]);
    expect(sourceOf('complaints')).toContain('up to 15 points');
    expect(sourceOf('complaints')).toContain(
      '10 points for each earlier complaint of yours in the last 30 days, at most 20',
    );
    expect(sourceOf('complaints')).toContain('up to 10 points for a booking of high value');
  });

  it('name one threshold for approval, one credit and one way to reach support', () => {
    const approvals = everything.match(/[Rr]efunds? above ₹[\d,]*\d/g) ?? [];
    expect(approvals.length).toBeGreaterThan(3);
    for (const it of approvals) expect(it).toMatch(/₹5,000$/);
    for (const it of everything.match(/₹[\d,]+ credit/g) ?? []) expect(it).toBe('₹100 credit');
    for (const it of everything.match(/\+91[\d ]+\d/g) ?? []) expect(it).toBe('+91 80 4718 2200');
    for (const it of everything.match(/[\w.]+@[\w.]+\w/g) ?? []) expect(it).toBe('support@nexora.test');
    for (const it of everything.match(/08:00.{1,5}\d\d:00/g) ?? []) expect(it).toMatch(/^08:00(–| to | and )22:00$/);
  });

  it('refer only to documents that exist', () => {
    const titles = documents.map(({ title }) => title);
    const references = [...everything.matchAll(/documents? "([^"]+)"(?: and "([^"]+)")?/g)];
    expect(references.length).toBeGreaterThan(5);
    for (const [, first, second] of references) {
      expect(titles).toContain(first);
      if (second) expect(titles).toContain(second);
    }
  });

  it('are of a length that people read', () => {
    for (const { id, source } of documents) {
      const lines = source.trimEnd().split('\n').length;
      expect(lines, id).toBeGreaterThanOrEqual(50);
      expect(lines, id).toBeLessThanOrEqual(150);
    }
  });
});
