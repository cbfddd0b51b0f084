import { SloClient } from './SloClient';

function clientOf(status: number, body: unknown, type = 'application/json') {
  const fetch = jest.fn(
    async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': type },
      }),
  );
  return { fetch, client: new SloClient({ fetchApi: { fetch } }) };
}

const slo = { namespace: 'default', component: 'a b', name: 'x/y' };
const place = 'plugin://slo/v1/slos/default/a%20b/x%2Fy';
const stretch = { from: 0, to: 600, stepSeconds: 300 };
const { signal } = new AbortController();

describe('SloClient', () => {
  it.each<[string, (client: SloClient) => Promise<unknown>, string]>([
    [
      'list',
      client =>
        client.list({ owner: 'group:default/a&b', q: undefined }, { signal }),
      'plugin://slo/v1/slos?owner=group%3Adefault%2Fa%26b',
    ],
    ['list all', client => client.list({}, { signal }), 'plugin://slo/v1/slos'],
    ['get', client => client.get(slo, { signal }), place],
    [
      'series',
      client => client.series(slo, stretch, { signal }),
      `${place}/series?from=0&to=600&stepSeconds=300`,
    ],
    [
      'slices',
      client => client.slices(slo, stretch, { signal }),
      `${place}/slices?from=0&to=600&stepSeconds=300`,
    ],
    [
      'scoreboard',
      client => client.scoreboard({ signal }),
      'plugin://slo/v1/scoreboard',
    ],
    [
      'summary',
      client => client.summary({ owner: 'group:default/a' }, { signal }),
      'plugin://slo/v1/summary?owner=group%3Adefault%2Fa',
    ],
    [
      'gate',
      client =>
        client.gate(
          { entityRef: 'component:a/b', environment: 'prod' },
          { signal },
        ),
      'plugin://slo/v1/gate?entityRef=component%3Aa%2Fb&environment=prod',
    ],
  ])('reads %s', async (_name, call, url) => {
    const { client, fetch } = clientOf(200, { answer: 1 });
    await expect(call(client)).resolves.toEqual({ answer: 1 });
    expect(fetch).toHaveBeenCalledWith(url, { signal });
  });

  it('takes the items out of lists', async () => {
    const { client, fetch } = clientOf(200, { items: [1] });
    await expect(client.rollups('owner')).resolves.toEqual([1]);
    await expect(
      client.problems({ entityRef: 'component:a/b' }),
    ).resolves.toEqual([1]);
    expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([
      'plugin://slo/v1/rollups?by=owner&limit=500',
      'plugin://slo/v1/definitions/problems?entityRef=component%3Aa%2Fb',
    ]);
  });

  it('reads rules as text', async () => {
    const { client } = clientOf(200, 'groups: []', 'application/yaml');
    await expect(client.rules(slo)).resolves.toBe('groups: []');
  });

  it.each<[string, (client: SloClient) => Promise<unknown>, string, object]>([
    [
      'a correction',
      client =>
        client.correct(slo, {
          kind: 'exclusion',
          range: { from: 0, to: 300 },
          reason: 'Load test',
        }),
      `${place}/corrections`,
      {
        kind: 'exclusion',
        range: { from: 0, to: 300 },
        reason: 'Load test',
      },
    ],
    [
      'its end',
      client => client.revokeCorrection(slo, '7/8', 'Wrong day'),
      `${place}/corrections/7%2F8/revoke`,
      { reason: 'Wrong day' },
    ],
    [
      'an exemption',
      client =>
        client.grantExemption({
          entityRef: 'component:a/b',
          cause: 'p0-fix',
          reason: 'Mends it',
          expiresAt: '2026-11-22T00:00:00.000Z',
        }),
      'plugin://slo/v1/exemptions',
      {
        entityRef: 'component:a/b',
        cause: 'p0-fix',
        reason: 'Mends it',
        expiresAt: '2026-11-22T00:00:00.000Z',
      },
    ],
    [
      'the end of one',
      client => client.revokeExemption('9'),
      'plugin://slo/v1/exemptions/9/revoke',
      {},
    ],
  ])('writes %s', async (_name, call, url, body) => {
    const { client, fetch } = clientOf(200, {});
    await call(client);
    expect(fetch).toHaveBeenCalledWith(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  });

  it('passes on what the backend refuses', async () => {
    const { client } = clientOf(403, {
      error: { name: 'NotAllowedError', message: 'Not yours' },
      response: { statusCode: 403 },
    });
    await expect(client.list({})).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: 'Not yours' },
    });
  });
});
