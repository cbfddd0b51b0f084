import type {
  GateAnswer,
  SloDetail,
  SloGlance,
  SloPage,
  SloSeries,
} from '@arctiq/plugin-slo-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import Ajv from 'ajv/dist/2020';
import request from 'supertest';
import { openSlo, sloFile, yamlFile } from './__testUtils__/company';
import { type Persona, personas } from './__testUtils__/people';
import { NOW, startPlugin } from './__testUtils__/startPlugin';
import { type RouteDescription, routes } from './schema/routes';

const ORDERS = 'default/order-service';
const HEALTHY = `${ORDERS}/availability`;
const FROZEN = `${ORDERS}/latency`;
const CART = 'default/cart-service/availability';
const REASON = 'Planned upgrade of the database';
const RANGE = { from: NOW - 86_400, to: NOW - 82_800 };

/** Starts the plugin with two components: one healthy, one with a frozen SLO beside a healthy one. */
async function start() {
  const started = await startPlugin();
  started.files.files.set(
    sloFile('order-service'),
    yamlFile(
      openSlo('availability', 'order-service'),
      openSlo('latency', 'order-service'),
    ),
  );
  started.files.files.set(
    sloFile('cart-service'),
    openSlo('availability', 'cart-service'),
  );
  await started.readDefinitions();
  await started.measure(HEALTHY, 0.001);
  await started.measure(FROZEN, 0.0095);
  await started.measure(CART, 0.0025);
  await started.updateBudgets();
  return started;
}

describe('slo', () => {
  let started: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    started = await start();
  }, 120_000);
  afterAll(() => started?.stop());

  function send(
    method: 'get' | 'post',
    path: string,
    persona: Persona = 'owner',
    body?: object,
  ) {
    const sending = request(started.server)
      [method](`/api/slo${path}`)
      .set('authorization', personas[persona]);
    return body ? sending.send(body) : sending;
  }

  async function get<T>(path: string, persona?: Persona): Promise<T> {
    const response = await send('get', path, persona);
    expect([response.status, response.body.error?.message]).toEqual([200, undefined]);
    return response.body;
  }

  describe('lists', () => {
    it('what burns fastest first, with its age and quality', async () => {
      const page = await get<SloPage>('/v1/slos');
      expect(page.items.map(({ id }) => id)).toEqual([FROZEN, CART, HEALTHY]);
      expect(page).toMatchObject({
        totalItems: 3,
        states: { frozen: 1, healthy: 2 },
        pageInfo: {},
        asOf: new Date(NOW * 1000).toISOString(),
      });
      expect(page.items[0]).toMatchObject({
        entityTitle: 'The order-service',
        ownerRef: 'group:default/orders',
        systemRef: 'system:default/orders-system',
        tier: 1,
        status: { state: 'frozen', watermark: NOW },
      });
      expect(page.items[0].status.remaining).toBeCloseTo(0.05, 9);
      expect(page.items[0].status.currentBurn).toBeCloseTo(0.95, 9);
    });

    it.each([
      ['owner=orders', [FROZEN, HEALTHY]],
      ['owner=group:default/cart', [CART]],
      ['mine=true', [FROZEN, HEALTHY]],
      ['mine=true&owner=cart', []],
      ['system=cart-system', [CART]],
      ['entityRef=component:default/cart-service', [CART]],
      ['tier=1&state=healthy', [CART, HEALTHY]],
      ['state=frozen,exhausted', [FROZEN]],
      ['q=latency', [FROZEN]],
      ['sort=remaining', [FROZEN, CART, HEALTHY]],
      ['sort=name', [CART, HEALTHY, FROZEN]],
    ])('?%s', async (query, expected) => {
      const page = await get<SloPage>(`/v1/slos?${query}`);
      expect(page.items.map(({ id }) => id)).toEqual(expected);
      expect(page.totalItems).toBe(expected.length);
    });

    it('page by page', async () => {
      const first = await get<SloPage>('/v1/slos?limit=2');
      const { nextCursor } = first.pageInfo;
      const second = await get<SloPage>(`/v1/slos?limit=2&cursor=${nextCursor}`);
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
        FROZEN,
        CART,
        HEALTHY,
      ]);
      expect(second.pageInfo).toEqual({});
      const wrong = await send('get', `/v1/slos?sort=name&cursor=${nextCursor}`);
      expect(wrong.status).toBe(400);
    });
  });

  it('shows the same figure in list, detail, chart, card, gate and roll-up', async () => {
    const [{ status }] = (await get<SloPage>('/v1/slos')).items;
    const detail = await get<SloDetail>(`/v1/slos/${FROZEN}`);
    const series = await get<SloSeries>(`/v1/slos/${FROZEN}/series`);
    const glance = await get<SloGlance>('/v1/summary?entityRef=order-service');
    const gate = await get<GateAnswer>('/v1/gate?entityRef=order-service');
    expect(detail.status).toEqual(status);
    expect(series.points.at(-1)).toMatchObject({
      time: NOW,
      remaining: status.remaining,
    });
    expect(glance.top[0].status.remaining).toBe(status.remaining);
    expect(gate.budgetRemaining).toBe(status.remaining);
  });

  it('tells all about one SLO', async () => {
    const detail = await get<SloDetail>(`/v1/slos/${FROZEN}`);
    expect(detail).toMatchObject({
      definition: { id: FROZEN, source: { file: sloFile('order-service') } },
      policy: { step: { decision: 'freeze' } },
      allowed: { correct: true },
      revisions: [{ revision: 1, summary: 'First seen' }],
      corrections: [],
      events: [],
      eventSources: [
        { kind: 'deploy', collected: false },
        { kind: 'incident', collected: false },
      ],
    });
    expect(detail.provenance[0].arithmetic.length).toBeGreaterThan(2);
    const other = await get<SloDetail>(`/v1/slos/${FROZEN}`, 'otherTeam');
    expect(other.allowed).toEqual({ correct: false });
  });

  it('draws what was measured', async () => {
    const { body } = await send(
      'get',
      `/v1/slos/${FROZEN}/slices?from=${NOW - 3600}&to=${NOW}&stepSeconds=600`,
    );
    expect(body.cells).toHaveLength(6);
    expect(body.cells[5]).toEqual({
      time: NOW,
      state: 'measured',
      burn: expect.closeTo(0.95, 9),
      good: 1981,
      total: 2000,
    });
  });

  it('offers the alert rules as YAML', async () => {
    const response = await send('get', `/v1/slos/${HEALTHY}/rules`);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain('application/yaml');
    expect(response.text).toContain('kind: PrometheusRule');
  });

  it('answers cards within 4 kB', async () => {
    for (const query of ['owner=orders', 'entityRef=cart-service']) {
      const response = await send('get', `/v1/summary?${query}`);
      expect(response.text.length).toBeLessThanOrEqual(4096);
      expect(response.body.rollup.slos).toBe(response.body.top.length);
    }
  });

  it('rolls up by sums of events, never by means', async () => {
    const { body } = await send('get', '/v1/rollups?by=owner');
    expect(
      body.items.map(({ ref, title, slos }: Record<string, unknown>) => [ref, title, slos]),
    ).toEqual([
      ['group:default/orders', 'Team orders', 2],
      ['group:default/cart', 'cart', 1],
    ]);
    // 2016 slices of 1000 requests each, once with 9.5 and once with 1 bad.
    expect(body.items[0].sli).toBeCloseTo(1 - (9.5 + 1) / 2000, 6);
    const one = await send('get', '/v1/rollups?by=system&ref=system:default/cart-system');
    expect(one.body.items).toHaveLength(1);
    const scoreboard = await send('get', '/v1/scoreboard');
    expect(scoreboard.body).toMatchObject({
      objective: '0.9995',
      quarter: { timeZone: 'UTC' },
      company: { slos: 2 },
    });
    // A quarter of 90 to 92 days allows 64.8 to 66.24 minutes.
    expect(scoreboard.body.allowedMinutes).toBeGreaterThan(64.7);
    expect(scoreboard.body.allowedMinutes).toBeLessThan(66.3);
  });

  describe('who may', () => {
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
      ...{ platform: 200, director: 200, plugin: 200, pipeline: 403, stranger: 403 },
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
      ['get', '/v1/gate?entityRef=order-service', undefined, { ...readers, pipeline: 200 }],
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
        const response = await send(method, path, persona, body);
        found[persona] = response.status;
      }
      expect(found).toEqual(expected);
    });

    it('asks on every route of the document', () => {
      const asked = table.map(([method, path]) => `${method} ${path.split('?')[0]}`);
      expect(new Set(asked).size).toBe(routes.length);
    });
  });

  describe('refuses', () => {
    const slo = `/v1/slos/${HEALTHY}`;
    it.each([
      ['/v1/slos?limit=0', "'limit' must be a whole number from 1 to 100"],
      ['/v1/slos?limit=1&limit=2', "'limit'"],
      ['/v1/slos?owner=component:x', "'owner' must be the entity ref of a group or user"],
      ['/v1/slos?state=green', "'state' must be of exhausted"],
      ['/v1/slos?sort=age', "'sort' must be one of burn"],
      ['/v1/slos?color=red', "'color' is unknown; there are owner"],
      ['/v1/slos?cursor=x', "The parameter 'cursor' must be"],
      ['/v1/slos?mine=yes', "'mine' must be 'true' or 'false'"],
      [`${slo}/series?from=1&to=9999999999&stepSeconds=300`, 'more than 800 days'],
      [`${slo}/series?from=${NOW - 86_400 * 300}&stepSeconds=300`, 'more than 2000 steps'],
      [`${slo}/series?from=${NOW}&to=${NOW - 300}`, "'from' must be before 'to'"],
      [`${slo}/slices?stepSeconds=7`, "'stepSeconds' must be a whole number from 300"],
      ['/v1/rollups', "'by' must be 'owner' or 'system'"],
      ['/v1/summary', "needs either 'entityRef' or 'owner'"],
      ['/v1/summary?owner=a&entityRef=b', "needs either 'entityRef' or 'owner'"],
      ['/v1/gate', "'entityRef' must be the entity ref of a component"],
      ['/v1/gate?entityRef=order-service&environment=moon', "'environment' must be one of dev, staging, prod"],
    ])('%s', async (path, message) => {
      const response = await send('get', path);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
    });

    it.each([
      [`${slo}/corrections`, { range: RANGE, reason: REASON }, "'kind' must be"],
      [`${slo}/corrections`, { kind: 'exclusion', range: RANGE, reason: 'x' }, 'at least 10 characters'],
      [
        `${slo}/corrections`,
        { kind: 'exclusion', range: { from: 9, to: 3 }, reason: REASON },
        "must have 'from' before 'to'",
      ],
      [
        `${slo}/corrections`,
        { kind: 'exclusion', range: { from: NOW - 86_400 * 40, to: NOW }, reason: REASON },
        'longer than 31 days',
      ],
      [`${slo}/corrections`, { kind: 'exclusion', range: RANGE, reason: REASON, by: 'me' }, "'by' is unknown"],
    ])('POST %s %p', async (path, body, message) => {
      const response = await send('post', path, 'owner', body);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
    });

    it.each([
      [{ expiresAt: new Date(Date.now() - 1000).toISOString() }, 'in the future'],
      [{ expiresAt: new Date((NOW + 86_400 * 40) * 1000).toISOString() }, '30 days'],
      [{ environment: 'moon' }, "'environment' must be one of"],
      [{ cause: 'friday' }, "'cause' must be one of"],
      [{ expiresAt: 'tomorrow' }, "'expiresAt' must be a time"],
    ])('an exemption with %p', async (wrong, message) => {
      const response = await send('post', '/v1/exemptions', 'director', {
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
      ['/v1/slos/default/order-service/nothing', "There is no SLO 'default/order-service/nothing'"],
      ['/v1/slos/default/order-service/nothing/series', 'There is no SLO'],
      ['/v1/gate?entityRef=unknown-service', 'register its catalog-info.yaml'],
      ['/v1/rollups?by=owner&ref=nobody', 'group:default/nobody has no SLOs'],
    ])('%s as not found', async (path, message) => {
      const response = await send('get', path);
      expect(response.status).toBe(404);
      expect(response.body.error.message).toContain(message);
    });

    it('knows nothing that is mine when a service asks', async () => {
      const response = await send('get', '/v1/slos?mine=true', 'plugin');
      expect(response.status).toBe(400);
    });
  });

  describe('the document', () => {
    const paths: Record<string, string> = {
      '/v1/rollups': '/v1/rollups?by=system',
      '/v1/summary': '/v1/summary?entityRef=order-service',
      '/v1/gate': '/v1/gate?entityRef=order-service',
    };

    function addressOf({ path }: RouteDescription): string {
      return (paths[path] ?? path).replace(
        '{namespace}/{component}/{name}',
        FROZEN,
      );
    }

    it('is served to those who are signed in', async () => {
      const document = await get<{ openapi: string; paths: object }>('/openapi.json');
      expect(document.openapi).toBe('3.1.0');
      expect(Object.keys(document.paths)).toHaveLength(
        new Set(routes.map(({ path }) => path)).size,
      );
      expect((await send('get', '/openapi.json', 'anonymous')).status).toBe(401);
    });

    it.each(
      routes
        .filter(({ method, answer }) => method === 'get' && answer)
        .map(route => [route.path, route] as const),
    )('says what GET %s answers', async (_, route) => {
      const { body: document } = await send('get', '/openapi.json');
      const validate = new Ajv({
        strict: false,
        validateFormats: false,
      }).compile(document.components.schemas[route.answer?.name ?? '']);
      const { body, status } = await send('get', addressOf(route));
      expect(status).toBe(200);
      expect(validate(body) || validate.errors).toBe(true);
      const refused = await send('get', addressOf(route), 'guest');
      const validateError = new Ajv({ strict: false }).compile(
        document.components.schemas.Error,
      );
      expect(validateError(refused.body)).toBe(true);
    });
  });

  describe('actions', () => {
    const credentials = mockCredentials.user('user:default/amara.okafor');

    async function invoke(name: string, input: object, as = credentials) {
      const { output } = await started.actions.invoke({
        id: `test:${name}`,
        input: input as never,
        credentials: as,
      });
      return output;
    }

    it('only read', async () => {
      const { actions } = await started.actions.list();
      expect(actions.map(({ name }) => name)).toEqual([
        'list-burning-slos',
        'get-slo',
        'ask-promotion-gate',
      ]);
      for (const { attributes } of actions) {
        expect(attributes).toMatchObject({ readOnly: true, destructive: false });
      }
    });

    it('answer as the routes do', async () => {
      await expect(invoke('list-burning-slos', { mine: true, limit: 1 })).resolves.toMatchObject({
        items: [{ id: FROZEN, state: 'frozen' }],
        totalItems: 2,
        nextCursor: expect.any(String),
      });
      await expect(invoke('get-slo', { id: FROZEN })).resolves.toMatchObject({
        id: FROZEN,
        policy: expect.stringContaining('Gate frozen'),
      });
      await expect(invoke('ask-promotion-gate', { entityRef: 'order-service' })).resolves.toMatchObject({
        environment: 'prod',
        entityRef: 'component:default/order-service',
      });
    });

    it.each([
      ['list-burning-slos', {}],
      ['get-slo', { id: FROZEN }],
      ['ask-promotion-gate', { entityRef: 'order-service' }],
    ])('keep %s from those without the permission', async (name, input) => {
      await expect(
        invoke(name, input, mockCredentials.user('user:default/guest')),
      ).rejects.toThrow('needs the permission');
    });
  });
});
