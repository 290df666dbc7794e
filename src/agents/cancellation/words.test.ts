import { describe, expect, it } from 'vitest';
import { blamesUs, isInquiry, keepsIt, onlyHears, reasonIn, reasonOf, saysExcept, saysOnly, whichOf } from './words.ts';

describe('the reason of a cancellation', () => {
  it.each([
    ['because im travelling', 'Im travelling'],
    ['  due to\n rain ', 'Rain'],
    ['bcoz ghar pe koi nahi', 'Ghar pe koi nahi'],
    ['my plans changed', 'My plans changed'],
  ])('is kept as one line without its “because”: %s', (said, kept) => expect(reasonOf(said)).toBe(kept));

  it('is none when there are no words, and cut where it is too long, between letters', () => {
    expect(reasonOf('because … !')).toBeUndefined();
    const long = reasonOf('😀a'.repeat(300)) ?? '';
    expect(Array.from(long)).toHaveLength(200);
    expect(long.endsWith('…')).toBe(true);
    expect(long.isWellFormed()).toBe(true);
  });

  it('is found without a “because” when it is one that many give', () => {
    expect(reasonIn('cancel my booking, our plans have changed')).toBe('Our plans have changed');
    expect(reasonIn('i booked it by mistake pls cancel')).toBe('Booked it by mistake');
    expect(reasonIn('cancel my booking')).toBeUndefined();
  });
});

describe('what is a question and what a wish', () => {
  it.each(['how much do i get back if i cancel', 'what refund would I get', 'cancel karu to kitna refund milega'])(
    'asks only: %s',
    (text) => expect(isInquiry(text)).toBe(true),
  );
  it.each(['cancel my booking', 'cancel it and give my money back', 'please cancel, what do i get back'])(
    'wishes it: %s',
    (text) => expect(isInquiry(text)).toBe(false),
  );
  it.each(['ok', 'ok thanks', 'Got it, thank you!', 'theek hai', 'acha ok'])('has only heard: %s', (text) =>
    expect(onlyHears(text)).toBe(true),
  );
  it.each(['yes', 'ok cancel it', 'haan', 'go ahead'])('is more than having heard: %s', (text) =>
    expect(onlyHears(text)).toBe(false),
  );
  it.each(['no keep it', 'dont cancel please', 'cancel mat karo', 'rehne do'])('keeps the booking: %s', (text) =>
    expect(keepsIt(text)).toBe(true),
  );
  it.each(['i cannot keep waiting', 'we will not be at home'])('is a reason: %s', (text) =>
    expect(keepsIt(text)).toBe(false),
  );
});

describe('which booking, and which part of it', () => {
  it('is the next or the last one', () => {
    expect(['cancel the next one', 'agli wali cancel karo'].map(whichOf)).toEqual(['next', 'next']);
    expect(['cancel my last one', 'cancel the ac one'].map(whichOf)).toEqual(['last', undefined]);
  });

  it('is a part when the words say so', () => {
    expect(saysOnly('cancel only the tap')).toBe(true);
    expect(saysOnly('cancel the tap repair of my booking tomorrow')).toBe(true);
    expect(saysOnly('just cancel my tap repair')).toBe(false);
    expect(saysExcept('cancel everything except the ac')).toBe(true);
    expect(saysExcept('cancel the ac')).toBe(false);
  });

  it('is a case for our staff when nobody came', () => {
    expect(blamesUs('the plumber never came')).toBe(true);
    expect(blamesUs('technician nahi aaya')).toBe(true);
    expect(blamesUs('my guests did not come')).toBe(false);
    expect(blamesUs('plans changed')).toBe(false);
  });
});
