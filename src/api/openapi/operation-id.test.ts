import { expect, it } from 'vitest';
import type { Method } from '../route.ts';
import { operationId } from './operation-id.ts';

it.each<[Method, string, boolean, string]>([
  ['GET', '/api/v1/bookings', true, 'listBookings'],
  ['POST', '/api/v1/bookings', false, 'createBooking'],
  ['GET', '/api/v1/bookings/{id}', false, 'getBooking'],
  ['PATCH', '/api/v1/bookings/{id}', false, 'updateBooking'],
  ['DELETE', '/api/v1/ops/users/{id}', false, 'deleteOpsUser'],
  ['POST', '/api/v1/bookings/{id}/cancel', false, 'cancelBooking'],
  ['PUT', '/api/v1/bookings/{id}/status', false, 'updateBookingStatus'],
  ['GET', '/api/v1/complaints/{id}/updates', true, 'listComplaintUpdates'],
  ['POST', '/api/v1/complaints/{id}/updates', false, 'createComplaintUpdate'],
  ['GET', '/api/v1/services/{id}/attributes', false, 'getServiceAttributes'],
  ['GET', '/api/v1/services/categories/{id}/subcategories', true, 'listServiceCategorySubcategories'],
  ['GET', '/api/v1/providers/search', true, 'searchProviders'],
  ['PUT', '/api/v1/users/me', false, 'updateMe'],
  ['POST', '/api/v1/users/me/addresses', false, 'createMyAddress'],
  ['POST', '/api/v1/auth/login', false, 'login'],
  ['POST', '/api/v1/ops/auth/login', false, 'opsLogin'],
  ['GET', '/health/ready', false, 'isReady'],
])('%s %s is called %s → %s', (method, path, isList, name) => {
  expect(operationId({ method, path, isList })).toBe(name);
});
