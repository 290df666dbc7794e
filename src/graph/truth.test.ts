import { describe, expect, it } from 'vitest';
import type { Effect, Part } from '#src/turn.ts';
import { withoutClaims } from './truth.ts';

const part = (text: string, sources: Part['sources'] = []): Part => ({ agent: 'policy', text, sources });
const effect = (type: Effect['type']): Effect => ({ type, id: 'x', number: 'NX-1', eventId: 'evt_1' });
const row = (table: string): Part['sources'][number] => ({ kind: 'row', table, id: 'x', label: 'x', fields: {} });

describe('a claim without its receipt', () => {
  it.each([
    'I have booked the plumber for you.',
    "I've just cancelled your booking NX-ABC.",
    'Your booking is confirmed.',
    'Your refund of ₹500 has been refunded.',
    'Booked: AC repair, tomorrow at 5 pm.',
    'Done! Cancelled.',
    'Your complaint has now been escalated.',
    'The visit was successfully rescheduled.',
    'Your complaint is registered.',
    'It has been cancelled.',
    'I have cancelled your booking, so nobody will come on Sunday.',
    'We have booked it and you can pay after the visit.',
    'I have processed your refund.',
    'Your refund has been initiated.',
    'A refund of ₹500 has been issued to your card.',
    'Your money has already been sent back.',
    'I went ahead and booked the plumber.',
    'I booked the plumber for Sunday.',
    'Your complaint has been submitted.',
    'Aapki booking cancel ho gayi hai.',
    'Maine refund kar diya hai.',
    '• Booked: AC repair',
    'If you ask me: your booking is confirmed.',
  ])('is taken back: %s', (text) => {
    const corrected = withoutClaims(part(text), []);
    expect(corrected.wasCorrected).toBe(true);
    expect(corrected.text).toMatch(/^I have not changed anything/);
  });

  it('does not deny what another specialist did in the same turn', () => {
    const booked = [effect('booking.created')];
    const { text } = withoutClaims(part('I have refunded you.'), [], booked);
    expect(text).not.toMatch(/refunded you|no booking/);
    expect(text).toContain('receipt');
  });

  it('is taken back alone: the other sentences stay', () => {
    const { text } = withoutClaims(part('Refunds take two days. I have refunded you. Bank holidays count.'), []);
    expect(text).toContain('Refunds take two days. Bank holidays count.');
    expect(text).not.toContain('I have refunded');
  });
});

describe('what is no such claim', () => {
  it.each([
    'A booking can be cancelled until the professional arrives.',
    'When your booking is confirmed you get a message.',
    'I have not booked anything.',
    'Nothing has been booked.',
    'Shall I book it?',
    'If your visit was cancelled by us, you get ₹100 on top.',
    'Cancelled bookings are refunded by this table.',
    'Refunds are credited within five days.',
    'A visit is booked by the hour.',
    'Refunds are processed to the source of the payment.',
    'Your visit is confirmed once the professional has accepted it.',
    'Aapki booking cancel nahi hui hai.',
    'Kya booking cancel kar di jaye?',
    'Your refund is ₹200 when it is cancelled now.',
  ])('stays as it is: %s', (text) => {
    expect(withoutClaims(part(text), [])).toEqual(part(text));
  });

  it('stays with the receipt of that change, and not with another', () => {
    const booked = part('Booked: AC repair.');
    expect(withoutClaims(booked, [effect('booking.created')])).toEqual(booked);
    expect(withoutClaims(booked, [effect('complaint.raised')]).wasCorrected).toBe(true);
  });

  it('stays when it tells of a row that was read', () => {
    const told = part('Your booking is confirmed.', [row('bookings')]);
    expect(withoutClaims(told, [])).toEqual(told);
  });

  it('stays when it is a sentence of the passage that is cited, and only such a sentence', () => {
    const words = 'Your refund has been issued. The bank needs five days.';
    const source = {
      kind: 'passage',
      documentId: 'd',
      version: '1',
      title: 't',
      heading: 'h',
      start: 0,
      end: 9,
    } as const;
    const quoted = part(words, [{ ...source, quote: `You get a message: ${words}` }]);
    expect(withoutClaims(quoted, [])).toEqual(quoted);
    expect(withoutClaims(part(`${words} Your visit is cancelled.`, quoted.sources), []).text).not.toContain(
      'cancelled.',
    );
    expect(withoutClaims(part(words, [{ ...source, quote: 'Refunds take five days.' }]), []).wasCorrected).toBe(true);
  });

  it('stays when it is quoted word for word from what was written on a complaint, and only there', () => {
    const words = 'I have refunded ₹500. Your visit is cancelled.';
    const source = { ...row('complaint_updates'), fields: { text: words } } as Part['sources'][number];
    const quoted = part(`CP-1: in progress. Our team wrote today: “${words}”`, [source]);
    expect(withoutClaims(quoted, [])).toEqual(quoted);
    const own = withoutClaims(part(`Our team wrote: “${words}”. I have booked it.`, [source]), []);
    expect(own.text).toContain(`“${words}”`);
    expect(own.text).not.toContain('booked it');
    expect(withoutClaims(part(`Our team wrote: “${words}”`), []).wasCorrected).toBe(true);
  });
});
