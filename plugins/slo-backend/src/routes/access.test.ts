import type { Persona } from '../__testUtils__/people';
import { HEALTHY, startCompany } from '../__testUtils__/startCompany';
import { NOW } from '../__testUtils__/startPlugin';
import { routes } from '../schema/routes';

const REASON = 'Planned upgrade of the database';
const RANGE = { from: NOW - 86_400, to: NOW - 82_800 };

describe('who may', () => {
  let company: Awaited<ReturnType<typeof startCompany>>;

  beforeAll(async () => {
    company = await startCompany();
  }, 120_000);
  afterAll(() => company?.stop());

  const slo = `/v1/slos/${HEALTHY}`;
  const correction = { kind: 'exclusion', range: RANGE, reason: REASON };
  const exemption = {
    entityRef: 'order-service',
    cause: 'p0-fix',
    reason: REASON,
    expiresAt: new Date((NOW + 86_400) * 1000).toISOString(),
  };
  const readers: Partial<Record<Persona, number>> = {
    ...{ anonymous: 401, guest: 403, owner: 200, otherTeam: 200 },
    ...{
      platform: 200,
      director: 200,
      plugin: 200,
      pipeline: 403,
      stranger: 403,
    },
  };
  const table: [
    'get' | 'post',
    string,
    object | undefined,
    Partial<Record<Persona, number>>,
  ][] = [
    ...[
      '/v1/slos',
      slo,
      `${slo}/series`,
      `${slo}/slices`,
      `${slo}/rules`,
      `${slo}/revisions`,
      `${slo}/corrections`,
      '/v1/rollups?by=owner',
      '/v1/scoreboard',
      '/v1/summary?owner=orders',
      '/v1/exemptions',
      '/v1/definitions/problems',
    ].map(path => ['get', path, undefined, readers] as never),
    [
      'get',
      '/v1/gate?entityRef=order-service',
      undefined,
      { ...readers, pipeline: 200 },
    ],
    [
      'post',
      `${slo}/corrections`,
      correction,
      {
        ...{ anonymous: 401, guest: 403, owner: 201, otherTeam: 403 },
        ...{ platform: 201, director: 403, plugin: 403, pipeline: 403 },
      },
    ],
    [
      'post',
      `${slo}/corrections/unknown/revoke`,
      { reason: REASON },
      {
        ...{ anonymous: 401, guest: 403, owner: 404, otherTeam: 403 },
        ...{ platform: 404, director: 403, plugin: 403, pipeline: 403 },
      },
    ],
    [
      'post',
      '/v1/exemptions',
      exemption,
      {
        ...{ anonymous: 401, guest: 403, owner: 403, otherTeam: 403 },
        ...{ platform: 201, director: 201, plugin: 403, pipeline: 403 },
      },
    ],
    [
      'post',
      '/v1/exemptions/unknown/revoke',
      {},
      {
        ...{ anonymous: 401, guest: 403, owner: 403, otherTeam: 403 },
        ...{ platform: 404, director: 404, plugin: 403, pipeline: 403 },
      },
    ],
  ];

  it.each(table)('%s %s', async (method, path, body, expected) => {
    const found: Partial<Record<Persona, number>> = {};
    for (const persona of Object.keys(expected) as Persona[]) {
      const response = await company.send(method, path, persona, body);
      found[persona] = response.status;
    }
    expect(found).toEqual(expected);
  });

  it('asks on every route of the document', () => {
    const asked = table.map(
      ([method, path]) => `${method} ${path.split('?')[0]}`,
    );
    expect(new Set(asked).size).toBe(routes.length);
  });
});
