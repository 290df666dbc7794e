import { z } from 'zod';
import { PERMISSIONS, type Permission } from '#src/permissions.ts';
import { StaffStatus } from '#src/services/staff/schemas.ts';

const instant = z.iso.datetime().meta({ example: '2026-11-21T09:30:00.000Z' });
const permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]).meta({ example: 'bookings.view' });
const version = z.number().int().meta({ description: 'For `If-Match`; also the `ETag`', example: 3 });
const nextCursor = z.string().exactOptional().meta({ description: 'Absent on the last page' });
const Person = z.strictObject({ id: z.string(), name: z.string().meta({ example: 'Meera Iyer' }) });

const RoleOfStaff = z.strictObject({
  slug: z.string().meta({ example: 'support_agent' }),
  name: z.string().meta({ example: 'Support agent' }),
  level: z.number().int().meta({ description: '1–100; a role acts on lower ones only', example: 40 }),
});

export const StaffBody = z.strictObject({
  id: z.string().meta({ example: 'usr_01kaq3x8d2v7b4n6m8p0r2t4w6' }),
  name: z.string().meta({ example: 'Meera Iyer' }),
  email: z.string().meta({ example: 'meera.iyer@nexora.example' }),
  phone: z.string().meta({ example: '+919876543210' }),
  status: StaffStatus.meta({ description: 'Waiting: for approval', example: 'active' }),
  role: RoleOfStaff.exactOptional().meta({ description: 'Absent before approval' }),
  approvedAt: instant.exactOptional(),
  approvedBy: Person.exactOptional(),
  lastLoginAt: instant.exactOptional(),
  createdAt: instant,
  version,
});
export type StaffBody = z.input<typeof StaffBody>;

export const StaffPageBody = z.strictObject({ items: z.array(StaffBody), nextCursor });

export const RegisteredBody = z.strictObject({
  status: z.literal('waiting'),
  message: z.string().meta({ example: 'Thank you. Your account waits for an administrator’s approval.' }),
});

export const OpsLoginBody = z.strictObject({
  accessToken: z.string(),
  expiresIn: z.number().int().meta({ description: 'Life of the access token, seconds', example: 3_600 }),
  refreshToken: z.string().meta({ description: 'Good for one use at `/api/v1/auth/refresh`' }),
  user: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: RoleOfStaff,
    permissions: z.array(permission),
  }),
});

export const StaffSessionBody = z.strictObject({
  id: z.string(),
  user: Person,
  ip: z.string().exactOptional().meta({ example: '203.0.113.7' }),
  userAgent: z.string().exactOptional(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  revokedAt: instant.exactOptional(),
});
export type StaffSessionBody = z.input<typeof StaffSessionBody>;

export const StaffSessionsPageBody = z.strictObject({ items: z.array(StaffSessionBody), nextCursor });

export const RoleBody = RoleOfStaff.extend({
  description: z.string(),
  permissions: z.array(permission),
  holders: z.number().int().meta({ description: 'How many active accounts have it', example: 12 }),
  version,
});
export type RoleBody = z.input<typeof RoleBody>;

export const RolesBody = z.strictObject({ items: z.array(RoleBody) });

export const PermissionsBody = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: permission,
      module: z.string().meta({ example: 'bookings' }),
      description: z.string().meta({ example: 'See all bookings' }),
    }),
  ),
});

export const ActivityBody = z.strictObject({
  id: z.string(),
  user: Person,
  action: z.string().meta({ example: 'booking.cancelled' }),
  subject: z.strictObject({ type: z.string().meta({ example: 'booking' }), id: z.string() }),
  requestId: z.string().exactOptional(),
  data: z.record(z.string(), z.unknown()).meta({ description: 'Facts, no personal data' }),
  createdAt: instant,
});
export type ActivityBody = z.input<typeof ActivityBody>;

export const ActivityPageBody = z.strictObject({ items: z.array(ActivityBody), nextCursor });

/** An instant in the query, with any offset. */
export const instantQuery = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-11-21T00:00:00Z' })
  .transform((value) => new Date(value))
  // The offset can carry it out of the years that the database knows.
  .refine(
    (instant) => instant.getUTCFullYear() >= 0 && instant.getUTCFullYear() <= 9_999,
    'must be in the years 0–9999',
  );
