import { z } from 'zod';
import { describeAttributes } from '#src/services/catalogue/describe-attributes.ts';
import { getService } from '#src/services/catalogue/get-service.ts';
import { listCategories } from '#src/services/catalogue/list-categories.ts';
import { listRates } from '#src/services/catalogue/list-rates.ts';
import { listServices } from '#src/services/catalogue/list-services.ts';
import { listSubcategories } from '#src/services/catalogue/list-subcategories.ts';
import { quoteService } from '#src/services/catalogue/quote-service.ts';
import { recommendServices } from '#src/services/catalogue/recommend-services.ts';
import {
  ListRatesInput,
  ListServicesInput,
  QuoteServiceInput,
  RecommendServicesInput,
  SearchServicesInput,
  UpdateServiceInput,
} from '#src/services/catalogue/schemas.ts';
import { searchServices } from '#src/services/catalogue/search-services.ts';
import { updateService } from '#src/services/catalogue/update-service.ts';
import {
  presentAttributes,
  presentManagedService,
  presentNamed,
  presentPlace,
  presentRates,
  presentService,
  presentServiceDetail,
} from '../presenters/services.ts';
import { cacheable, visitorOf } from '../public-read.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  AttributesBody,
  CategoriesBody,
  ManagedServiceBody,
  ManagedServicesPageBody,
  QuoteBody,
  RatesBody,
  RecommendationsBody,
  ServiceBody,
  ServicesPageBody,
  SubcategoriesBody,
} from '../schemas/services.ts';

const nothing = z.strictObject({});
const params = z.strictObject({ id: z.string().meta({ description: 'Id or slug', example: 'ac-repair' }) });

/** The catalogue. Literal paths come before `{id}`: the first that fits is taken. */
export const serviceRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/categories',
    summary: 'The kinds of work on offer, in the company’s order.',
    auth: 'none',
    query: nothing,
    response: CategoriesBody,
    status: 200,
    async handler(ctx, _, call) {
      const categories = await listCategories(await visitorOf(ctx, call));
      const items = categories.map(({ category, subcategories, services }) => ({
        ...presentNamed(category),
        description: category.description,
        subcategoryCount: subcategories,
        serviceCount: services,
      }));
      return cacheable({ items });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/categories/{id}/subcategories',
    summary: 'What a category consists of.',
    auth: 'none',
    problems: ['not-found'],
    params,
    query: nothing,
    response: SubcategoriesBody,
    status: 200,
    async handler(ctx, { params: { id } }, call) {
      const subcategories = await listSubcategories(await visitorOf(ctx, call), id);
      const items = subcategories.map(({ subcategory, category, services, fromPaise }) => ({
        ...presentNamed(subcategory),
        description: subcategory.description,
        category: presentNamed(category),
        serviceCount: services,
        ...(fromPaise !== undefined && { fromPaise }),
      }));
      return cacheable({ items });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/search',
    summary: 'Services by words, family, place and price.',
    auth: 'none',
    query: SearchServicesInput,
    response: ServicesPageBody,
    status: 200,
    async handler(ctx, { query }, call) {
      const page = await searchServices(await visitorOf(ctx, call), query);
      return cacheable({ ...page, items: page.items.map(presentService) });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/recommendations',
    summary: 'What to book for a problem; without one, what the customer and others book.',
    auth: 'guest',
    query: RecommendServicesInput,
    response: RecommendationsBody,
    status: 200,
    async handler(ctx, { query }) {
      const found = await recommendServices(ctx, query);
      return { body: { items: found.map(({ service, reason }) => ({ service: presentService(service), reason })) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services',
    summary: 'Every service, those not on offer included, by slug.',
    auth: 'staff',
    permission: 'catalogue.view',
    query: ListServicesInput,
    response: ManagedServicesPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const page = await listServices(ctx, query);
      return { body: { ...page, items: page.items.map(presentManagedService) } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/{id}',
    summary: 'A service: what belongs to it, what it costs, how long it takes.',
    auth: 'none',
    problems: ['not-found'],
    params,
    query: nothing,
    response: ServiceBody,
    status: 200,
    async handler(ctx, { params: { id } }, call) {
      const service = await getService(await visitorOf(ctx, call), id);
      const headers = { 'Cache-Control': 'no-cache' };
      return { body: presentServiceDetail(service), headers, version: service.card.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/services/{id}',
    summary: 'Change a service: price, discount, texts, whether it is on offer. Only what is given is changed.',
    auth: 'staff',
    permission: 'catalogue.update',
    versioned: true,
    problems: ['not-found'],
    params: z.strictObject({ id: z.string().meta({ description: 'Id of the service' }) }),
    body: UpdateServiceInput,
    response: ManagedServiceBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const card = await updateService(ctx, { id, version: call.requireVersion(), changes: body });
      return { body: presentManagedService(card), version: card.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/{id}/rates',
    summary: 'The rate cards of a service’s subcategory; with a pincode, what one unit costs there.',
    auth: 'none',
    problems: ['not-found', 'not-served'],
    params,
    query: ListRatesInput,
    response: RatesBody,
    status: 200,
    async handler(ctx, { params: { id }, query }, call) {
      const { service, place, rates } = await listRates(await visitorOf(ctx, call), id, query);
      const subcategory = presentNamed(service.subcategory);
      return cacheable({ subcategory, ...(place && { place: presentPlace(place) }), items: presentRates(rates) });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/services/{id}/attributes',
    summary: 'What a booking of this service may be: quantities, hours, notice, charges.',
    auth: 'none',
    problems: ['not-found'],
    params,
    query: nothing,
    response: AttributesBody,
    status: 200,
    async handler(ctx, { params: { id } }, call) {
      const visitor = await visitorOf(ctx, call);
      return cacheable(presentAttributes(await describeAttributes(visitor, id), visitor.company.timeZone));
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/services/{id}/price',
    summary: 'What a job costs at a place, to the paisa: a booking with the same facts is charged exactly this.',
    auth: 'none',
    problems: ['not-found', 'not-served'],
    params,
    body: QuoteServiceInput,
    response: QuoteBody,
    status: 200,
    async handler(ctx, { params: { id }, body }, call) {
      const { service, place, hours, price } = await quoteService(await visitorOf(ctx, call), id, body);
      const facts = { service: presentNamed(service.card), place: presentPlace(place) };
      return { body: { ...facts, hours, currency: 'INR' as const, price } };
    },
  }),
];
