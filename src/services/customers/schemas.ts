import { z } from 'zod';

const id = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id');

/** Hours of the company's clock: a visit that begins at `from` or later, and before `to`. */
const Hours = z
  .strictObject({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' });

/** What a customer likes, without anything that says who they are. */
export const Preferences = z.strictObject({
  defaultAddressId: id.optional(),
  preferredHours: Hours.optional(),
  /** The rate card that was booked last. */
  lastServiceId: id.optional(),
});
export type Preferences = z.output<typeof Preferences>;

/** What is not named stays; null forgets. */
export const SavePreferencesInput = z.strictObject({
  defaultAddressId: id.nullish(),
  preferredHours: Hours.nullish(),
  lastServiceId: id.nullish(),
  turnId: id.optional(),
  /** Of `AgentInput.call`: the change that it names is made once. */
  effectKey: z.string().max(64).optional(),
});
export type SavePreferencesInput = z.input<typeof SavePreferencesInput>;
