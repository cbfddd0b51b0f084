import {
  companyNow,
  startCompanySandbox,
} from '../__testUtils__/companySandbox';
import { pagerDutyToken } from '../__testUtils__/testSandbox';
import { createModel } from '../model';

// Real servers: slow machines need patience.
jest.setTimeout(60_000);

const orders = createModel({ now: companyNow }).components.find(
  ({ name }) => name === 'order-service',
);
const serviceId = orders?.pagerDutyServiceId ?? '';

describe('the PagerDuty upstream', () => {
  let sandbox: Awaited<ReturnType<typeof startCompanySandbox>>;

  beforeAll(async () => {
    sandbox = await startCompanySandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  async function ask(
    path: string,
    authorization = `Token token=${pagerDutyToken}`,
  ) {
    const response = await fetch(`${sandbox.url}/pagerduty${path}`, {
      headers: { authorization },
    });
    return {
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    };
  }

  it('shows what burns now and who is on it', async () => {
    const { body } = await ask(
      `/incidents?service_ids[]=${serviceId}&statuses[]=triggered&statuses[]=acknowledged`,
    );
    expect(body).toMatchObject({
      limit: 25,
      offset: 0,
      total: null,
      more: false,
      incidents: [
        {
          type: 'incident',
          title: 'Order creation answers 503 for some shoppers',
          status: 'acknowledged',
          urgency: 'high',
          priority: { summary: 'P2' },
          service: {
            id: serviceId,
            type: 'service_reference',
            summary: 'Order Service',
          },
          created_at: '2026-11-20T13:55:00Z',
          resolved_at: null,
          assignments: [{ assignee: { summary: expect.any(String) } }],
        },
      ],
    });
    const [incident] = body.incidents;
    expect((await ask(`/incidents/${incident.id}`)).body).toEqual({ incident });
    expect((await ask(`/services/${serviceId}`)).body.service).toMatchObject({
      id: serviceId,
      name: 'Order Service',
      status: 'critical',
    });
  });

  it('pages through history without loss or doubles', async () => {
    const range = 'since=2026-08-25T00:00:00Z&until=2026-11-20T15:00:00Z';
    const ids: string[] = [];
    let more = true;
    while (more) {
      const { body } = await ask(
        `/incidents?${range}&limit=40&offset=${ids.length}&total=true`,
      );
      ids.push(...body.incidents.map(({ id }: { id: string }) => id));
      more = body.more;
      expect(
        body.incidents.every(
          ({ created_at: at }: { created_at: string }) =>
            at >= '2026-08-25' && at < '2026-11-20T15:00:00Z',
        ),
      ).toBe(true);
      expect(body.total >= ids.length && more === body.total > ids.length).toBe(
        true,
      );
    }
    expect(ids.length).toBeGreaterThan(60);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['/incidents?since=soon', 400, 2001],
    [
      '/incidents?since=2026-01-01T00:00:00Z&until=2026-11-01T00:00:00Z',
      400,
      2001,
    ],
    [
      '/incidents?since=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z',
      400,
      2001,
    ],
    ['/incidents?statuses[]=open', 400, 2001],
    ['/incidents?limit=x', 400, 2001],
    ['/incidents?offset=9990&limit=50', 400, 2001],
    ['/incidents/QNOTHERE', 404, 2100],
    ['/services/PNOTHERE', 404, 2100],
    ['/schedules', 404, 2100],
  ])('%s is refused with %s', async (path, status, code) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({
      status,
      body: { error: { code, message: expect.any(String) } },
    });
  });

  it('asks for its token and counts requests', async () => {
    const refused = await ask('/incidents', 'Bearer x');
    expect(refused).toMatchObject({
      status: 401,
      body: { error: { code: 2006 } },
    });
    const { headers } = await ask('/incidents');
    expect(Number(headers.get('ratelimit-remaining'))).toBeLessThan(
      Number(headers.get('ratelimit-limit')),
    );
    expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
  });

  it('misbehaves when told to', async () => {
    await sandbox.fault({
      upstream: 'pagerduty',
      mode: 'error',
      status: 502,
      times: 1,
    });
    expect(await ask('/incidents')).toMatchObject({
      status: 502,
      body: { error: { code: 2000 } },
    });
    expect((await ask('/incidents')).status).toBe(200);
  });
});
