import { loginStaff } from '#src/services/staff/login-staff.ts';
import { registerStaff } from '#src/services/staff/register-staff.ts';
import { RegisterStaffInput, StaffLoginInput } from '#src/services/staff/schemas.ts';
import { visitorOf } from '../public-read.ts';
import { defineRoute, type Route } from '../route.ts';
import { OpsLoginBody, RegisteredBody } from '../schemas/ops.ts';

/** How staff come in. What else an account can do (refresh, log out, password) is under `/auth`. */
export const opsAuthRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/ops/auth/register',
    summary: 'Ask for an account on the operations side. It waits until an administrator approves it.',
    auth: 'none',
    idempotent: true,
    body: RegisterStaffInput,
    response: RegisteredBody,
    status: 202,
    async handler(ctx, { body }, call) {
      await registerStaff(await visitorOf(ctx, call), body);
      const message = 'Thank you. Your account waits for an administrator’s approval.';
      return { body: { status: 'waiting' as const, message } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/ops/auth/login',
    summary: 'Sign in to the operations side. The session is listed among those of the staff, and can be ended there.',
    auth: 'none',
    problems: ['bad-credentials', 'forbidden', 'too-many-requests', 'unavailable'],
    body: StaffLoginInput,
    response: OpsLoginBody,
    status: 200,
    async handler(ctx, { body }, call) {
      const { role, permissions, user, ...tokens } = await loginStaff(await visitorOf(ctx, call), body, call);
      const { id, name, email } = user;
      return { body: { ...tokens, user: { id, name, email, role, permissions } } };
    },
  }),
];
