import { z } from 'zod';
import { Email, Secret } from '../auth/schemas.ts';
import { indianMobile } from './phone.ts';

/** A refinement, as not every reader of the documentation’s patterns knows Unicode classes. */
const isOneLine = (text: string): boolean => !/\p{Cc}/u.test(text);

export const PersonName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(120)
  .refine((name) => /\p{L}/u.test(name), 'must have at least one letter')
  .refine(isOneLine, 'must not have control characters')
  .meta({ description: 'Name as the person writes it', example: 'Asha Rao' });

/** Any usual spelling; stored as E.164. */
export const Phone = z
  .string()
  .max(30)
  .transform((written, check) => {
    const phone = indianMobile(written);
    if (phone !== undefined) return phone;
    check.addIssue({ code: 'custom', message: 'must be an Indian mobile number of ten digits', input: written });
    return z.NEVER;
  })
  .meta({ description: 'Indian mobile number', example: '+919876543210' });

/** Only its size is looked at here; `weaknessOf` judges the rest, knowing whose it is. */
export const NewPassword = z.string().min(1, 'must not be empty').max(200).meta({
  description: 'At least 10 characters, or 8 that mix kinds; no common one, none with name, e-mail or phone in it',
  example: 'blue-kettle-on-stairs',
});

const Password = z.string().min(1, 'must not be empty').max(200).meta({ description: 'The present password' });

export const RegisterInput = z.strictObject({
  name: PersonName,
  email: Email,
  phone: Phone,
  password: NewPassword,
  guestToken: z
    .string()
    .max(4_096)
    .optional()
    .meta({ description: 'The visitor’s guest token, whose conversations then become the account’s' }),
});

export const UpdateProfileInput = z.strictObject({
  name: PersonName,
  email: Email,
  phone: Phone,
  password: Password.optional().meta({ description: 'The present password: needed to change e-mail or phone' }),
});

export const ChangePasswordInput = z.strictObject({ currentPassword: Password, newPassword: NewPassword });

export const DeleteAccountInput = z.strictObject({ password: Password });

export const ForgotPasswordInput = z.strictObject({ email: Email });

export const ResetPasswordInput = z.strictObject({
  token: Secret.meta({ description: 'The code of the e-mail' }),
  password: NewPassword,
});

export const VerifyEmailInput = z.strictObject({ token: Secret.meta({ description: 'The code of the e-mail' }) });

export const VerifyPhoneInput = z.strictObject({
  code: z
    .string()
    .regex(/^\d{6}$/, 'must have six digits')
    .meta({ description: 'The code of the text message', example: '012345' }),
});

const line = (max: number) =>
  z.string().trim().min(1, 'must not be empty').max(max).refine(isOneLine, 'must be one line');

export const AddressInput = z.strictObject({
  label: line(40).meta({ description: 'What its owner calls it', example: 'Home' }),
  line1: line(200)
    .min(3, 'must have at least 3 characters')
    .meta({ description: 'House and street', example: '12, Hill Road' }),
  locality: line(120).optional().meta({ description: 'That of the pincode unless given', example: 'Bandra West' }),
  pincode: z
    .string()
    .regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode')
    .meta({ description: 'Decides city and state', example: '400050' }),
  isDefault: z.boolean().optional().meta({ description: 'Use it when none is named; the first address is it anyway' }),
});
export type AddressInput = z.output<typeof AddressInput>;
