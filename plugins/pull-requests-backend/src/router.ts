import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { version } from '../package.json';
import { createOpenApiDocument } from './schema/openapi';
import { parseQuery } from './schema/query';
import { PullRequestService } from './service/PullRequestService';

/** What {@link createRouter} needs. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: PullRequestService;
}

/** The API of the plugin; who may read what is up to the service. */
export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, service } = options;
  const document = createOpenApiDocument(version);
  const router = Router();

  router.get('/openapi.json', async (_request, response) => {
    response.json(document);
  });

  router.get('/v1/pull-requests', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await service.list(parseQuery(request.query), credentials));
  });

  return router;
}
