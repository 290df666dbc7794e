import type { Route } from '../route.ts';
import { bookingRoutes } from './bookings.ts';
import { agUiRoute } from './agui.ts';
import { chatUiRoutes } from './chat-ui.ts';
import { addressRoutes } from './addresses.ts';
import { attachmentRoutes } from './attachments.ts';
import { authRoutes } from './auth.ts';
import { cancelRunRoute, editMessageRoute, messageRoute, runEventsRoute } from './chat.ts';
import { widgetRoute } from './companies.ts';
import { complaintRoutes } from './complaints.ts';
import { documentRoute } from './documents.ts';
import { liveRoute, readyRoute } from './health.ts';
import { openApiRoute } from './openapi.ts';
import { opsActivityRoutes } from './ops-activity.ts';
import { opsAuthRoutes } from './ops-auth.ts';
import { opsComplaintRoutes } from './ops-complaints.ts';
import { opsHandoffRoutes } from './ops-handoffs.ts';
import { opsRoleRoutes } from './ops-roles.ts';
import { opsSessionRoutes } from './ops-sessions.ts';
import { opsUserRoutes } from './ops-users.ts';
import { pincodeRoutes } from './pincodes.ts';
import { providerRoutes } from './providers.ts';
import { reactionRoutes } from './reactions.ts';
import { serviceRoutes } from './services.ts';
import { sessionRoutes } from './sessions.ts';
import { refundRoutes } from './refunds.ts';
import { userRoutes } from './users.ts';

/** The whole API. A new route is one line here. */
export const allRoutes: readonly Route[] = [
  ...authRoutes,
  ...userRoutes,
  ...addressRoutes,
  messageRoute,
  runEventsRoute,
  cancelRunRoute,
  editMessageRoute,
  ...sessionRoutes,
  ...reactionRoutes,
  agUiRoute,
  ...chatUiRoutes,
  ...attachmentRoutes,
  widgetRoute,
  documentRoute,
  liveRoute,
  readyRoute,
  ...opsAuthRoutes,
  ...opsUserRoutes,
  ...opsSessionRoutes,
  ...opsRoleRoutes,
  ...opsActivityRoutes,
  ...opsHandoffRoutes,
  ...serviceRoutes,
  ...providerRoutes,
  ...pincodeRoutes,
  ...complaintRoutes,
  ...opsComplaintRoutes,
  openApiRoute(() => allRoutes),
  ...bookingRoutes,
  ...refundRoutes,
];
