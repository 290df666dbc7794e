import { z } from 'zod';
import { describePincode } from '#src/services/places/describe-pincode.ts';
import { presentPlace } from '../presenters/services.ts';
import { cacheable, visitorOf } from '../public-read.ts';
import { defineRoute, type Route } from '../route.ts';
import { PincodeBody } from '../schemas/services.ts';

export const pincodeRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/pincodes/{pincode}',
    summary: 'A postal area: where it is, whether it is served and, if not, which places close by are.',
    auth: 'none',
    problems: ['not-found'],
    params: z.strictObject({
      pincode: z
        .string()
        .regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode')
        .meta({ example: '560034' }),
    }),
    query: z.strictObject({}),
    response: PincodeBody,
    status: 200,
    async handler(ctx, { params: { pincode } }, call) {
      const { place, visitingChargePaise, services, nearest } = await describePincode(
        await visitorOf(ctx, call),
        pincode,
      );
      return cacheable({
        ...presentPlace(place),
        visitingChargePaise,
        isServed: services > 0,
        serviceCount: services,
        nearest: nearest.map(({ place, kilometres }) => ({
          ...presentPlace(place),
          kilometres: Math.round(kilometres * 10) / 10,
        })),
      });
    },
  }),
];
