import { describe, expect, it } from 'vitest';
import { exactOption, pointedOption } from './options.ts';

const homes = [
  { value: 'a1', label: 'Home – 12 MG Road' },
  { value: 'a2', label: 'Office – Cyber City' },
  { value: 'a3', label: 'Mum' },
];
const pick = (text: string, options = homes) => pointedOption(text, { slot: 'choice', options });

describe('pointing at an option', () => {
  it.each([
    ['1', 'a1'],
    ['2', 'a2'],
    ['second', 'a2'],
    ['the first one', 'a1'],
    ['2nd one please', 'a2'],
    ['option 3', 'a3'],
    ['dusra', 'a2'],
    ['the last one', 'a3'],
    ['one', 'a1'],
  ])('reads "%s" as a place in the list', (text, value) => expect(pick(text)).toBe(value));

  it.each([
    ['office', 'a2'],
    ['ofice', 'a2'],
    ['home please', 'a1'],
    ['the one on mg road', 'a1'],
  ])('reads "%s" as a label', (text, value) => expect(pick(text)).toBe(value));

  it.each(['4', 'zeroth', 'none of these', 'what is your refund policy', 'flat 9, rose villa, baner', ''])(
    'does not force a choice on "%s"',
    (text) => expect(pick(text)).toBeUndefined(),
  );

  it('does not choose by a word that all labels share', () => {
    const services = [
      { value: 'r', label: 'AC Repair' },
      { value: 's', label: 'AC Service' },
    ];
    expect(pick('ac', services)).toBeUndefined();
    expect(pick('repair', services)).toBe('r');
  });

  it('prefers the label that holds the number when the slot is one of numbers', () => {
    const hours = ['9 AM', '2 PM', '5 PM'].map((label, at) => ({ label, value: `h${at}` }));
    expect(pointedOption('2', { slot: 'hour', options: hours })).toBe('h1');
    expect(pointedOption('5 pm', { slot: 'hour', options: hours })).toBe('h2');
  });

  it('takes a label or value as it stands, whatever the case', () => {
    expect(exactOption('mum!', homes)).toBe('a3');
    expect(exactOption('A2', homes)).toBe('a2');
    expect(exactOption('mother', homes)).toBeUndefined();
  });
});
