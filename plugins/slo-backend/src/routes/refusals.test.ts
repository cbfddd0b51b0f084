import { HEALTHY, startCompany } from '../__testUtils__/startCompany';
import { NOW } from '../__testUtils__/startPlugin';

const REASON = 'Planned upgrade of the database';
const RANGE = { from: NOW - 86_400, to: NOW - 82_800 };

describe('refuses', () => {
  let company: Awaited<ReturnType<typeof startCompany>>;

  beforeAll(async () => {
    company = await startCompany();
  }, 120_000);
  afterAll(() => company?.stop());

  const slo = `/v1/slos/${HEALTHY}`;
  it.each([
    ['/v1/slos?limit=0', "'limit' must be a whole number from 1 to 100"],
    ['/v1/slos?limit=1&limit=2', "'limit'"],
    [
      '/v1/slos?owner=component:x',
      "'owner' must be the entity ref of a group or user",
    ],
    ['/v1/slos?state=green', "'state' must be of exhausted"],
    ['/v1/slos?sort=age', "'sort' must be one of burn"],
    ['/v1/slos?color=red', "'color' is unknown; there are owner"],
    ['/v1/slos?cursor=x', "The parameter 'cursor' must be"],
    ['/v1/slos?q=%00', "'q' must not hold a NUL character"],
    ['/v1/slos?entityRef=a%00b', "'entityRef' must be the entity ref"],
    [
      '/v1/slos/default/order-service/a%00',
      "'name' must not hold a NUL character",
    ],
    ['/v1/slos?mine=yes', "'mine' must be 'true' or 'false'"],
    [
      `${slo}/series?from=1&to=9999999999&stepSeconds=300`,
      'more than 800 days',
    ],
    [
      `${slo}/series?from=${NOW - 86_400 * 300}&stepSeconds=300`,
      'more than 2000 steps',
    ],
    [`${slo}/series?from=${NOW}&to=${NOW - 300}`, "'from' must be before 'to'"],
    [
      `${slo}/slices?stepSeconds=7`,
      "'stepSeconds' must be a whole number from 300",
    ],
    ['/v1/rollups', "'by' must be 'owner' or 'system'"],
    ['/v1/summary', "needs either 'entityRef' or 'owner'"],
    ['/v1/summary?owner=a&entityRef=b', "needs either 'entityRef' or 'owner'"],
    ['/v1/gate', "'entityRef' must be the entity ref of a component"],
    [
      '/v1/gate?entityRef=order-service&environment=moon',
      "'environment' must be one of dev, staging, prod",
    ],
  ])('%s', async (path, message) => {
    const response = await company.send('get', path);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it.each([
    [`${slo}/corrections`, { range: RANGE, reason: REASON }, "'kind' must be"],
    [
      `${slo}/corrections`,
      { kind: 'exclusion', range: RANGE, reason: 'x' },
      'at least 10 characters',
    ],
    [
      `${slo}/corrections`,
      { kind: 'exclusion', range: { from: 9, to: 3 }, reason: REASON },
      "must have 'from' before 'to'",
    ],
    [
      `${slo}/corrections`,
      {
        kind: 'exclusion',
        range: { from: NOW - 86_400 * 40, to: NOW },
        reason: REASON,
      },
      'longer than 31 days',
    ],
    [
      `${slo}/corrections`,
      { kind: 'exclusion', range: RANGE, reason: REASON, by: 'me' },
      "'by' is unknown",
    ],
  ])('POST %s %p', async (path, body, message) => {
    const response = await company.send('post', path, 'owner', body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it.each([
    [{ expiresAt: new Date(Date.now() - 1000).toISOString() }, 'in the future'],
    [
      { expiresAt: new Date((NOW + 86_400 * 40) * 1000).toISOString() },
      '30 days',
    ],
    [{ environment: 'moon' }, "'environment' must be one of"],
    [{ cause: 'friday' }, "'cause' must be one of"],
    [{ expiresAt: 'tomorrow' }, "'expiresAt' must be a time"],
  ])('an exemption with %p', async (wrong, message) => {
    const response = await company.send('post', '/v1/exemptions', 'director', {
      entityRef: 'order-service',
      cause: 'p0-fix',
      reason: REASON,
      expiresAt: new Date((NOW + 3600) * 1000).toISOString(),
      ...wrong,
    });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it.each([
    [
      '/v1/slos/default/order-service/nothing',
      "There is no SLO 'default/order-service/nothing'",
    ],
    ['/v1/slos/default/order-service/nothing/series', 'There is no SLO'],
    ['/v1/gate?entityRef=unknown-service', 'register its catalog-info.yaml'],
    ['/v1/rollups?by=owner&ref=nobody', 'group:default/nobody has no SLOs'],
  ])('%s as not found', async (path, message) => {
    const response = await company.send('get', path);
    expect(response.status).toBe(404);
    expect(response.body.error.message).toContain(message);
  });

  it('knows nothing that is mine when a service asks', async () => {
    const response = await company.send('get', '/v1/slos?mine=true', 'plugin');
    expect(response.status).toBe(400);
  });
});
