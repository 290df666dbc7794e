import { z } from 'zod';

/** Compared and stored in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'must be an e-mail address' }))
  .meta({ description: 'E-mail address', example: 'asha@example.com' });

export const LoginInput = z.strictObject({
  email: Email,
  password: z.string().min(1, 'must not be empty').max(200),
  /** The visitor's guest token, whose conversations then become the account's. One that is no longer valid is ignored. */
  guestToken: z.string().max(4_096).optional(),
});
export type LoginInput = z.output<typeof LoginInput>;

/** A secret that the service has handed out: 256 bits, base64url. */
export const Secret = z.string().min(1, 'must not be empty').max(128);

export const RefreshInput = z.strictObject({
  refreshToken: Secret.meta({ description: 'The refresh token of the latest answer; each is good for one use.' }),
});
