import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentEntity } from '../__testUtils__/company';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import {
  sendJson,
  startUpstream,
  type Upstream,
} from '../__testUtils__/upstream';
import { IncidentCollector, INCIDENTS_READING } from './IncidentCollector';
import { PagerDutySource } from './PagerDutySource';

const databases = createTestDatabases();
const signal = new AbortController().signal;
const entityRef = 'component:default/order-service';
const ALL = { from: 0, to: 9_999_999_999 };

const incident = (number: number, overrides: object = {}) => ({
  id: `Q${number}`,
  incident_number: number,
  title: `Checkout fails ${number}`,
  html_url: `https://pagerduty.test/incidents/Q${number}`,
  status: 'resolved',
  urgency: 'high',
  created_at: '2026-11-20T10:00:00Z',
  resolved_at: '2026-11-20T10:45:00Z',
  service: { id: 'P-order-service' },
  priority: { summary: 'P1' },
  ...overrides,
});

describe('IncidentCollector', () => {
  let upstream: Upstream;
  let now = new Date('2026-11-21T15:00:00.000Z');
  beforeEach(async () => {
    now = new Date('2026-11-21T15:00:00.000Z');
    upstream = await startUpstream();
  });
  afterEach(() => upstream.close());

  async function prepare() {
    const { events } = await openStores(await databases.init('SQLITE_3'));
    const logger = mockServices.logger.mock();
    const collector = new IncidentCollector({
      catalog: catalogServiceMock({
        entities: [componentEntity('order-service', 'orders')],
      }),
      auth: mockServices.auth(),
      source: new PagerDutySource({
        url: upstream.url,
        token: 'secret',
        timeoutMs: 20_000,
      }),
      store: events,
      logger,
      backfillDays: 40,
      now: () => now,
    });
    return { events, collector, logger };
  }

  /** Serves incidents page by page, as PagerDuty does, to those with the token. */
  function serve(incidents: ReturnType<typeof incident>[]) {
    upstream.behave((request, response) => {
      const { pathname, searchParams } = request.address;
      const id = /^\/incidents\/(\w+)$/.exec(pathname)?.[1];
      if (
        request.headers.authorization !== 'Token token=secret' ||
        request.headers.accept !== 'application/vnd.pagerduty+json;version=2'
      ) {
        sendJson(response, { error: { message: 'Unauthorized' } }, 401);
      } else if (id) {
        const found = incidents.find(item => item.id === id);
        sendJson(response, found ? { incident: found } : {}, found ? 200 : 404);
      } else {
        const [since, until] = ['since', 'until'].map(name =>
          Date.parse(searchParams.get(name) ?? ''),
        );
        const hits = incidents.filter(({ created_at }) => {
          const at = Date.parse(created_at);
          return since <= at && at < until;
        });
        const [offset, limit] = ['offset', 'limit'].map(name =>
          Number(searchParams.get(name)),
        );
        sendJson(response, {
          incidents: hits.slice(offset, offset + limit),
          more: offset + limit < hits.length,
        });
      }
    });
  }

  it('keeps incidents of the components that name their service', async () => {
    const { events, collector } = await prepare();
    serve([
      incident(1),
      incident(2, { created_at: '2026-10-15T10:00:00Z', priority: null }),
      incident(3, { service: { id: 'P-other' } }),
    ]);
    await collector.run(signal);
    const found = await events.list(entityRef, ALL);
    expect(found.map(({ id, label }) => [id, label])).toEqual([
      ['incident:Q2', undefined],
      ['incident:Q1', 'P1'],
    ]);
    expect(found[1]).toEqual({
      id: 'incident:Q1',
      kind: 'incident',
      entityRef,
      title: 'Checkout fails 1',
      url: 'https://pagerduty.test/incidents/Q1',
      start: Date.parse('2026-11-20T10:00:00Z') / 1000,
      end: Date.parse('2026-11-20T10:45:00Z') / 1000,
      label: 'P1',
    });
    // 40 days in steps of 30.
    expect(upstream.requests).toHaveLength(2);
    expect(upstream.requests[0]).toContain('service_ids[]=P-order-service');
  });

  it('reads many page by page', async () => {
    const { events, collector } = await prepare();
    serve(Array.from({ length: 250 }, (_, index) => incident(index + 1)));
    await collector.run(signal);
    await expect(events.list(entityRef, ALL)).resolves.toHaveLength(250);
  });

  it('reads only what began since, and follows what was open to its end', async () => {
    const { events, collector } = await prepare();
    const open = { status: 'acknowledged', resolved_at: null };
    serve([incident(1, open), incident(2, open)]);
    await collector.run(signal);
    await expect(events.open()).resolves.toHaveLength(2);
    now = new Date('2026-11-22T15:00:00.000Z');
    serve([
      incident(1, { status: 'resolved', resolved_at: '2026-11-22T14:00:00Z' }),
    ]);
    upstream.requests.length = 0;
    await collector.run(signal);
    expect(upstream.requests.map(line => line.split('&')[0])).toEqual([
      'GET /incidents/Q1',
      'GET /incidents/Q2',
      'GET /incidents?since=2026-11-21T14:00:00.000Z',
    ]);
    const [first, second] = await events.list(entityRef, ALL);
    expect(first.end).toBe(Date.parse('2026-11-22T14:00:00Z') / 1000);
    // One that PagerDuty does not know any more is no open incident.
    expect(second.end).toBe(second.start);
  });

  it.each([
    [
      'refuses the token',
      401,
      { error: { message: 'no' } },
      'check slo.incidents.pagerDuty.token',
    ],
    ['fails', 503, '<html>maintenance</html>', 'answered 503'],
    ['answers HTML', 200, undefined, 'something else than JSON'],
    [
      'answers something else',
      200,
      { items: [] },
      'something else than incidents',
    ],
  ])('keeps what it has when PagerDuty %s', async (_, code, body, reason) => {
    const { events, collector } = await prepare();
    serve([incident(1)]);
    await collector.run(signal);
    const { asOf } = await events.reading(INCIDENTS_READING);
    upstream.behave((_request, response) =>
      body === undefined
        ? response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<h1>Hi</h1>')
        : sendJson(response, body, code),
    );
    now = new Date('2026-11-22T15:00:00.000Z');
    await collector.run(signal);
    await expect(events.list(entityRef, ALL)).resolves.toHaveLength(1);
    const reading = await events.reading(INCIDENTS_READING);
    expect(reading.asOf).toBe(asOf);
    expect(reading.reason).toContain(reason);
    expect(reading.reason).not.toContain('<');
  });
});
