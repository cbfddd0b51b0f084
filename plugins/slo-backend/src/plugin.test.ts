import type {
  GateAnswer,
  SloDetail,
  SloGlance,
  SloPage,
  SloSeries,
} from '@arctiq/plugin-slo-common';
import { sloFile } from './__testUtils__/company';
import type { Persona } from './__testUtils__/people';
import {
  CART,
  FROZEN,
  HEALTHY,
  startCompany,
} from './__testUtils__/startCompany';
import { NOW } from './__testUtils__/startPlugin';

describe('slo', () => {
  let company: Awaited<ReturnType<typeof startCompany>>;

  beforeAll(async () => {
    company = await startCompany();
  }, 120_000);
  afterAll(() => company?.stop());

  async function get<T>(path: string, persona?: Persona): Promise<T> {
    const response = await company.send('get', path, persona);
    expect([response.status, response.body.error?.message]).toEqual([
      200,
      undefined,
    ]);
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
      const second = await get<SloPage>(
        `/v1/slos?limit=2&cursor=${nextCursor}`,
      );
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
        FROZEN,
        CART,
        HEALTHY,
      ]);
      expect(second.pageInfo).toEqual({});
      const wrong = await company.send(
        'get',
        `/v1/slos?sort=name&cursor=${nextCursor}`,
      );
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
    const { body } = await company.send(
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
    const response = await company.send('get', `/v1/slos/${HEALTHY}/rules`);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain('application/yaml');
    expect(response.text).toContain('kind: PrometheusRule');
  });

  it('answers cards within 4 kB', async () => {
    for (const query of ['owner=orders', 'entityRef=cart-service']) {
      const response = await company.send('get', `/v1/summary?${query}`);
      expect(response.text.length).toBeLessThanOrEqual(4096);
      expect(response.body.rollup.slos).toBe(response.body.top.length);
    }
  });

  it('rolls up by sums of events, never by means', async () => {
    const { body } = await company.send('get', '/v1/rollups?by=owner');
    expect(
      body.items.map(({ ref, title, slos }: Record<string, unknown>) => [
        ref,
        title,
        slos,
      ]),
    ).toEqual([
      ['group:default/orders', 'Team orders', 2],
      ['group:default/cart', 'cart', 1],
    ]);
    // 2016 slices of 1000 requests each, once with 9.5 and once with 1 bad.
    expect(body.items[0].sli).toBeCloseTo(1 - (9.5 + 1) / 2000, 6);
    const one = await company.send(
      'get',
      '/v1/rollups?by=system&ref=system:default/cart-system',
    );
    expect(one.body.items).toHaveLength(1);
    const scoreboard = await company.send('get', '/v1/scoreboard');
    expect(scoreboard.body).toMatchObject({
      objective: '0.9995',
      quarter: { timeZone: 'UTC' },
      company: { slos: 2 },
    });
    // 1 and 2.5 bad of 1000, over the 8 days that were measured or as many of
    // them as the quarter has.
    expect(scoreboard.body.company.sli).toBeCloseTo(1 - 0.00175, 9);
    const { from } = scoreboard.body.quarter;
    const minutes = Math.min(8 * 1440, (NOW - Date.parse(from) / 1000) / 60);
    expect(scoreboard.body.spentMinutes).toBeCloseTo(0.00175 * minutes, 6);
    // A quarter of 90 to 92 days allows 64.8 to 66.24 minutes.
    expect(scoreboard.body.allowedMinutes).toBeGreaterThan(64.7);
    expect(scoreboard.body.allowedMinutes).toBeLessThan(66.3);
  });
});
