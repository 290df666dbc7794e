import { z } from 'zod';

export const LoginInput = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email({ error: 'must be an e-mail address' })),
  password: z.string().min(1, 'must not be empty').max(200),
  /** The visitor's guest token, whose conversations then become the account's. One that is no longer valid is ignored. */
  guestToken: z.string().max(4_096).optional(),
});
export type LoginInput = z.output<typeof LoginInput>;
