import { describe, expect, it } from 'vitest';
import { saysAdd, withoutOrder } from './add-update.ts';

describe('the order to add something to a complaint', () => {
  it.each([
    ['he came again and it leaks again, add it to my complaint', 'he came again and it leaks again'],
    ['please add to complaint CP-7F3K2M: it still leaks', 'it still leaks'],
    ['Please add to my complaint that he was rude', 'that he was rude'],
    ['add this photo to my complaint', ''],
    ['I want to add something to my existing complaint', ''],
  ])('is heard in "%s", and what is left is the news', (text, news) => {
    expect(saysAdd(text)).toBe(true);
    expect(withoutOrder(text)).toBe(news);
  });

  it.each(['can I add a plumber visit to my booking', 'I want to add a complaint', 'my complaint is old'])(
    'is not heard in "%s"',
    (text) => expect(saysAdd(text)).toBe(false),
  );
});
