import type { ActivityRow } from '#src/db/queries/activity.ts';
import type { StaffSessionRow } from '#src/db/queries/staff-sessions.ts';
import type { StaffRow } from '#src/db/queries/staff.ts';
import type { Role } from '#src/services/roles/list-roles.ts';
import type { ActivityBody, RoleBody, StaffBody, StaffSessionBody } from '../schemas/ops.ts';

export function presentStaff(row: StaffRow): StaffBody {
  const { id, name, email, phone, status, role, approvedAt, approvedBy, lastLoginAt, createdAt, version } = row;
  return {
    ...{ id, name, email, phone, status },
    ...(role && { role }),
    ...(approvedAt && { approvedAt: approvedAt.toISOString() }),
    ...(approvedBy && { approvedBy }),
    ...(lastLoginAt && { lastLoginAt: lastLoginAt.toISOString() }),
    createdAt: createdAt.toISOString(),
    version,
  };
}

export function presentStaffSession(row: StaffSessionRow): StaffSessionBody {
  const { id, user, ip, userAgent, createdAt, lastSeenAt, expiresAt, revokedAt } = row;
  return {
    id,
    user,
    ...(ip && { ip }),
    ...(userAgent && { userAgent }),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}

export function presentRole({ slug, name, level, description, permissions, holders, version }: Role): RoleBody {
  return { slug, name, level, description, permissions, holders, version };
}

export function presentActivity(row: ActivityRow): ActivityBody {
  const { id, user, action, subjectType, subjectId, requestId, data, createdAt } = row;
  const subject = { type: subjectType, id: subjectId };
  return { id, user, action, subject, ...(requestId && { requestId }), data, createdAt: createdAt.toISOString() };
}
