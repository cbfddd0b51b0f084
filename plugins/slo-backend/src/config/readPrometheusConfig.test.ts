import { ConfigReader } from '@backstage/config';
import { readCollectorConfig } from './readCollectorConfig';
import { readPrometheusConfig } from './readPrometheusConfig';

function prometheus(section: object) {
  return readPrometheusConfig(
    new ConfigReader({ slo: { prometheus: section } }),
  );
}

const server = { name: 'main', url: 'https://prometheus.example.com/' };

describe('readPrometheusConfig', () => {
  it('reads servers with their defaults', () => {
    expect(prometheus({ servers: [server] })).toEqual({
      fallback: 'main',
      servers: [
        {
          ...{ name: 'main', url: 'https://prometheus.example.com' },
          ...{ auth: { kind: 'none' }, flavour: 'prometheus', concurrency: 4 },
          timeoutMs: 30_000,
        },
      ],
    });
    expect(readPrometheusConfig(new ConfigReader({}))).toBeUndefined();
  });

  it('reads everything that may be said', () => {
    const mimir = {
      ...{
        name: 'mimir',
        url: 'http://mimir/prometheus/api/v1',
        tenant: 'a|b',
      },
      ...{ flavour: 'mimir', concurrency: 2, timeout: 60 },
      ...{ ca: 'PEM', auth: { username: 'u', password: 'p' } },
    };
    const thanos = { ...server, flavour: 'thanos', auth: { token: 't' } };
    expect(
      prometheus({ servers: [thanos, mimir], default: 'mimir' }),
    ).toMatchObject({
      fallback: 'mimir',
      servers: [
        { flavour: 'thanos', auth: { kind: 'bearer', token: 't' } },
        {
          ...{ url: 'http://mimir/prometheus', tenant: 'a|b', ca: 'PEM' },
          ...{ flavour: 'mimir', concurrency: 2, timeoutMs: 60_000 },
          auth: { kind: 'basic', username: 'u', password: 'p' },
        },
      ],
    });
  });

  it.each([
    ['no server', { servers: [] }, /is empty/],
    ['two of one name', { servers: [server, server] }, /one name/],
    [
      'an unknown default',
      { servers: [server], default: 'x' },
      /default is 'x'/,
    ],
    [
      'no address',
      { servers: [{ ...server, url: 'prometheus:9090' }] },
      /servers\[0\]\.url/,
    ],
    [
      'credentials in it',
      { servers: [{ ...server, url: 'http://a:b@c' }] },
      /under auth/,
    ],
    [
      'an unknown flavour',
      { servers: [{ ...server, flavour: 'influx' }] },
      /flavour is 'influx'/,
    ],
    [
      'no concurrency',
      { servers: [{ ...server, concurrency: 0 }] },
      /concurrency is 0/,
    ],
    ['no time', { servers: [{ ...server, timeout: 0 }] }, /timeout is 0/],
    [
      'two ways to log in',
      { servers: [{ ...server, auth: { token: 't', username: 'u' } }] },
      /both/,
    ],
    [
      'no password',
      { servers: [{ ...server, auth: { username: 'u' } }] },
      /password/,
    ],
  ])('refuses %s', (_, section, message) => {
    expect(() => prometheus(section)).toThrow(message);
  });
});

describe('readCollectorConfig', () => {
  it('has defaults', () => {
    expect(readCollectorConfig(new ConfigReader({}))).toMatchObject({
      schedule: { frequency: { seconds: 30 }, scope: 'global' },
      ranges: {
        ...{ lateDataSeconds: 900, backfillSeconds: 7_776_000 },
        settleSeconds: 30,
      },
      retention: { compactAfterDays: 90, retentionMonths: 25 },
    });
  });

  it('reads numbers and the schedule, and refuses nonsense', () => {
    const collector = {
      ...{ lateDataMinutes: 30, backfillDays: 7, compactAfterDays: 30 },
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 10 } },
    };
    expect(
      readCollectorConfig(new ConfigReader({ slo: { collector } })),
    ).toMatchObject({
      schedule: { frequency: { minutes: 5 } },
      ranges: { lateDataSeconds: 1800, backfillSeconds: 604_800 },
    });
    expect(() =>
      readCollectorConfig(
        new ConfigReader({ slo: { collector: { backfillDays: -1 } } }),
      ),
    ).toThrow('slo.collector.backfillDays is -1');
  });
});
