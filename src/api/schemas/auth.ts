import { z } from 'zod';

const user = z
  .strictObject({
    id: z.string().meta({ example: 'usr_01kabcdefghjkmnpqrstvwxyz0' }),
    name: z.string().meta({ example: 'Asha Rao' }),
    email: z.string().meta({ example: 'asha@example.com' }),
    role: z.enum(['customer', 'ops']).meta({ description: '`ops` accounts belong to the operations side' }),
  })
  .meta({ description: 'Whose sign-in it is' });

const token = {
  accessToken: z.string().meta({ description: 'Goes into `Authorization: Bearer …`' }),
  expiresIn: z.number().int().meta({ description: 'Life of the access token, seconds', example: 3_600 }),
};

export const GuestBody = z.strictObject(token);

/** The answer to signing in, in whatever way. */
export const SignedInBody = z.strictObject({
  ...token,
  refreshToken: z.string().meta({ description: 'Good for one exchange at `/api/v1/auth/refresh`' }),
  user,
});

/** What an access token says and what is known of its account now. */
export const TokenBody = z.strictObject({
  kind: z.enum(['guest', 'customer', 'staff']),
  id: z.string().meta({ description: 'Of the account or the guest' }),
  name: z.string().exactOptional(),
  role: z
    .string()
    .nullable()
    .exactOptional()
    .meta({ description: 'Of staff; null while the account waits for approval' }),
  permissions: z
    .array(z.string())
    .exactOptional()
    .meta({ description: 'Of staff', example: ['bookings.view'] }),
  sessionId: z.string().exactOptional(),
  issuedAt: z.iso.datetime().exactOptional(),
  expiresAt: z.iso.datetime().exactOptional(),
});
export type TokenBody = z.input<typeof TokenBody>;

/** For what has no thing to answer with. */
export const DoneBody = z.strictObject({ done: z.literal(true) });
