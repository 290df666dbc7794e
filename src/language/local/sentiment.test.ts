import { describe, expect, it } from 'vitest';
import { createLocalMaker } from './local-maker.ts';
import { sentimentOf } from './sentiment.ts';
import { testInput } from './test-maker.ts';

describe('how a customer feels', () => {
  it.each([
    'thank you so much, great service!',
    'bahut accha kaam kiya',
    'awesome 😊',
    'the plumber was very polite and quick',
    'not bad at all',
    'no problem',
  ])('hears content in "%s"', (text) => expect(sentimentOf(text)).toBeGreaterThan(0.1));

  it.each([
    'worst service ever',
    'your technician was rude',
    'bahut bekar service thi',
    'accha nahi tha',
    'I am not happy with the work',
    'THIS IS UNACCEPTABLE',
    'still waiting for my refund 😡',
    'nobody came, waste of time',
    'thanks for nothing',
  ])('hears anger in "%s"', (text) => expect(sentimentOf(text)).toBeLessThan(-0.2));

  it.each([
    'book a plumber for tomorrow',
    'good morning',
    'my ac is not cooling',
    'what is your cancellation policy',
    'NX-7F3K2M',
    'deep cleaning for sunday',
    '',
    '5 pm',
  ])('hears nothing in "%s"', (text) => expect(sentimentOf(text)).toBe(0));

  it('hears more in stronger words, capitals, marks and hands thrown up', () => {
    const plain = sentimentOf('the service was bad');
    expect(sentimentOf('the service was very bad')).toBeLessThan(plain);
    expect(sentimentOf('the service was BAD')).toBeLessThan(plain);
    expect(sentimentOf('the service was bad!!!')).toBeLessThan(plain);
    expect(sentimentOf('the service was bad 😡')).toBeLessThan(plain);
    expect(sentimentOf('the service was slightly bad')).toBeGreaterThan(plain);
  });

  it('stays within its bounds, whatever the text', () => {
    for (const text of [
      'worst '.repeat(5_000),
      '😡'.repeat(5_000),
      'love '.repeat(5_000),
      '!?'.repeat(5_000),
      '\ud800',
    ]) {
      expect(sentimentOf(text)).toBeGreaterThanOrEqual(-1);
      expect(sentimentOf(text)).toBeLessThanOrEqual(1);
    }
  });

  it('is part of what the maker understands', async () => {
    const { sentiment } = await createLocalMaker().understand({
      ...testInput,
      text: 'your plumber broke my tap, pathetic!',
    });
    expect(sentiment).toBeLessThan(-0.4);
  });
});
