import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from './common-passwords.ts';
import { weaknessOf } from './password-policy.ts';

const asha = { name: 'Asha Ramachandran', email: 'a.raman+shop@example.com', phone: '+919876500012' };
const weakness = (password: string) => weaknessOf(password, asha);

describe('a password', () => {
  it.each(['blue-kettle-on-stairs', 'mango tree 42 lanes', 'Kx7#pq2Z', 'Tr4in&Tea', 'नमस्ते-किताब-घर', 'wxqplmvtab'])(
    'may be %s',
    (password) => expect(weakness(password)).toBeUndefined(),
  );

  it.each(['', 'Ab1!xyz', 'kettlemn', 'kettle42'])('must not be as short as "%s"', (password) =>
    expect(weakness(password)).toContain('at least 10 characters'),
  );

  it.each([
    ...[
      'Password123',
      'P@ssw0rd2024',
      'pa$$w0rd!!',
      '1234567890',
      '0987654321',
      'qwertyuiop',
      'Qwerty12345',
      '1qaz2wsx3edc',
    ],
    ...[
      'iloveyou2024',
      'SUNSHINE#99',
      'dragondragon',
      'monkey1234!',
      '5unsh1ne!!',
      'Welcome@123',
      'admin@12345',
      'aaaaaaaaaa',
    ],
    ...[
      'ababababab',
      '11-12-1990',
      '31121999',
      'Jaihind@123',
      'Mumbai@2024',
      'sachin10dulkar'.slice(0, 6) + '12345',
      'letmein!!!!',
    ],
    ...[
      'Krishna@108',
      'abcdef123456',
      'zxcvbnm,./12',
      '!@#$%^&*()',
      'Test@12345',
      'q1w2e3r4t5',
      'trustno1!!',
      'hunter123456@A',
      'A1hunter4321',
    ],
  ])('must not be %s', (password) => expect(weakness(password)).toBeDefined());

  it('must not be any of the common words with digits, capitals and signs around it', () => {
    const variants = (word: string) => [
      `${word}12345678`,
      `${word.toUpperCase()}@2024!!`,
      `99${word}!!!!!!`,
      `${word}${word}${word}`,
    ];
    const allowed = [...COMMON_WORDS]
      .flatMap(variants)
      .filter((password) => password.length <= 72 && !weakness(password));
    expect(allowed).toEqual([]);
  });

  it('must not hold a name, the e-mail address or the phone number of its holder', () => {
    for (const password of ['kettle-ramachandran', 'Kettle.ASHA.stairs', 'raman-and-kettle', 'x9876500012y'])
      expect(weakness(password)).toContain('must not contain');
  });

  it('must not be longer than what bcrypt reads', () => {
    expect(weakness('kettle-9'.repeat(10))).toContain('at most 72 bytes');
    expect(weakness('किताब-घर'.repeat(4))).toContain('at most 72 bytes');
  });
});
