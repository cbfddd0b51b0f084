import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  goldenPathCheckPermission,
  goldenPathUnregisterPermission,
} from '@arctiq/plugin-golden-path-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { openApiDocument } from './openapi';
import { checkRequest, nameParams, unregisterRequest } from './schema';
import { CreationService } from './service/CreationService';
import { NameService } from './service/NameService';
import { UnregisterService } from './service/UnregisterService';

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(z.prettifyError(result.error));
  }
  return result.data;
}

/** HTTP to the services and back; nothing is decided here but permissions. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  names: NameService;
  creations: CreationService;
  unregistrations: UnregisterService;
}): express.Router {
  const { httpAuth, permissions, auditor } = options;
  const { names, creations, unregistrations } = options;

  async function authorize(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ) {
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name}: ask the platform team`,
      );
    }
  }

  async function userMay(permission: BasicPermission, req: express.Request) {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await authorize(permission, credentials);
    return credentials;
  }

  const router = Router();
  router.use(express.json({ limit: '16kb' }));

  router.get('/openapi.json', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(openApiDocument);
  });

  router.get('/v1/names/:name', async (req, res) => {
    await userMay(goldenPathCheckPermission, req);
    res.json(await names.check(parse(nameParams, req.params).name));
  });

  router.get('/v1/owners', async (req, res) => {
    const credentials = await userMay(goldenPathCheckPermission, req);
    res.json(await creations.listOwners(credentials));
  });

  router.post('/v1/check', async (req, res) => {
    const credentials = await userMay(goldenPathCheckPermission, req);
    res.json(await creations.check(parse(checkRequest, req.body), credentials));
  });

  router.post('/v1/unregister', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = parse(unregisterRequest, req.body);
    const event = await auditor.createEvent({
      eventId: 'unregister',
      request: req,
      severityLevel: 'medium',
      meta: { entityRef },
    });
    try {
      await authorize(goldenPathUnregisterPermission, credentials);
      const answer = await unregistrations.unregister(entityRef, credentials);
      await event.success({ meta: { ...answer } });
      res.json(answer);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  return router;
}
