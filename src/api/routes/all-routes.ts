import type { Route } from '../route.ts';
import { guestRoute, loginRoute } from './auth.ts';
import { historyRoute, messageRoute, runEventsRoute, sessionsRoute } from './chat.ts';
import { widgetRoute } from './companies.ts';
import { documentRoute } from './documents.ts';
import { liveRoute, readyRoute } from './health.ts';

/** The whole API. A new route is one line here. */
export const allRoutes: readonly Route[] = [
  loginRoute,
  guestRoute,
  messageRoute,
  runEventsRoute,
  sessionsRoute,
  historyRoute,
  widgetRoute,
  documentRoute,
  liveRoute,
  readyRoute,
];
