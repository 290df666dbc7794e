import { describe, expect, it } from 'vitest';
import { booking, createReader, valuesOf } from './test-maker.ts';

const read = createReader();
const confirm = booking('confirm');

describe('saying yes', () => {
  it.each([
    'yes',
    'haan ji',
    'ok do it',
    'confirm',
    '👍',
    '👍🏽',
    'theek hai',
    'yes, confirm',
    'Yes please book it',
    'YES!!!',
    'sure, go ahead and book it',
    'ji haan book kar do',
    'no problem',
    'ok thanks',
  ])('takes "%s" as an assent while a confirmation is open', async (text) =>
    expect(await read(text, confirm)).toEqual([{ type: 'affirm' }]),
  );

  it.each(['yes', 'ok', 'haan'])('passes "%s" on with nothing open, for the dialogue to decide', async (text) =>
    expect(await read(text)).toEqual([{ type: 'affirm' }]),
  );

  it.each([
    'yes but i am not sure about the price',
    'yes but wait',
    'yes if it is cheaper',
    'is it ok?',
    'are you sure?',
    'ok, and how much is it?',
    'ok what about gst',
    'wait',
  ])('does not take "%s" as an assent', async (text) =>
    expect((await read(text, confirm)).map(({ type }) => type)).not.toContain('affirm'),
  );

  it('keeps the assent when a question follows it', async () => {
    const commands = await read('yes and what is the refund policy?', confirm);
    expect(commands).toMatchObject([{ type: 'affirm' }, { type: 'start', intent: 'policy_question' }]);
  });

  it.each([
    ['yes but make it 2 units', { slot: 'quantity', value: 2 }],
    ['yes 7 pm is fine', { slot: 'hour', hour: 19, minute: 0 }],
    ['ok, on Friday', { slot: 'date', value: '2026-11-20' }],
  ])('reads "%s" as a correction, not as an assent', async (text, value) =>
    expect(await read(text, confirm)).toMatchObject([{ type: 'set', value, correction: true }]),
  );
});

describe('saying no', () => {
  it.each(['no', 'nahi', 'nope', 'No.', '👎', 'not that', 'nahi ji'])('takes "%s" as a refusal', async (text) =>
    expect(await read(text, confirm)).toEqual([{ type: 'deny' }]),
  );

  it.each([
    ['No, make it 6 pm', { slot: 'hour', hour: 18, minute: 0 }],
    ['no 6 pm', { slot: 'hour', hour: 18, minute: 0 }],
    ['nahi, kal', { slot: 'date', value: '2026-11-19' }],
    ['no, i need 3 units', { slot: 'quantity', value: 3 }],
    ['not sunday, monday', { slot: 'date', value: '2026-11-23' }],
    ['i want it at 7 instead', { slot: 'hour', hour: 19, minute: 0 }],
    ['change address to flat 12, MG Road', { slot: 'address', value: 'flat 12, MG Road', kind: 'text' }],
  ])('reads "%s" as a correction, not as a bare no', async (text, value) =>
    expect(await read(text, confirm)).toMatchObject([{ type: 'set', value, correction: true }]),
  );

  it.each(['no water in the kitchen tap', 'no hot water since morning', 'no power in one room'])(
    'hears the trouble in "%s"',
    async (text) => expect((await read(text))[0]).toMatchObject({ type: 'start', intent: 'book_service' }),
  );

  it('does not call a first value a correction', async () =>
    expect(await read('6 pm', booking('hour'))).toMatchObject([{ type: 'set', correction: false }]));
});

describe('steering the flow', () => {
  it.each([
    'never mind',
    'leave it',
    'forget it',
    'rehne do',
    'cancel',
    'please cancel',
    'cancel it',
    'cancel the booking',
    "I don't want it anymore",
  ])('takes "%s" as dropping what is open', async (text) =>
    expect(await read(text, confirm)).toEqual([{ type: 'cancel' }]),
  );

  it('passes a bare "cancel" on with nothing open', async () =>
    expect(await read('cancel')).toEqual([{ type: 'cancel' }]));

  it.each([
    ['I want to change something', { type: 'change' }],
    ['change', { type: 'change' }],
    ['change the time', { type: 'change', slot: 'hour' }],
    ['can you change the time?', { type: 'change', slot: 'hour' }],
    ['edit address', { type: 'change', slot: 'address' }],
    ['date change karna hai', { type: 'change', slot: 'date' }],
    ['I need a different service', { type: 'change', slot: 'service' }],
  ])('hears which slot "%s" is about', async (text, command) => expect(await read(text, confirm)).toEqual([command]));

  it.each(['skip', 'skip this', "i don't know", 'koi bhi', 'any time', 'no preference'])(
    'takes "%s" as skipping',
    async (text) => expect(await read(text, booking('hour'))).toEqual([{ type: 'skip' }]),
  );

  it.each([
    'talk to a human',
    'agent please',
    'customer care number',
    'I want to speak to someone',
    'connect me to a real person',
    'kisi insaan se baat karni hai',
    'can I talk to your manager?',
  ])('takes "%s" as a call for a person', async (text) => expect(await read(text)).toEqual([{ type: 'handoff' }]));

  it('does not hear a call for a person in "someone" who is to repair something', async () =>
    expect((await read('please send someone to fix my fan')).map(({ type }) => type)).not.toContain('handoff'));
});

describe('small talk', () => {
  it.each([
    ['hi', 'greet'],
    ['Namaste 🙏', 'greet'],
    ['good morning', 'greet'],
    ['thank you so much!', 'thanks'],
    ['bye', 'bye'],
    ['what can you do?', 'help'],
    ['help', 'help'],
    ['how are you?', 'how_are_you'],
  ])('knows "%s"', async (text, kind) => expect((await read(text))[0]).toEqual({ type: 'smalltalk', kind }));

  it('gives way to what the message is about', async () => {
    const commands = await read('Hi, good morning, I need a plumber tomorrow. Thanks!');
    expect(commands.map(({ type }) => type)).toEqual(['start', 'set', 'set']);
    expect(valuesOf(commands).map(({ slot }) => slot)).toEqual(['service', 'date']);
  });
});
