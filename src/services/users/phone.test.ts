import { describe, expect, it } from 'vitest';
import { indianMobile } from './phone.ts';

describe('an Indian mobile number', () => {
  it.each([
    '9876543210',
    '09876543210',
    '+919876543210',
    '919876543210',
    '0091 98765 43210',
    '+91-98765-43210',
    '(98765) 43210',
  ])('may be written %s', (written) => expect(indianMobile(written)).toBe('+919876543210'));

  it.each([
    '',
    '12345',
    '5876543210',
    '98765432101',
    '+1 987 654 3210',
    '+449876543210',
    '98765x3210',
    '९८७६५४३२१०',
    '+91+919876543210',
  ])('is not %s', (written) => expect(indianMobile(written)).toBeUndefined());
});
