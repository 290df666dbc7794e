import { z } from 'zod';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import { createAddress } from '#src/services/users/create-address.ts';
import { deleteAddress } from '#src/services/users/delete-address.ts';
import { getAddress } from '#src/services/users/get-address.ts';
import { AddressInput } from '#src/services/users/schemas.ts';
import { updateAddress } from '#src/services/users/update-address.ts';
import { presentAddress } from '../presenters/users.ts';
import { defineRoute, type Route } from '../route.ts';
import { DoneBody } from '../schemas/auth.ts';
import { AddressBody, AddressesBody } from '../schemas/users.ts';

const PATH = '/api/v1/users/me/addresses';
const params = z.strictObject({ id: z.string() });
const replyOf = (address: Awaited<ReturnType<typeof getAddress>>) => ({
  body: presentAddress(address),
  version: address.version,
});

export const addressRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: PATH,
    summary: 'The caller’s saved addresses, the default one first.',
    auth: 'user',
    response: AddressesBody,
    status: 200,
    handler: async (ctx) => ({ body: { items: (await listAddresses(ctx)).map(presentAddress) } }),
  }),
  defineRoute({
    method: 'POST',
    path: PATH,
    summary: 'Saves an address.',
    auth: 'user',
    idempotent: true,
    problems: ['not-allowed'],
    body: AddressInput,
    response: AddressBody,
    status: 201,
    handler: async (ctx, { body }) => replyOf(await createAddress(ctx, body)),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/{id}`,
    summary: 'One of the caller’s saved addresses.',
    auth: 'user',
    problems: ['not-found'],
    params,
    response: AddressBody,
    status: 200,
    handler: async (ctx, { params }) => replyOf(await getAddress(ctx, params.id)),
  }),
  defineRoute({
    method: 'PUT',
    path: `${PATH}/{id}`,
    summary: 'Replaces a saved address; bookings keep the one they were made with.',
    auth: 'user',
    versioned: true,
    problems: ['not-found', 'not-allowed'],
    params,
    body: AddressInput,
    response: AddressBody,
    status: 200,
    handler: async (ctx, { params, body }, call) =>
      replyOf(await updateAddress(ctx, params.id, call.requireVersion(), body)),
  }),
  defineRoute({
    method: 'DELETE',
    path: `${PATH}/{id}`,
    summary: 'Takes an address off the saved ones.',
    auth: 'user',
    problems: ['not-found'],
    params,
    response: DoneBody,
    status: 200,
    async handler(ctx, { params }) {
      await deleteAddress(ctx, params.id);
      return { body: { done: true as const } };
    },
  }),
];
