import type { Log } from '#src/log.ts';
import type { HttpMiddleware } from '../koa-types.ts';
import { problemOf, sendProblem } from '../problem.ts';

/** Turns whatever is thrown into a problem document; what nobody foresaw is logged with its stack. */
export function problems(log: Log): HttpMiddleware {
  return async function withProblems(koa, next) {
    try {
      await next();
    } catch (error) {
      const { requestId, route } = koa.state;
      const problem = problemOf(error, requestId);
      if (problem.status >= 500) log.error({ err: error, requestId, route }, 'request failed');
      sendProblem(koa, problem);
    }
  };
}
