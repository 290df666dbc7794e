import { describe, expect, it } from 'vitest';
import { sentimentOf } from './sentiment.ts';
import { booking, createReader, during, startsOf, valuesOf } from './test-maker.ts';

const read = createReader();
const saved = [{ value: 'address:1', label: 'Home – 1, 5th Block, 560034' }];

describe('while an address is asked for', () => {
  it.each([
    ['also cancel my tap repair because it stopped dripping', 'cancel_booking'],
    ["I also want to complain that yesterday's plumber left the bathroom dirty", 'raise_complaint'],
    ['also my son got an electric shock from the switch your electrician fitted yesterday', 'raise_complaint'],
  ])('hears another wish in "%s"', async (text, intent) =>
    expect(startsOf(await read(text, booking('address', saved)))).toEqual([intent]),
  );

  it.each([
    'ok come to home',
    'ok book it for tomorrow 11 am at home',
    'no sorry, sunday itself. at home, 4 pm',
    'fine, home',
    'home, earliest possible',
  ])('finds the saved place in "%s"', async (text) =>
    expect(valuesOf(await read(text, booking('address', saved)))).toContainEqual({
      slot: 'address',
      value: 'home',
      kind: 'saved',
    }),
  );

  it.each(['asdf qwer', 'zxcv'])('takes "%s" for no place when there are places to choose from', async (text) =>
    expect(await read(text, booking('address', saved))).toEqual([{ type: 'clarify', options: [] }]),
  );

  it.each(['Brigade Gateway Apartments', 'near the temple, Indiranagar', '12 MG Road'])(
    'takes "%s" for a place',
    async (text) => expect(valuesOf(await read(text, booking('address', saved)))).toMatchObject([{ kind: 'text' }]),
  );

  it('reads another service with its day and place', async () =>
    expect(
      valuesOf(await read('book tap repair at home on saturday 10 am', booking('address', saved))).map(
        ({ slot }) => slot,
      ),
    ).toEqual(['service', 'address', 'date', 'hour']));
});

describe('a place that belongs to the words of a service', () => {
  it('is still the place', async () => {
    const values = valuesOf(await read('I need house cleaning at home tomorrow at 10'));
    expect(values).toContainEqual({ slot: 'address', value: 'home', kind: 'saved' });
  });

  it('is no service of its own', async () => {
    const commands = await read('send him to my office instead', booking('confirm'));
    expect(valuesOf(commands)).toEqual([{ slot: 'address', value: 'office', kind: 'saved' }]);
    expect(startsOf(commands)).toEqual([]);
  });

  it('is heard in Hinglish', async () =>
    expect(valuesOf(await read('tap repair ke liye kisi ko ghar bhejo'))).toContainEqual({
      slot: 'address',
      value: 'home',
      kind: 'saved',
    }));
});

describe('what drops the open flow', () => {
  it.each([
    ['oh that is too much, forget it', booking('address', saved)],
    ['no I do not want to sign in, forget it', booking('confirm')],
    ['no, never mind that', during('reschedule_booking', 'confirm')],
    ['no leave it as it is', during('reschedule_booking', 'confirm')],
    ["don't raise it", during('raise_complaint', 'confirm')],
    ['hmm no wait, keep it', during('reschedule_booking', 'confirm')],
  ])('"%s"', async (text, context) =>
    expect((await read(text, context)).map(({ type }) => type).filter((type) => type !== 'deny')).toEqual(['cancel']),
  );

  it('is not a reason that begins like it', async () =>
    expect(
      valuesOf(await read('I have to leave it, we are moving out', during('cancel_booking', 'details'))),
    ).toMatchObject([{ slot: 'details' }]));
});

describe('what goes on', () => {
  it('is assent at a confirmation, and a way back to what waits elsewhere', async () => {
    expect(await read('Yes, go on', during('cancel_booking', 'confirm'))).toEqual([{ type: 'affirm' }]);
    expect(await read('Yes, go on', { ...booking('address'), waiting: ['Tap repair'] })).toMatchObject([
      { type: 'resume' },
    ]);
  });

  it('is named while a picture is asked for', async () =>
    expect(
      await read(
        'first lets finish the geyser booking',
        during('raise_complaint', 'attachment', { waiting: ['Geyser repair'] }),
      ),
    ).toMatchObject([{ type: 'resume' }]));

  it('is no goodbye that begins with ok', async () =>
    expect(await read('ok thanks bye', booking('address', saved))).not.toContainEqual({ type: 'affirm' }));
});

describe('a reason', () => {
  it('is not given by who takes back which booking was meant', async () =>
    expect(valuesOf(await read('sorry I meant the fan one', during('cancel_booking', 'details')))).toMatchObject([
      { slot: 'service' },
    ]));

  it('may be kept to oneself', async () =>
    expect(await read('I would rather not say', during('cancel_booking', 'details'))).toEqual([{ type: 'skip' }]));
});

describe('a booking that exists', () => {
  it.each([
    ['cancel my booking and rebook for sunday', ['reschedule_booking']],
    ['cancel it and book again for monday 4 pm', ['reschedule_booking']],
    ['cancel my tap repair and book ac service for sunday', ['cancel_booking', 'book_service']],
    ['shift it', ['reschedule_booking']],
    ['can you move it?', ['reschedule_booking']],
    ['what about my tap repair?', ['booking_status']],
    ['any news on my plumber booking?', ['booking_status']],
  ])('is meant by "%s"', async (text, intents) => expect(startsOf(await read(text))).toEqual(intents));

  it('is to be on the day that comes after "rebook"', async () =>
    expect(valuesOf(await read('cancel my booking and rebook for sunday'))).toMatchObject([
      { slot: 'date', value: '2026-11-22' },
    ]));
});

describe('a complaint', () => {
  it.each([
    ['gas smell in my kitchen after the stove repair', 'safety'],
    ['you charged my card twice for the tap repair', 'overcharge'],
  ])('is heard in "%s", with its kind', async (text, kind) => {
    const commands = await read(text);
    expect(startsOf(commands)).toEqual(['raise_complaint']);
    expect(valuesOf(commands)).toContainEqual({ slot: 'category', value: kind });
  });

  it('is no feeling by its name', () => {
    expect(sentimentOf('what is the status of my complaint CP-9A3K4D')).toBe(0);
    expect(sentimentOf('I want to raise a complaint')).toBeGreaterThan(-0.3);
  });
});

describe('a courtesy', () => {
  it('is no question about the last time', async () =>
    expect(startsOf(await read('hi good morning, thanks for last time. I need a tap repair tomorrow 11 am'))).toEqual([
      'book_service',
    ]));
});

describe('a service', () => {
  it.each([
    ['need a carpenter for ac repair', 'ac-repair'],
    ['also a plumber for sunday at 11 for tap repair', 'tap'],
    ['wait, it is not the ac, it is the tap that needs repair', 'tap'],
    ['tap repair in 30 minutes', 'tap'],
  ])('is what is asked for in "%s", not who does it or what it is not', async (text, id) =>
    expect(valuesOf(await read(text))).toContainEqual(
      expect.objectContaining({
        slot: 'service',
        candidates: expect.arrayContaining([expect.objectContaining({ id })]),
      }),
    ),
  );
});

describe('an answer that says more than an option', () => {
  it('is no choice of that option', async () => {
    const options = [
      { value: 'subcategory:deep-cleaning', label: 'Sofa Cleaning' },
      { value: 'subcategory:tap', label: 'Tap Repair' },
    ];
    expect(valuesOf(await read('sofa cleaning 5 seater', booking('service', options)))).toMatchObject([
      { slot: 'service', candidates: [{ id: 'sofa-5' }] },
    ]);
    expect(await read('sofa cleaning', booking('service', options))).toMatchObject([{ type: 'choose' }]);
  });
});

describe('a question', () => {
  it('loses the words that say when it is asked', async () =>
    expect(await read('what is the cancellation policy first?', during('cancel_booking', 'details'))).toMatchObject([
      { type: 'start', intent: 'policy_question', text: 'what is the cancellation policy?' },
    ]));

  it.each(['show me CP-CPQKNJ', 'how is CP-CPQKNJ going', 'what about CP-CPQKNJ'])(
    'about a complaint needs no more than its number: "%s"',
    async (text) => expect(startsOf(await read(text))).toEqual(['complaint_status']),
  );
});

describe('an hour', () => {
  it('is what a number means when hours are offered, though there are as many options', async () => {
    const options = ['9 am', '10 am', '11 am', '1 pm', '2 pm', '3 pm'].map((label) => ({
      value: `hour:${label}`,
      label,
    }));
    expect(valuesOf(await read('6', booking('hour', options)))).toMatchObject([{ slot: 'hour', hour: 18 }]);
    expect(await read('3', booking('hour', options))).toEqual([{ type: 'choose', value: 'hour:3 pm' }]);
    expect(await read('the first one', booking('hour', options))).toEqual([{ type: 'choose', value: 'hour:9 am' }]);
  });
});

describe('a time', () => {
  it('is set by "make it", unless it may be a count', async () => {
    expect(valuesOf(await read('make it 11', booking('confirm')))).toMatchObject([{ slot: 'hour', hour: 11 }]);
    expect(valuesOf(await read('make it 4', during('reschedule_booking', 'confirm')))).toMatchObject([{ hour: 16 }]);
    expect(valuesOf(await read('make it 2', booking('confirm')))).toEqual([]);
  });

  it.each(['earliest possible', 'asap please', 'urgent'])('is the first one that is offered for "%s"', async (text) => {
    const options = ['1 pm', '2 pm'].map((label) => ({ value: `hour:${label}`, label }));
    expect(await read(text, booking('hour', options))).toEqual([{ type: 'choose', value: 'hour:1 pm' }]);
  });
});

describe('a part of a visit', () => {
  it('is what is not needed, and not what is kept', async () =>
    expect(valuesOf(await read('I dont need the geyser repair any more, only the tap'))).toMatchObject([
      { slot: 'service', candidates: [{ id: 'geyser' }] },
    ]));
});

describe('a place that nobody asked for yet', () => {
  it('is taken in the midst of a booking', async () =>
    expect(valuesOf(await read('home', booking('service', [{ value: 'rate_card:1', label: 'Tap Repair' }])))).toEqual([
      { slot: 'address', value: 'home', kind: 'saved' },
    ]));
});

describe('words that could mislead', () => {
  it.each([
    ['I need help with my booking', ['booking_status']],
    ['the plumber one', ['booking_status']],
    ['when is my fan repair', ['booking_status']],
    ['do you do pest control in 560038', ['service_info']],
    ['Hi, I booked an AC service for tomorrow, is it confirmed?', ['booking_status']],
    ['no i will complain', ['raise_complaint']],
    ['AC repair chahiye aur fridge bhi thanda nahi kar raha', ['book_service', 'book_service']],
    ['wait what was the price', ['service_info']],
    ['paise kab tak aayenge', ['refund_status']],
    ['drop the fan one', ['cancel_booking']],
    [
      'when is my fan repair, can you move the tap repair to monday 6pm, and what is the warranty?',
      ['booking_status', 'reschedule_booking', 'policy_question'],
    ],
    ['my washing machine is not draining and the ceiling fan is not working', ['book_service', 'book_service']],
  ])('are heard as they are meant: "%s"', async (text, intents) => expect(startsOf(await read(text))).toEqual(intents));

  it('do not make a service of "helping"', async () => {
    expect(startsOf(await read('you are not helping'))).toEqual([]);
    expect(startsOf(await read("thanks, you've been helpful"))).toEqual([]);
  });

  it('leave a flow for another one', async () => {
    const other = async (text: string, context: Parameters<typeof read>[1]) => startsOf(await read(text, context));
    expect(await other('drop the fan one', during('reschedule_booking', 'booking'))).toEqual(['cancel_booking']);
    const which = { options: [{ value: 'NX-9A3K4D', label: 'Tap Repair, Mon 23 Nov, 11 am (NX-9A3K4D)' }] };
    expect(await other('hmm what if I move it to monday instead', during('cancel_booking', 'booking', which))).toEqual([
      'reschedule_booking',
    ]);
    expect(await other('never mind, cancel the tap repair', during('raise_complaint', 'attachment'))).toEqual([
      'cancel_booking',
    ]);
  });

  it('agree', async () =>
    expect(await read('great, do that', during('reschedule_booking', 'confirm'))).toEqual([{ type: 'affirm' }]));

  it('tell how long something took, and not when', async () =>
    expect(
      valuesOf(await read('your cleaner was terrible, he left after 20 minutes')).map(({ slot }) => slot),
    ).not.toContain('booking'));
});
