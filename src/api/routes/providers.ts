import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';
import { getProvider } from '#src/services/providers/get-provider.ts';
import { listProviderHours } from '#src/services/providers/list-provider-hours.ts';
import { listProviders } from '#src/services/providers/list-providers.ts';
import { listReviews } from '#src/services/providers/list-reviews.ts';
import {
  ListProviderHoursInput,
  ListProvidersInput,
  SearchProvidersInput,
  UpdateProviderInput,
} from '#src/services/providers/schemas.ts';
import { searchProviders } from '#src/services/providers/search-providers.ts';
import { updateProvider } from '#src/services/providers/update-provider.ts';
import { presentProvider, presentProviderDetail, presentReview } from '../presenters/providers.ts';
import { cacheable, visitorOf } from '../public-read.ts';
import { defineRoute, type Route } from '../route.ts';
import { ProviderBody, ProviderHoursBody, ProvidersPageBody, ReviewsPageBody } from '../schemas/providers.ts';

const params = z.strictObject({ id: z.string().meta({ description: 'Id of the professional' }) });

/** The professionals. Literal paths come before `{id}`: the first that fits is taken. */
export const providerRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/providers',
    summary: 'The professionals; contact data only for staff who may see it.',
    auth: 'guest',
    problems: ['forbidden'],
    query: ListProvidersInput,
    response: ProvidersPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, nextCursor, isPrivileged } = await listProviders(ctx, query);
      const providers = items.map((view) => presentProvider(view, isPrivileged));
      return { body: { items: providers, ...(nextCursor && { nextCursor }) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/providers/search',
    summary: 'Who could do a service at a place, best rated first.',
    auth: 'guest',
    problems: ['not-found'],
    query: SearchProvidersInput,
    response: ProvidersPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const page = await searchProviders(ctx, query);
      return { body: { ...page, items: page.items.map((view) => presentProvider(view)) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/providers/{id}',
    summary: 'A professional; contact data and areas only for staff who may see them.',
    auth: 'guest',
    problems: ['not-found'],
    params,
    query: z.strictObject({}),
    response: ProviderBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      const body = presentProviderDetail(await getProvider(ctx, id));
      return { body, version: body.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/providers/{id}',
    summary: 'Change a professional’s state, skills and areas. Only what is given is changed; lists are replaced.',
    auth: 'staff',
    permission: 'providers.update',
    versioned: true,
    problems: ['not-found', 'not-allowed'],
    params,
    body: UpdateProviderInput,
    response: ProviderBody,
    status: 200,
    async handler(ctx, { params: { id }, body: changes }, call) {
      const detail = await updateProvider(ctx, { id, version: call.requireVersion(), changes });
      const body = presentProviderDetail(detail);
      return { body, version: body.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/providers/{id}/reviews',
    summary: 'What customers said of a professional, latest job first.',
    auth: 'none',
    problems: ['not-found'],
    params,
    query: PageQuery,
    response: ReviewsPageBody,
    status: 200,
    async handler(ctx, { params: { id }, query }, call) {
      const visitor = await visitorOf(ctx, call);
      const page = await listReviews(visitor, id, query);
      return cacheable({ ...page, items: page.items.map((row) => presentReview(row, visitor.company.timeZone)) });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/providers/{id}/availability',
    summary: 'When a professional is free, day by day.',
    auth: 'none',
    problems: ['not-found'],
    params,
    query: ListProviderHoursInput,
    response: ProviderHoursBody,
    status: 200,
    async handler(ctx, { params: { id }, query }, call) {
      const visitor = await visitorOf(ctx, call);
      return { body: { timeZone: visitor.company.timeZone, items: await listProviderHours(visitor, id, query) } };
    },
  }),
];
