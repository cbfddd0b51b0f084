import {
  type SloDetail,
  sloCorrectionCreatePermission,
  sloReadPermission,
} from '@arctiq/plugin-slo-common';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type express from 'express';
import type { Reader } from './createRouter';
import { parse } from '../schema/common';
import { rangeQuery, sloParams } from '../schema/requests';
import { rulesOf } from '../service/rulesOf';
import type { Services } from '../service/Services';

/** Address of one SLO. */
export const SLO_PATH = '/v1/slos/:namespace/:component/:name';

/** Key of the SLO that an address names. */
export function idOf(params: unknown): string {
  const { namespace, component, name } = parse(sloParams, params);
  return `${namespace}/${component}/${name}`.toLowerCase();
}

/** Adds the routes that read one SLO. */
export function addSloRoutes(
  router: express.Router,
  read: Reader,
  options: { httpAuth: HttpAuthService; services: Services },
): void {
  const { httpAuth, services } = options;
  const { access, charts, corrections, details, portalUrl } = services;

  // One question for both permissions: the page asks often.
  router.get(SLO_PATH, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const id = idOf(request.params);
    const found = await details.lookUp(id);
    // Asking for permission takes as long as reading: both go at once, and
    // what was read is thrown away when the answer is no.
    const reading = found && details.detail(found);
    reading?.catch(() => undefined);
    const [mayRead, mayCorrect] = await access.check(credentials, [
      { permission: sloReadPermission },
      {
        permission: sloCorrectionCreatePermission,
        resourceRef: found?.component.entityRef ?? 'component:default/none',
      },
    ]);
    if (!mayRead) {
      throw new NotAllowedError(
        `This needs the permission '${sloReadPermission.name}', which you do not have.`,
      );
    }
    const detail = await (reading ?? details.detail(await details.find(id)));
    const allowed = { correct: mayCorrect && access.isPerson(credentials) };
    response.json({ ...detail, allowed } satisfies SloDetail);
  });

  router.get(
    `${SLO_PATH}/series`,
    read(async ({ params, query }) =>
      charts.series(await details.find(idOf(params)), parse(rangeQuery, query)),
    ),
  );
  router.get(
    `${SLO_PATH}/slices`,
    read(async ({ params, query }) =>
      charts.slices(await details.find(idOf(params)), parse(rangeQuery, query)),
    ),
  );
  router.get(`${SLO_PATH}/rules`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await access.require(credentials, { permission: sloReadPermission });
    const stored = await details.find(idOf(request.params));
    response.type('application/yaml').send(rulesOf(stored, portalUrl));
  });
  router.get(
    `${SLO_PATH}/revisions`,
    read(async ({ params }) => {
      const { definition } = await details.find(idOf(params));
      return details.revisions(definition.id);
    }),
  );
  router.get(
    `${SLO_PATH}/corrections`,
    read(async ({ params }) => {
      const { definition } = await details.find(idOf(params));
      return corrections.list(definition.id);
    }),
  );
}
