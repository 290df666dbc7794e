import { z } from 'zod';
import { findCompany } from '#src/services/companies/find-company.ts';
import { defineRoute } from '../route.ts';
import { WidgetBody } from '../schemas.ts';

export const widgetRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/companies/{company}/widget',
  summary: 'How a company’s assistant presents itself.',
  auth: 'none',
  params: z.strictObject({ company: z.string() }),
  response: WidgetBody,
  status: 200,
  async handler(ctx, { params }) {
    const { name, persona } = await findCompany(ctx.db, params.company);
    const { assistantName, greeting, suggestions, supportPhone, supportEmail, supportHours } = persona;
    return { body: { name, assistantName, greeting, suggestions, supportPhone, supportEmail, supportHours } };
  },
});
