import { describe, expect, it } from 'vitest';
import type { Frame } from '#src/agents/contract.ts';
import { compose } from './compose.ts';
import type { TaskResult } from './state.ts';

const frame = (id: string, title: string): Frame => ({
  id,
  flow: 'book_service',
  agent: 'booking',
  title,
  slots: {},
  expecting: { slot: 'pincode' },
  prompt: { text: `Pincode for ${title}?`, ask: { kind: 'slot', slot: 'pincode', options: [] } },
  attempts: 0,
});
const result = (order: number, text: string, rest: Partial<TaskResult> = {}): TaskResult => ({
  order,
  agent: 'booking',
  status: 'answered',
  parts: [{ agent: 'booking', text, sources: [] }],
  effects: [],
  ...rest,
});
const textsOf = (composed: ReturnType<typeof compose>) => composed.answer.parts.map((part) => part.text);

describe('one answer of many', () => {
  it('follows the order in which the customer asked, whoever finished first', () => {
    expect(textsOf(compose([], [result(1, 'second'), result(0, 'first')]))).toEqual(['first', 'second']);
  });

  it('says nothing twice', () => {
    expect(textsOf(compose([], [result(0, 'same'), result(1, 'same')]))).toEqual(['same']);
  });

  it('asks again what was open before a digression', () => {
    const composed = compose([frame('a', 'AC repair')], [result(0, 'Refunds take two days.')]);
    expect(textsOf(composed)).toEqual(['Refunds take two days.', 'Back to AC repair: Pincode for AC repair?']);
    expect(composed.answer.ask?.slot).toBe('pincode');
  });

  it('comes back to a long question in its short form', () => {
    const open = frame('a', 'AC repair');
    if (open.prompt) open.prompt.reminder = 'Shall I book it?';
    expect(textsOf(compose([open], [result(0, 'Info.')])).at(-1)).toBe('Back to AC repair: Shall I book it?');
  });

  it('asks one question at a time: the second new flow waits', () => {
    const a = frame('a', 'AC repair');
    const b = frame('b', 'tap repair');
    const composed = compose([], [result(0, 'Pincode?', { frame: a }), result(1, 'Pincode?', { frame: b })]);
    expect(composed.stack.map((f) => f.id)).toEqual(['b', 'a']);
    expect(textsOf(composed)).toEqual(['Pincode?', 'I have also noted tap repair; I will come to it after this.']);
  });

  it('takes up the waiting flow by itself when the open one ends', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'tap repair')];
    const composed = compose([b, a], [result(0, 'Booked.', { frame: null, frameId: 'a' })]);
    expect(composed.stack.map((f) => f.id)).toEqual(['b']);
    expect(textsOf(composed)).toEqual(['Booked.', 'Now for tap repair: Pincode for tap repair?']);
  });

  it('offers what to say next only when no question is open', () => {
    const suggestions = [{ label: 'Book it', text: 'Book it' }];
    expect(compose([], [result(0, 'Info', { suggestions })]).answer.ask?.options).toEqual(suggestions);
    expect(compose([frame('a', 'AC')], [result(0, 'Info', { suggestions })]).answer.ask?.slot).toBe('pincode');
  });

  it('keeps a flow as it was when its specialist failed', () => {
    const failed = result(0, 'I could not finish this.', { status: 'failed', frameId: 'a' });
    expect(compose([frame('a', 'AC')], [failed]).stack.map((f) => f.id)).toEqual(['a']);
  });
});
