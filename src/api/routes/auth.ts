import { createGuest } from '#src/services/auth/create-guest.ts';
import { login } from '#src/services/auth/login.ts';
import { logout } from '#src/services/auth/logout.ts';
import { refreshSession } from '#src/services/auth/refresh-session.ts';
import { LoginInput, RefreshInput } from '#src/services/auth/schemas.ts';
import { forgotPassword } from '#src/services/users/forgot-password.ts';
import { registerCustomer } from '#src/services/users/register-customer.ts';
import { resetPassword } from '#src/services/users/reset-password.ts';
import {
  ForgotPasswordInput,
  RegisterInput,
  ResetPasswordInput,
  VerifyEmailInput,
  VerifyPhoneInput,
} from '#src/services/users/schemas.ts';
import { verifyEmail } from '#src/services/users/verify-email.ts';
import { verifyPhone } from '#src/services/users/verify-phone.ts';
import { DROP_GUEST_COOKIE } from '../guest-cookie.ts';
import { presentToken } from '../presenters/users.ts';
import { visitorOf } from '../public-read.ts';
import { defineRoute, type Call, type Route } from '../route.ts';
import { DoneBody, GuestBody, SignedInBody, TokenBody } from '../schemas/auth.ts';

const done = { body: { done: true as const } };
const originOf = ({ ip, userAgent, guestCookie }: Call) => ({ ip, userAgent, guestToken: guestCookie });
/** The guest's conversations belong to the account now. */
const dropCookie = ({ guestCookie }: Call) => (guestCookie ? { headers: { 'Set-Cookie': DROP_GUEST_COOKIE } } : {});

export const authRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/register',
    summary: 'A customer’s account, signed in at once; e-mail and phone are asked to be verified.',
    auth: 'none',
    idempotent: true,
    problems: ['conflict'],
    body: RegisterInput,
    response: SignedInBody,
    status: 201,
    async handler(ctx, { body }, call) {
      const signedIn = await registerCustomer(await visitorOf(ctx, call), body, originOf(call));
      return { body: signedIn, ...dropCookie(call) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/login',
    summary: 'Sign in with e-mail and password; conversations begun as a guest become the account’s.',
    auth: 'none',
    problems: ['bad-credentials', 'too-many-requests'],
    body: LoginInput,
    response: SignedInBody,
    status: 200,
    async handler(ctx, { body }, call) {
      return { body: await login(await visitorOf(ctx, call), body, originOf(call)), ...dropCookie(call) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/refresh',
    summary: 'The next tokens for a refresh token; using one twice ends the sign-in.',
    auth: 'none',
    problems: ['unauthenticated', 'token-expired'],
    body: RefreshInput,
    response: SignedInBody,
    status: 200,
    handler: async (ctx, { body }, call) => ({ body: await refreshSession(await visitorOf(ctx, call), body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/logout',
    summary: 'Ends this sign-in: its access and refresh tokens stop working at once.',
    auth: 'user',
    response: DoneBody,
    status: 200,
    async handler(ctx, _, call) {
      if (call.claims) await logout(ctx, call.claims);
      return done;
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/auth/token',
    summary: 'Whether the access token is good, whose it is and for how long.',
    auth: 'user',
    response: TokenBody,
    status: 200,
    handler: async ({ actor }, _, call) => ({ body: presentToken(actor, call.claims) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/guest',
    summary: 'A guest identity, for clients that keep the token themselves.',
    auth: 'none',
    response: GuestBody,
    status: 201,
    async handler(ctx, _, call) {
      const { token, expiresIn } = createGuest(await visitorOf(ctx, call));
      return { body: { accessToken: token, expiresIn } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/password/forgot',
    summary: 'Asks for a code by e-mail to choose a new password; the answer is the same for unknown addresses.',
    auth: 'none',
    body: ForgotPasswordInput,
    response: DoneBody,
    status: 202,
    async handler(ctx, { body }, call) {
      await forgotPassword(await visitorOf(ctx, call), body);
      return done;
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/password/reset',
    summary: 'A new password by the code of the e-mail; ends all sign-ins.',
    auth: 'none',
    problems: ['not-allowed'],
    body: ResetPasswordInput,
    response: DoneBody,
    status: 200,
    async handler(ctx, { body }, call) {
      await resetPassword(await visitorOf(ctx, call), body, { ip: call.ip });
      return done;
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/verify-email',
    summary: 'Confirms an e-mail address by the code that was sent to it.',
    auth: 'none',
    problems: ['not-allowed'],
    body: VerifyEmailInput,
    response: DoneBody,
    status: 200,
    async handler(ctx, { body }, call) {
      await verifyEmail(await visitorOf(ctx, call), body);
      return done;
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/auth/verify-phone',
    summary: 'Confirms the caller’s phone by the six digits that were sent to it; five guesses.',
    auth: 'user',
    problems: ['not-allowed'],
    body: VerifyPhoneInput,
    response: DoneBody,
    status: 200,
    async handler(ctx, { body }) {
      await verifyPhone(ctx, body);
      return done;
    },
  }),
];
