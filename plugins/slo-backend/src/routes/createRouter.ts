import {
  sloGateAskPermission,
  sloReadPermission,
} from '@arctiq/plugin-slo-common';
import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { version } from '../../package.json';
import { audited } from './audited';
import { parse } from '../schema/common';
import { createOpenApiDocument } from '../schema/openapi';
import {
  componentQuery,
  gateQuery,
  listQuery,
  rollupQuery,
  summaryQuery,
} from '../schema/requests';
import type { Services } from '../service/Services';
import { addSloRoutes } from './sloRoutes';
import { addWriteRoutes } from './writeRoutes';

/** What {@link createRouter} needs. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  services: Services;
}

/** Answers a request of somebody who may read. */
export type Reader = (
  answer: (
    request: express.Request,
    credentials: BackstageCredentials,
  ) => Promise<unknown>,
) => express.RequestHandler;

/** The API of the plugin: who may, and what was asked; the services answer. */
export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, services, auditor } = options;
  const { access, lists, rollups, gate, exemptions, problems } = services;
  const document = createOpenApiDocument(version);
  const router = Router();
  router.use(express.json({ limit: '16kb' }));

  const read: Reader = answer => async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await access.require(credentials, { permission: sloReadPermission });
    response.json(await answer(request, credentials));
  };

  router.get('/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(document);
  });

  router.get(
    '/v1/slos',
    read(async ({ query }, credentials) => {
      const filters = parse(listQuery, query);
      const ownership = filters.mine
        ? await access.ownershipOf(credentials)
        : undefined;
      return lists.list(filters, ownership);
    }),
  );
  router.get(
    '/v1/rollups',
    read(async ({ query }) => rollups.list(parse(rollupQuery, query))),
  );
  router.get(
    '/v1/scoreboard',
    read(async () => rollups.scoreboard()),
  );
  router.get(
    '/v1/summary',
    read(async ({ query }) => lists.glance(parse(summaryQuery, query))),
  );
  router.get(
    '/v1/exemptions',
    read(async ({ query }) =>
      exemptions.list(parse(componentQuery, query).entityRef),
    ),
  );
  router.get(
    '/v1/definitions/problems',
    read(async ({ query }) =>
      problems.list(parse(componentQuery, query).entityRef),
    ),
  );

  router.get('/v1/gate', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { entityRef, environment } = request.query;
    const answer = await audited(
      auditor,
      {
        eventId: 'gate-ask',
        request,
        severityLevel: 'low',
        meta: {
          entityRef: String(entityRef),
          environment: String(environment),
        },
      },
      async () => {
        access.requireKnownCaller(credentials);
        await access.require(credentials, { permission: sloGateAskPermission });
        return gate.ask(
          parse(gateQuery, request.query),
          credentials,
          access.nameOf(credentials),
        );
      },
      ({ decision, budgetRemaining }) => ({ decision, budgetRemaining }),
    );
    response.json(answer);
  });

  addSloRoutes(router, read, options);
  addWriteRoutes(router, options);
  return router;
}
