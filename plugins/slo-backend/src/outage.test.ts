import type { GateAnswer, SloDetail } from '@arctiq/plugin-slo-common';
import request from 'supertest';
import { openSlo, sloFile } from './__testUtils__/company';
import { NOW, startPlugin } from './__testUtils__/startPlugin';
import { personas } from './__testUtils__/people';
import {
  type Handler,
  json,
  matrix,
  startFakePrometheus,
} from './source/__testUtils__/fakePrometheus';

const DAY = 86_400;
const ID = 'default/order-service/availability';

/** Counters that grow by 1000 events in each slice, one of them bad. */
const answers: Handler = ({ path, form }, response) => {
  if (path.endsWith('/status/runtimeinfo')) {
    json(response, { status: 'success', data: { storageRetention: '90d' } });
    return;
  }
  const [start, end, step] = ['start', 'end', 'step'].map(key =>
    Number(form.get(key)),
  );
  const times = Array.from(
    { length: Math.floor((end - start) / step) + 1 },
    (_, index) => start + index * step,
  );
  const grown = (role: string, count: number) => ({
    metric: {
      slo_part: `${role}:0:grown`,
      job: 'order-service',
      slo: 'availability',
    },
    values: times.map((time): [number, string] => [time, String(count)]),
  });
  json(response, matrix([grown('good', 999), grown('total', 1000)]));
};

describe('Prometheus is away for a day', () => {
  let prometheus: Awaited<ReturnType<typeof startFakePrometheus>>;
  let started: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    prometheus = await startFakePrometheus((_request, response) =>
      response.destroy(),
    );
    started = await startPlugin({
      config: {
        prometheus: { servers: [{ name: 'main', url: prometheus.url }] },
        collector: { backfillDays: 8 },
      },
    });
    started.files.files.set(
      sloFile('order-service'),
      openSlo('availability', 'order-service'),
    );
    await started.readDefinitions();
    await started.measure(ID, 0.001, DAY);
  }, 120_000);
  afterAll(async () => {
    await started?.stop();
    await prometheus?.stop();
  });

  async function get<T>(path: string): Promise<T> {
    const { body, status } = await request(started.server)
      .get(`/api/slo/v1${path}`)
      .set('authorization', personas.owner);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  }
  const gate = () =>
    get<GateAnswer>('/gate?entityRef=component:default/order-service');

  it('answers from the store, says how old and why, and allows nothing', async () => {
    await started.runTask('measure');
    await started.updateBudgets();
    const detail = await get<SloDetail>(`/slos/${ID}`);
    expect(detail.status).toMatchObject({
      quality: 'stale',
      watermark: NOW - DAY,
      remaining: expect.closeTo(0.9, 6),
    });
    expect(detail.status.reasons.join(' ')).toContain('24 h old');
    expect(detail.provenance[0].warnings.join(' ')).toContain("'main'");
    expect(await gate()).toMatchObject({
      decision: 'unknown',
      asOf: new Date((NOW - DAY) * 1000).toISOString(),
    });
    expect(await get('/slos')).toMatchObject({ quality: 'stale' });
  });

  it('catches up when it is back', async () => {
    prometheus.current.handler = answers;
    await started.runTask('measure');
    await started.updateBudgets();
    const detail = await get<SloDetail>(`/slos/${ID}`);
    expect(detail.status).toMatchObject({
      quality: 'complete',
      coverage: 1,
      remaining: expect.closeTo(0.9, 6),
    });
    expect(detail.status.watermark).toBeGreaterThanOrEqual(NOW - 300);
    expect(detail.provenance[0].warnings).toEqual([]);
    expect((await gate()).decision).toBe('allow');
  });
});
