import { expect, it } from 'vitest';
import { allRoutes } from './routes/all-routes.ts';

/** They change nothing that lasts, or their point is to do it again; answers with tokens are not kept for a mere key. */
const WITHOUT = [
  'POST /api/v1/auth/guest',
  'POST /api/v1/auth/login',
  'POST /api/v1/auth/logout',
  'POST /api/v1/auth/password/forgot',
  'POST /api/v1/auth/password/reset',
  'POST /api/v1/auth/refresh',
  'POST /api/v1/auth/verify-email',
  'POST /api/v1/auth/verify-phone',
  'POST /api/v1/bookings/quote',
  'POST /api/v1/chat/attachments',
  'POST /api/v1/chat/runs/{turnId}/cancel',
  'POST /api/v1/chat/sessions/{id}/typing',
  'POST /api/v1/ops/auth/login',
  'POST /api/v1/services/{id}/price',
  'POST /api/v1/users/me/verification/{contact}',
];

it('lets every POST that makes or decides something be repeated with an Idempotency-Key', () => {
  const posts = allRoutes.filter(({ method }) => method === 'POST');
  const without = posts.filter(({ idempotent }) => !idempotent).map(({ method, path }) => `${method} ${path}`);
  expect(without.toSorted()).toEqual(WITHOUT);
});
