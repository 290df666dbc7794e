import { describe, expect, it } from 'vitest';
import type { SlotName, SlotValue } from '../contract.ts';
import { findSlots } from './slots.ts';
import { booking, testInput } from './test-maker.ts';

/** The values in a text, the service as the id of its best candidate. */
function slotsOf(text: string, expecting?: SlotName): Record<string, unknown> {
  const { slots } = findSlots(text, { ...testInput, ...(expecting && booking(expecting)), text });
  return Object.fromEntries(slots.map(({ value }) => [value.slot, plain(value)]));
}

function plain(value: SlotValue): unknown {
  if (value.slot === 'service') return value.candidates[0]!.id;
  if (value.slot === 'hour') return value.part?.name ?? `${value.hour}:${String(value.minute).padStart(2, '0')}`;
  return 'value' in value ? value.value : value;
}

describe('hours', () => {
  it.each([
    ['5 pm', '17:00'],
    ['5:30pm', '17:30'],
    ['5.30 p.m.', '17:30'],
    ['17:00', '17:00'],
    ['subah 10 baje', '10:00'],
    ['shaam 5 baje', '17:00'],
    ['shaam ko 6', '18:00'],
    ['5 baje', '17:00'],
    ['saade 5 baje', '17:30'],
    ['at 5', '17:00'],
    ['at 11', '11:00'],
    ['come at 9', '9:00'],
    ['noon', '12:00'],
    ['3 am', '3:00'],
    ['12 am', '0:00'],
    ['raat 9 baje', '21:00'],
    ['6 in the evening', '18:00'],
    ['half past 4', '16:30'],
    ['between 4 and 6 pm', '16:00'],
    ['five pm', '17:00'],
  ])('reads "%s" as %s', (text, hour) => expect(slotsOf(text)).toMatchObject({ hour }));

  it.each([
    ['morning', 'morning'],
    ['dopahar', 'afternoon'],
    ['in the evening', 'evening'],
    ['raat ko', 'night'],
  ])('keeps "%s" as a part of the day', (text, part) => expect(slotsOf(text)).toMatchObject({ hour: part }));

  it('takes a bare number for an hour only where one is asked for', () => {
    expect(slotsOf('5', 'hour')).toEqual({ hour: '17:00' });
    expect(slotsOf('10-12', 'hour')).toEqual({ hour: '10:00' });
    expect(slotsOf('5')).toEqual({});
  });

  it.each(['since morning', 'at one of my flats', '2 hours', 'good morning', 'for 5 people'])(
    'sees no hour in "%s"',
    (text) => expect(slotsOf(text)).not.toHaveProperty('hour'),
  );
});

describe('days and hours together', () => {
  it.each([
    ['Sunday 11', '2026-11-22', '11:00'],
    ['tomorrow at 5 pm', '2026-11-19', '17:00'],
    ['kal shaam', '2026-11-19', 'evening'],
    ['tonight', '2026-11-18', 'night'],
    ['tonight at 8', '2026-11-18', '20:00'],
    ['friday 3pm', '2026-11-20', '15:00'],
    ['3pm on friday', '2026-11-20', '15:00'],
    ['25/12 10:30', '2026-12-25', '10:30'],
    ['25 dec 11 am', '2026-12-25', '11:00'],
    ['in 2 hrs', '2026-11-18', '14:00'],
    ['kal subah 10 baje', '2026-11-19', '10:00'],
  ])('reads "%s"', (text, date, hour) => expect(slotsOf(text)).toEqual({ date, hour }));
});

describe('pincodes', () => {
  it.each(['560034', '560 034', 'pin code is 560034', 'its 560034.', 'Koramangala 560034', 'pin: 560-034'])(
    'finds 560034 in "%s" when one is asked for',
    (text) => expect(slotsOf(text, 'pincode')).toMatchObject({ pincode: '560034' }),
  );

  it('finds one that nobody asked for, and does not take it for a count', () =>
    expect(slotsOf('do you come to 560034?')).toEqual({ pincode: '560034' }));

  it.each(['56003', '5600345', '012345'])('passes the answer "%s" on as written', (text) =>
    expect(slotsOf(text, 'pincode')).toEqual({ pincode: text }),
  );

  it.each(['my number is 9876543210', '98765 43210', '+91 98765 43210', 'booking NX-560034', '₹560034', '12345678'])(
    'sees none in "%s"',
    (text) => expect(slotsOf(text)).not.toHaveProperty('pincode'),
  );
});

describe('quantities', () => {
  it.each([
    ['2 ACs', 2],
    ['2 AC service', 2],
    ['three bathrooms', 3],
    ['2 split ac', 2],
    ['qty: 4', 4],
    ['ac service x2', 2],
    ['make it 2 units', 2],
    ['for 3 fans', 3],
    ['0 AC service', 0],
    ['-2 AC service', -2],
    ['1000000000 ACs', 1_000_000_000],
  ])('counts "%s"', (text, quantity) => expect(slotsOf(text)).toMatchObject({ quantity }));

  it.each([
    ['ek', 1],
    ['do', 2],
    ['just one', 1],
    ['3', 3],
    ['0', 0],
    ['-3', -3],
    ['1000000000', 1_000_000_000],
    ['560034', 560_034],
  ])('takes the answer "%s" when a count is asked for', (text, quantity) =>
    expect(slotsOf(text, 'quantity')).toEqual({ quantity }),
  );

  it.each([
    'do you repair fans',
    '5 pm',
    '1.5 ton ac',
    '5 seater sofa',
    '2 bhk cleaning',
    '2nd floor',
    '560034',
    'in 2 hours',
    'a plumber',
  ])('sees no count in "%s"', (text) => expect(slotsOf(text)).not.toHaveProperty('quantity'));

  it('keeps every figure to its own slot', () =>
    expect(slotsOf('2 AC service at 560034 tomorrow 5 pm')).toEqual({
      quantity: 2,
      service: 'ac-service',
      pincode: '560034',
      date: '2026-11-19',
      hour: '17:00',
    }));
});

describe('addresses', () => {
  it.each([
    ['flat 203, Prestige Acropolis, Koramangala 560034', 'flat 203, Prestige Acropolis, Koramangala'],
    ['B-14 Lajpat Nagar, 2nd floor', 'B-14 Lajpat Nagar, 2nd floor'],
    ['12 MG Road near metro, tomorrow 6 pm', '12 MG Road near metro'],
    ['rose villa', 'rose villa'],
  ])('takes "%s" when an address is asked for', (text, address) =>
    expect(slotsOf(text, 'address')).toMatchObject({ address }),
  );

  it('lets the rest of that answer fill its own slots', () => {
    expect(slotsOf('flat 203, Prestige Acropolis 560034', 'address')).toMatchObject({ pincode: '560034' });
    expect(slotsOf('12 MG Road, tomorrow 6 pm', 'address')).toMatchObject({ date: '2026-11-19', hour: '18:00' });
  });

  it.each([
    ['come to flat 203, Prestige Acropolis, Koramangala', 'flat 203, Prestige Acropolis, Koramangala'],
    ['address: 4 Rose Lane', '4 Rose Lane'],
    ['at my home', 'home'],
    ['ghar pe', 'home'],
    ['at my office', 'office'],
    ['I am in Bangalore', 'Bengaluru'],
    ['in Navi Mumbai', 'Navi Mumbai'],
  ])('sees the clear one in "%s" without being asked', (text, address) =>
    expect(slotsOf(text)).toMatchObject({ address }),
  );

  it.each(['full home deep cleaning', 'salon at home', 'in Koramangala', 'the house is dirty'])(
    'sees none in "%s"',
    (text) => expect(slotsOf(text)).not.toHaveProperty('address'),
  );
});
