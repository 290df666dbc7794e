import { z } from 'zod';
import { exportActivity } from '#src/services/staff/export-activity.ts';
import { listActivity } from '#src/services/staff/list-activity.ts';
import { ListActivityInput } from '#src/services/staff/schemas.ts';
import { activityCsv } from '../presenters/activity-csv.ts';
import { presentActivity } from '../presenters/staff.ts';
import { defineRoute, type Route } from '../route.ts';
import { ActivityPageBody, instantQuery } from '../schemas/ops.ts';

const from = instantQuery.meta({ description: 'Inclusive', example: '2026-11-01T00:00:00+05:30' });
const to = instantQuery.meta({ description: 'Exclusive', example: '2026-12-01T00:00:00+05:30' });

/** What staff have done: every write and every sensitive read. */
export const opsActivityRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/activity',
    summary: 'What staff have done, newest first.',
    auth: 'staff',
    permission: 'audit.view',
    query: ListActivityInput.extend({ from: from.optional(), to: to.optional() }),
    response: ActivityPageBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listActivity(ctx, query);
      return { body: { items: items.map(presentActivity), ...rest } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/activity/export',
    summary: 'The activity log of a period as a CSV file of at most 10,000 entries; the export is in the log as well.',
    auth: 'staff',
    permission: 'audit.export',
    problems: ['not-allowed'],
    query: z.strictObject({ from, to }),
    produces: ['text/csv'],
    status: 200,
    async handler(ctx, { query }) {
      const bytes = Buffer.from(activityCsv(await exportActivity(ctx, query)));
      const headers = { 'Content-Disposition': 'attachment; filename="activity.csv"' };
      return { bytes, type: 'text/csv', headers };
    },
  }),
];
