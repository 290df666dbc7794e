import { decideRefund } from '#src/services/refunds/decide-refund.ts';
import { getRefund } from '#src/services/refunds/get-refund.ts';
import { listRefunds } from '#src/services/refunds/list-refunds.ts';
import { presentRefund } from '../presenters/refunds.ts';
import { defineRoute, type Route } from '../route.ts';
import { ListRefundsQuery, RefundBody, RefundParams, RefundsPageBody, RejectRefundBody } from '../schemas/refunds.ts';

export const refundRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/refunds',
    summary: 'Refunds, latest first: of the caller’s own bookings, or for staff all.',
    auth: 'user',
    permission: 'refunds.view',
    query: ListRefundsQuery,
    response: RefundsPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listRefunds(ctx, query);
      return { body: { items: items.map(presentRefund), ...rest } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/refunds/{id}',
    summary: 'One refund: how much, by which rule, who decided and, if it was rejected, why.',
    auth: 'user',
    permission: 'refunds.view',
    problems: ['not-found'],
    params: RefundParams,
    response: RefundBody,
    status: 200,
    handler: async (ctx, { params }) => ({ body: presentRefund(await getRefund(ctx, params.id)) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/refunds/{id}/approve',
    summary: 'Approve a refund that waits because of its size; not one of one’s own.',
    auth: 'staff',
    permission: 'refunds.approve',
    idempotent: true,
    problems: ['not-found', 'not-allowed'],
    params: RefundParams,
    response: RefundBody,
    status: 200,
    async handler(ctx, { params }) {
      const { refund } = await decideRefund(ctx, params.id, { decision: 'approved' });
      return { body: presentRefund(refund) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/refunds/{id}/reject',
    summary: 'Reject a refund that waits because of its size; not one of one’s own.',
    auth: 'staff',
    permission: 'refunds.approve',
    idempotent: true,
    problems: ['not-found', 'not-allowed'],
    params: RefundParams,
    body: RejectRefundBody,
    response: RefundBody,
    status: 200,
    async handler(ctx, { params, body }) {
      const { refund } = await decideRefund(ctx, params.id, { decision: 'rejected', reason: body.reason });
      return { body: presentRefund(refund) };
    },
  }),
];
