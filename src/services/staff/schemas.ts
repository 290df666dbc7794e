import { z } from 'zod';
import { STAFF_STATUSES } from '#src/db/queries/staff.ts';
import { PageQuery } from '#src/pagination.ts';
import { Email, LoginInput } from '../auth/schemas.ts';
import { NewPassword, PersonName, Phone } from '../users/schemas.ts';

/** Ids go to ascii columns, where other characters would be a database error. */
const id = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'must be an id');
const roleSlug = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be the slug of a role')
  .meta({ description: 'Slug of a role of a lower level than your own.', example: 'support_agent' });
export const StaffStatus = z.enum(STAFF_STATUSES);

export const RegisterStaffInput = z.strictObject({
  name: PersonName,
  email: Email,
  phone: Phone,
  password: NewPassword,
});
export type RegisterStaffInput = z.input<typeof RegisterStaffInput>;

export const CreateStaffInput = RegisterStaffInput.extend({
  role: roleSlug,
  password: NewPassword.optional().meta({
    description: 'The first password. Without it, the holder chooses one with “forgot password”.',
    example: 'blue-kettle-on-stairs',
  }),
});
export type CreateStaffInput = z.input<typeof CreateStaffInput>;

export const StaffLoginInput = LoginInput.pick({ email: true, password: true });
export type StaffLoginInput = z.input<typeof StaffLoginInput>;

export const UpdateStaffInput = z
  .strictObject({
    name: PersonName.optional(),
    phone: Phone.optional(),
    status: z.literal('active').optional().meta({ description: 'Lets a suspended account in again.' }),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), 'must change something');
export type UpdateStaffInput = z.input<typeof UpdateStaffInput>;

export const GiveRoleInput = z.strictObject({ role: roleSlug });
export type GiveRoleInput = z.input<typeof GiveRoleInput>;

export const ListStaffInput = PageQuery.extend({
  status: StaffStatus.optional(),
  role: roleSlug.optional().meta({ description: 'Slug of a role.' }),
  q: z.string().trim().min(1).max(80).optional().meta({ description: 'Part of a name or an e-mail address.' }),
});
export type ListStaffInput = z.input<typeof ListStaffInput>;

export const ListSessionsInput = PageQuery.extend({
  userId: id.optional().meta({ description: 'Whose sessions; everybody’s without.' }),
});
export type ListSessionsInput = z.input<typeof ListSessionsInput>;

export const ListActivityInput = PageQuery.extend({
  userId: id.optional().meta({ description: 'Who did it.' }),
  action: z
    .string()
    .regex(/^[a-z_]{1,32}\.[a-z_]{1,31}$/, 'must be like booking.cancelled')
    .optional()
    .meta({ example: 'booking.cancelled' }),
  subjectType: z
    .string()
    .regex(/^[a-z_]{1,32}$/, 'must be like booking')
    .optional()
    .meta({ description: 'What it was done to.', example: 'booking' }),
  subjectId: id.optional(),
  /** Inclusive. */
  from: z.date().optional(),
  /** Exclusive. */
  to: z.date().optional(),
});
export type ListActivityInput = z.input<typeof ListActivityInput>;

export const ExportActivityInput = z
  .strictObject({ from: z.date(), to: z.date() })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be after from' });
export type ExportActivityInput = z.input<typeof ExportActivityInput>;
