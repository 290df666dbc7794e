import { createGuest } from '#src/services/auth/create-guest.ts';
import { login } from '#src/services/auth/login.ts';
import { LoginInput } from '#src/services/auth/schemas.ts';
import { DROP_GUEST_COOKIE } from '../guest-cookie.ts';
import { defineRoute } from '../route.ts';
import { GuestBody, LoginBody } from '../schemas.ts';

export const loginRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/auth/login',
  summary: 'Sign in with e-mail and password; conversations begun as a guest become the account’s.',
  auth: 'none',
  body: LoginInput,
  response: LoginBody,
  status: 200,
  async handler(ctx, { body }, call) {
    const visitor = { ...ctx, company: await call.company() };
    const answer = await login(visitor, body, { ip: call.ip, guestToken: call.guestCookie });
    return { body: answer, ...(call.guestCookie && { headers: { 'Set-Cookie': DROP_GUEST_COOKIE } }) };
  },
});

export const guestRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/auth/guest',
  summary: 'A guest identity, for clients that keep the token themselves.',
  auth: 'none',
  response: GuestBody,
  status: 201,
  async handler(ctx, _, call) {
    const { token, expiresIn } = createGuest({ ...ctx, company: await call.company() });
    return { body: { accessToken: token, expiresIn } };
  },
});
