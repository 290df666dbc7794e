import { describe, expect, it } from 'vitest';
import { gazetteerIndex } from './gazetteer-index.ts';
import { findServices } from './services.ts';
import { testGazetteer } from './test-gazetteer.ts';

const candidates = (text: string) => findServices(text, testGazetteer)?.candidates ?? [];
const ids = (text: string): string[] => candidates(text).map(({ id }) => id);

describe('services in a text', () => {
  it.each([
    ['my AC is not cooling', 'ac-repair'],
    ['AC service', 'ac-service'],
    ['foam jet', 'ac-foam'],
    ['gas refill for my split ac', 'ac-gas'],
    ['the tap is leaking', 'tap'],
    ['nal kharab ho gaya', 'tap'],
    ['plumber chahiye', 'plumbing'],
    ['need an electrician', 'electrical'],
    ['deep cleaning', 'deep-cleaning'],
    ['clean my sofa', 'sofa-cleaning'],
    ['5 seater sofa cleaning', 'sofa-5'],
    ['couch shampoo', 'sofa-cleaning'],
    ['washing machine is not spinning', 'washing-machine'],
    ['deemak', 'termite'],
    ['full arms wax', 'waxing'],
    ['paint my house', 'painting'],
  ])('finds what "%s" names', (text, id) => expect(ids(text)[0]).toBe(id));

  it.each([
    ['plumer', 'plumbing'],
    ['air condishner not cooling', 'ac-repair'],
    ['a/c service', 'ac-service'],
    ['geezer repair', 'geyser'],
    ['wasing machine repair', 'washing-machine'],
    ['elctrician', 'electrical'],
    ['bathrom cleening', 'bathroom-cleaning'],
    ['termight treatment', 'termite'],
  ])('forgives the spelling of "%s"', (text, id) => expect(ids(text)[0]).toBe(id));

  it('offers the families when only the appliance is named', () => {
    expect(ids('AC')).toEqual(expect.arrayContaining(['ac-repair', 'ac-service', 'ac-gas', 'ac-install']));
    expect(
      candidates('AC')
        .slice(0, 3)
        .every(({ kind }) => kind === 'subcategory'),
    ).toBe(true);
  });

  it('offers both when the words fit two services equally', () =>
    expect(ids('kitchen and bathroom cleaning').toSorted()).toEqual(['bathroom-cleaning', 'kitchen-cleaning']));

  it.each([
    'service',
    'repair',
    'I need a service',
    'is it safe?',
    'change the time',
    'what is the price',
    'at 5',
    'hello there',
    'weather',
  ])('finds nothing in "%s"', (text) => expect(ids(text)).toEqual([]));

  it('scores between 0 and 1, best first', () => {
    const scores = candidates('ac').map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  it('compiles a gazetteer once', () => expect(gazetteerIndex(testGazetteer)).toBe(gazetteerIndex(testGazetteer)));

  it('finds nothing in an empty catalogue', () =>
    expect(findServices('plumber', { services: [], cities: [] })).toBeUndefined());
});
