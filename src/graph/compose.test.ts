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

  it('tells what was done for a flow whose next question waits', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'tap repair')];
    const effects = [{ type: 'booking.created' as const, id: 'bkg_1', number: 'NX-1', eventId: 'evt_1' }];
    const done = result(1, 'Booked: tap repair.', { frame: b, effects });
    done.parts.push({ agent: 'booking', text: 'Now the other visit: Pincode for tap repair?', sources: [] });
    const composed = compose([], [result(0, 'Pincode?', { frame: a }), done]);
    expect(textsOf(composed)).toEqual([
      'Pincode?',
      'Booked: tap repair.',
      'I have also noted tap repair; I will come to it after this.',
    ]);
  });

  it('takes up the waiting flow by itself when the open one ends', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'tap repair')];
    const composed = compose([b, a], [result(0, 'That is dropped.', { frame: null, frameId: 'a' })]);
    expect(composed.stack.map((f) => f.id)).toEqual(['b']);
    expect(textsOf(composed)).toEqual(['That is dropped.', 'Now for tap repair: Pincode for tap repair?']);
  });

  it('forgets what else was to be done to a booking that is cancelled or moved', () => {
    const moving = { ...frame('a', 'moving AC repair'), flow: 'reschedule_booking', slots: { bookingId: 'bkg_1' } };
    const other = { ...moving, id: 'c', slots: { bookingId: 'bkg_2' } };
    const effects = [{ type: 'booking.cancelled' as const, id: 'bkg_1', number: 'NX-1', eventId: 'evt_1' }];
    const ended = result(0, 'Cancelled.', { frame: null, frameId: 'b', effects });
    expect(compose([moving, other, frame('b', 'cancelling')], [ended]).stack.map((f) => f.id)).toEqual(['c']);
    const moved = result(0, 'Moved.', { ...ended, effects: [{ ...effects[0]!, type: 'booking.rescheduled' }] });
    expect(compose([moving, frame('b', 'moving')], [moved]).stack).toEqual([]);
    const complaint = { ...moving, flow: 'raise_complaint' };
    expect(compose([complaint, frame('b', 'cancelling')], [ended]).stack.map((f) => f.id)).toEqual(['a']);
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

  it('follows the customer to a new flow and comes back to the one before it', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'cancelling')];
    const switched = compose([a], [result(0, 'Which booking?', { frame: b })]);
    expect(switched.stack.map((f) => f.id)).toEqual(['a', 'b']);
    expect(textsOf(switched)).toEqual(['Which booking?']);
    const back = compose([a, b], [result(0, 'Dropped.', { frame: null, frameId: 'b' })]);
    expect(textsOf(back)).toEqual(['Dropped.', 'Now for AC repair: Pincode for AC repair?']);
  });

  it('lets a new flow wait when the message went on with the open one', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'tap repair')];
    const composed = compose([a], [result(0, 'Address?', { frame: a, frameId: 'a' }), result(1, 'Day?', { frame: b })]);
    expect(composed.stack.map((f) => f.id)).toEqual(['b', 'a']);
  });

  it('brings a waiting flow to the front when it is asked for', () => {
    const [a, b] = [frame('a', 'AC repair'), frame('b', 'tap repair')];
    const composed = compose([b, a], [result(0, 'Which day?', { frame: b, frameId: 'b', isWanted: true })]);
    expect(composed.stack.map((f) => f.id)).toEqual(['a', 'b']);
    expect(textsOf(composed)).toEqual(['Which day?']);
  });

  it('names the open question, and keeps its name as long as it is the same', () => {
    const first = compose([frame('a', 'AC repair')], [result(0, 'Info.')]);
    const again = compose(first.stack, [result(0, 'More.')]);
    expect(first.answer.ask?.id).toMatch(/^a-/);
    expect(again.answer.ask?.id).toBe(first.answer.ask?.id);
  });
});
