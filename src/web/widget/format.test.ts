import { describe, expect, it } from 'vitest';
import { countdown, dayName, money, recordField } from './format.ts';
import { textBlocks } from './text-blocks.ts';

describe('formatting for people', () => {
  it('writes paise as rupees with Indian grouping, and paise only where there are some', () => {
    expect([money(0), money(129900), money(12345678), money(70682)]).toEqual([
      '₹0',
      '₹1,299',
      '₹1,23,456.78',
      '₹706.82',
    ]);
  });

  it('counts down to zero and not below, rounding up', () => {
    expect([countdown(600_000), countdown(64_001), countdown(1), countdown(0), countdown(-5000)]).toEqual([
      '10:00',
      '1:05',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });

  it('names days as the reader would, and is silent about what is not a date', () => {
    const now = new Date(2026, 10, 20, 0, 30);
    const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
    expect([dayName(at(20, 0), now), dayName(at(19, 23), now), dayName('nonsense', now)]).toEqual([
      'Today',
      'Yesterday',
      '',
    ]);
    expect(dayName(at(12, 9), now)).toMatch(/12 Nov/);
  });
});

describe('a record’s field', () => {
  it('is money where it counts paise, a time where it is one, and as it stands otherwise', () => {
    expect(recordField('totalPaise', 41_064)).toEqual({ label: 'total', text: '₹410.64' });
    expect(recordField('duration_minutes', 60)).toEqual({ label: 'duration minutes', text: '60' });
    expect(recordField('cancelledAt', null)).toEqual({ label: 'cancelled at', text: '–' });
    expect(recordField('startsAt', '2026-11-21T11:30:00.000Z').text).toMatch(/2[012] Nov 2026, .*[ap]m .+/);
  });
});

describe('the blocks of a text', () => {
  it('separates paragraphs at blank lines and gathers bullet lines into lists', () => {
    expect(textBlocks('We do:\n• AC repair\n• Plumbing\n\nWhich one?\nTell me.\n \nBye')).toEqual([
      { kind: 'paragraph', lines: ['We do:'] },
      { kind: 'list', items: ['AC repair', 'Plumbing'] },
      { kind: 'paragraph', lines: ['Which one?', 'Tell me.'] },
      { kind: 'paragraph', lines: ['Bye'] },
    ]);
  });

  it('leaves markup as the text it is', () => {
    expect(textBlocks('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', lines: ['<img src=x onerror=alert(1)>'] },
    ]);
  });
});
