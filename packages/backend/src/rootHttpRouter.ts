import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { RequestHandler } from 'express';

const schedulerControl = /^\/+api\/+[^/]+\/+\.backstage\/+scheduler(\/|$)/i;

/**
 * Refuses the scheduler's control routes from outside.
 *
 * @remarks
 * Every plugin with a scheduled task exposes routes that list, start and cancel
 * its tasks, and the framework checks no permission on them: any signed-in
 * person could cancel a collector.
 */
export function refuseSchedulerControl(): RequestHandler {
  return (request, response, next) => {
    let path = request.path;
    try {
      path = decodeURIComponent(path);
    } catch {
      // Not decodable: no route can match it either; the router answers.
    }
    if (!schedulerControl.test(path)) {
      next();
      return;
    }
    response.status(403).json({
      error: {
        name: 'NotAllowedError',
        message:
          'Scheduled tasks cannot be controlled over HTTP. They run by their schedule; restart the backend to run them at once.',
      },
      response: { statusCode: 403 },
    });
  };
}

/** The framework's HTTP server with the portal's own first guard. */
export const portalRootHttpRouter = rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    app.use(refuseSchedulerControl());
    applyDefaults();
  },
});
