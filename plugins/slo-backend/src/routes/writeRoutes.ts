import {
  sloCorrectionCreatePermission,
  sloExemptionCreatePermission,
} from '@arctiq/plugin-slo-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type express from 'express';
import { audited } from './audited';
import type { RouterOptions } from './createRouter';
import { parse } from '../schema/common';
import {
  correctionBody,
  correctionParams,
  exemptionBody,
  exemptionParams,
  exemptionRevocationBody,
  revocationBody,
} from '../schema/requests';
import { idOf, SLO_PATH } from './sloRoutes';

/** Adds the routes that record something; each is for people and audited. */
export function addWriteRoutes(
  router: express.Router,
  { httpAuth, auditor, services }: RouterOptions,
): void {
  const { access, corrections, details, exemptions } = services;

  /** Route for a person; `work` checks the permission before anything else. */
  function write(
    eventId: string,
    status: number,
    work: (
      request: express.Request,
      credentials: BackstageCredentials,
      by: string,
    ) => Promise<object>,
  ): express.RequestHandler {
    return async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const outcome = await audited(
        auditor,
        {
          eventId,
          request,
          severityLevel: 'medium',
          meta: { ...request.params },
        },
        () => work(request, credentials, access.nameOf(credentials)),
        record => ({ record: JSON.parse(JSON.stringify(record)) }),
      );
      response.status(status).json(outcome);
    };
  }

  async function requireCorrecting(
    params: unknown,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { definition, component } = await details.find(idOf(params));
    await access.require(credentials, {
      permission: sloCorrectionCreatePermission,
      resourceRef: component.entityRef,
    });
    return definition.id;
  }

  router.post(
    `${SLO_PATH}/corrections`,
    write('correction-create', 201, async (request, credentials, by) => {
      const id = await requireCorrecting(request.params, credentials);
      const body = parse(correctionBody, request.body, 'body');
      return corrections.add(id, body, by);
    }),
  );
  router.post(
    `${SLO_PATH}/corrections/:id/revoke`,
    write('correction-revoke', 200, async (request, credentials, by) => {
      const { id, ...slo } = parse(correctionParams, request.params);
      const sloId = await requireCorrecting(slo, credentials);
      const { reason } = parse(revocationBody, request.body, 'body');
      return corrections.revoke(sloId, id, reason, by);
    }),
  );
  router.post(
    '/v1/exemptions',
    write('exemption-create', 201, async (request, credentials, by) => {
      await access.require(credentials, {
        permission: sloExemptionCreatePermission,
      });
      return exemptions.grant(parse(exemptionBody, request.body, 'body'), by);
    }),
  );
  router.post(
    '/v1/exemptions/:id/revoke',
    write('exemption-revoke', 200, async (request, credentials, by) => {
      await access.require(credentials, {
        permission: sloExemptionCreatePermission,
      });
      const { id } = parse(exemptionParams, request.params);
      const { reason } = parse(exemptionRevocationBody, request.body, 'body');
      return exemptions.revoke(id, reason, by);
    }),
  );
}
