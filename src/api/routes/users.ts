import { z } from 'zod';
import { changePassword } from '#src/services/users/change-password.ts';
import { deleteAccount } from '#src/services/users/delete-account.ts';
import { getPicture } from '#src/services/users/get-picture.ts';
import { getProfile } from '#src/services/users/get-profile.ts';
import { PICTURE_TYPES, type PictureType } from '#src/services/users/picture-type.ts';
import { removeOwnPicture } from '#src/services/users/remove-own-picture.ts';
import { ChangePasswordInput, DeleteAccountInput, UpdateProfileInput } from '#src/services/users/schemas.ts';
import { sendVerification } from '#src/services/users/send-verification.ts';
import { MAX_PICTURE_BYTES, setPicture } from '#src/services/users/set-picture.ts';
import { updateProfile } from '#src/services/users/update-profile.ts';
import { presentProfile } from '../presenters/users.ts';
import { defineRoute, type Route } from '../route.ts';
import { DoneBody } from '../schemas/auth.ts';
import { ProfileBody } from '../schemas/users.ts';

const ME = '/api/v1/users/me';
const done = { body: { done: true as const } };
const EXTENSIONS: Record<PictureType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** Shown where a page asks for it, never run: no sniffing, no scripts, and a file of its own when opened. */
const pictureReply = ({ type, bytes }: { type: PictureType; bytes: Buffer }) => ({
  bytes,
  type,
  headers: {
    'Content-Disposition': `attachment; filename="picture.${EXTENSIONS[type]}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
  },
});

export const userRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: ME,
    summary: 'The caller’s account.',
    auth: 'user',
    response: ProfileBody,
    status: 200,
    async handler(ctx) {
      const profile = await getProfile(ctx);
      return { body: presentProfile(profile), version: profile.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: ME,
    summary: 'Changes name, e-mail and phone; a new e-mail or phone needs the password and is to be verified again.',
    auth: 'user',
    versioned: true,
    problems: ['conflict', 'too-many-requests'],
    body: UpdateProfileInput,
    response: ProfileBody,
    status: 200,
    async handler(ctx, { body }, call) {
      const profile = await updateProfile(ctx, body, { version: call.requireVersion(), ip: call.ip });
      return { body: presentProfile(profile), version: profile.version };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: `${ME}/password`,
    summary: 'A new password; ends all other sign-ins.',
    auth: 'user',
    problems: ['conflict', 'too-many-requests'],
    body: ChangePasswordInput,
    response: DoneBody,
    status: 200,
    async handler(ctx, { body }, call) {
      await changePassword(ctx, body, { sessionId: call.claims?.sid, ip: call.ip });
      return done;
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: ME,
    summary: 'Closes the account; personal data is removed after 30 days.',
    auth: 'customer',
    problems: ['not-allowed', 'conflict', 'too-many-requests'],
    body: DeleteAccountInput,
    response: DoneBody,
    status: 200,
    async handler(ctx, { body }, call) {
      await deleteAccount(ctx, body, { ip: call.ip });
      return done;
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${ME}/verification/{contact}`,
    summary: 'Sends the message again that asks to verify the e-mail address or the phone.',
    auth: 'user',
    problems: ['not-allowed', 'too-many-requests'],
    params: z.strictObject({ contact: z.enum(['email', 'phone']) }),
    response: DoneBody,
    status: 202,
    async handler(ctx, { params }) {
      await sendVerification(ctx, params.contact);
      return done;
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${ME}/picture`,
    summary: 'Sets the caller’s picture: PNG, JPEG or WebP of at most 2 MB.',
    auth: 'user',
    problems: ['invalid'],
    upload: { types: PICTURE_TYPES, maxBytes: MAX_PICTURE_BYTES },
    response: DoneBody,
    status: 200,
    async handler(ctx, _, call) {
      await setPicture(ctx, await call.readUpload());
      return done;
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${ME}/picture`,
    summary: 'Takes the caller’s picture away.',
    auth: 'user',
    response: DoneBody,
    status: 200,
    async handler(ctx) {
      await removeOwnPicture(ctx);
      return done;
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${ME}/picture`,
    summary: 'The caller’s picture.',
    auth: 'user',
    problems: ['not-found'],
    produces: PICTURE_TYPES,
    status: 200,
    handler: async (ctx) => pictureReply(await getPicture(ctx, ctx.actor.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/users/{id}/picture',
    summary: 'The picture of an account.',
    auth: 'user',
    permission: 'customers.view',
    problems: ['not-found'],
    params: z.strictObject({ id: z.string() }),
    produces: PICTURE_TYPES,
    status: 200,
    handler: async (ctx, { params }) => pictureReply(await getPicture(ctx, params.id)),
  }),
];
