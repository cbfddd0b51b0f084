import type { GateAnswer, SloDetail } from '@arctiq/plugin-slo-common';
import request from 'supertest';
import { componentEntity, openSlo, sloFile } from './__testUtils__/company';
import { type Persona, personas } from './__testUtils__/people';
import { NOW, startPlugin } from './__testUtils__/startPlugin';

/** Components by what is known of them: ratio of errors and age of the last measurement in seconds. */
const KNOWN: Record<string, { errors: number; age?: number } | undefined> = {
  fresh: { errors: 0.001 },
  shrinking: { errors: 0.006 },
  small: { errors: 0.008 },
  frozen: { errors: 0.0095 },
  overspent: { errors: 0.02 },
  'old-but-good': { errors: 0.001, age: 3600 },
  'old-and-frozen': { errors: 0.0095, age: 3600 },
  'never-measured': undefined,
};

async function start() {
  const names = Object.keys(KNOWN);
  const started = await startPlugin({
    entities: [
      ...names.map(name => componentEntity(name, 'orders')),
      componentEntity('without-slos', 'orders', {
        annotations: { 'arctiq.io/slo': '' },
      }),
    ],
  });
  names.forEach(name =>
    started.files.files.set(sloFile(name), openSlo('availability', name)),
  );
  await started.readDefinitions();
  for (const [name, known] of Object.entries(KNOWN)) {
    if (known) {
      const id = `default/${name}/availability`;
      await started.measure(id, known.errors, known.age);
    }
  }
  await started.updateBudgets();
  return started;
}

describe('gate', () => {
  let started: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    started = await start();
  }, 120_000);
  afterAll(() => started?.stop());

  async function ask(
    name: string,
    persona: Persona = 'otherTeam',
    environment?: string,
  ): Promise<GateAnswer> {
    const { body, status } = await request(started.server)
      .get('/api/slo/v1/gate')
      .query({ entityRef: `component:default/${name}`, environment })
      .set('authorization', personas[persona]);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body;
  }

  function post(path: string, persona: Persona, body: object) {
    return request(started.server)
      .post(`/api/slo/v1${path}`)
      .set('authorization', personas[persona])
      .send(body);
  }

  it.each([
    ['fresh', 'allow', expect.closeTo(0.9, 6), 'Ship freely'],
    ['shrinking', 'caution', expect.closeTo(0.4, 6), 'Features freeze'],
    ['small', 'caution', expect.closeTo(0.2, 6), 'Deploys freeze'],
    ['frozen', 'freeze', expect.closeTo(0.05, 6), 'Gate frozen'],
    ['overspent', 'freeze', expect.closeTo(-1, 6), 'Gate frozen'],
    ['old-but-good', 'unknown', expect.closeTo(0.9, 6), 'Ship freely'],
    ['old-and-frozen', 'freeze', expect.closeTo(0.05, 6), 'Gate frozen'],
    ['never-measured', 'unknown', undefined, undefined],
    ['without-slos', 'unknown', undefined, undefined],
  ])('answers for %s: %s', async (name, decision, remaining, step) => {
    const answer = await ask(name);
    expect(answer.decision).toBe(decision);
    expect(answer.policy?.name).toBe(step);
    expect(answer.budgetRemaining).toEqual(remaining);
    const { age = 0 } = KNOWN[name] ?? {};
    expect(answer.asOf).toBe(
      remaining === undefined
        ? undefined
        : new Date((NOW - age) * 1000).toISOString(),
    );
    expect(answer.reasons).toHaveLength(name === 'without-slos' ? 0 : 1);
    expect(answer.environment).toBe('prod');
  });

  it('keeps every answer with who asked, and audits it', async () => {
    const entityRef = 'component:default/frozen';
    const before = await started.stores.gateLog.list(entityRef, 1000);
    const answer = await ask('frozen', 'pipeline', 'staging');
    const [newest, ...rest] = await started.stores.gateLog.list(
      entityRef,
      1000,
    );
    expect(rest).toHaveLength(before.length);
    expect(newest).toEqual({
      askedAt: expect.any(String),
      askedBy:
        'external:github:repo:arctiq-commerce/order-service:ref:refs/heads/main',
      answer,
    });
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'gate-ask',
        meta: { entityRef, environment: 'staging' },
      }),
    );
    expect(started.audit.success).toHaveBeenCalledWith({
      meta: { decision: 'freeze', budgetRemaining: answer.budgetRemaining },
    });
  });

  it('lets a director open it for one environment and a time, and close it again', async () => {
    const granted = await post('/exemptions', 'director', {
      entityRef: 'overspent',
      environment: 'prod',
      cause: 'p0-fix',
      reason: 'This deploy mends what spends the budget',
      expiresAt: new Date((NOW + 7200) * 1000).toISOString(),
    });
    expect(granted.status).toBe(201);
    expect(granted.body).toMatchObject({
      entityRef: 'component:default/overspent',
      grantedBy: 'user:default/victoria.langford',
    });
    const answer = await ask('overspent');
    expect(answer).toMatchObject({
      decision: 'caution',
      exemption: granted.body,
    });
    expect(answer.reasons[0].message).toContain(
      'Exempted by user:default/victoria.langford',
    );
    await expect(ask('overspent', 'owner', 'staging')).resolves.toMatchObject({
      decision: 'freeze',
    });
    await expect(ask('frozen')).resolves.toMatchObject({ decision: 'freeze' });
    const revoke = `/exemptions/${granted.body.id}/revoke`;
    const revoked = await post(revoke, 'platform', {});
    expect(revoked.body.revoked).toMatchObject({
      by: 'user:default/jonas.lindqvist',
    });
    await expect(ask('overspent')).resolves.toMatchObject({
      decision: 'freeze',
    });
    const again = await post(revoke, 'platform', {});
    expect(again.status).toBe(409);
    const listed = await request(started.server)
      .get('/api/slo/v1/exemptions?entityRef=overspent')
      .set('authorization', personas.owner);
    expect(listed.body.items).toEqual([revoked.body]);
  });

  it('says which deploy spent the budget', async () => {
    const start_ = NOW - 2 * 86_400;
    await started.stores.events.write([
      {
        id: 'deploy:arctiq-commerce/small:7',
        kind: 'deploy',
        entityRef: 'component:default/small',
        title: 'Deploy of v7',
        url: 'https://github.test/arctiq-commerce/small/commit/7',
        start: start_,
        environment: 'prod',
        label: 'v7',
      },
    ]);
    const { reasons } = await ask('small');
    // An hour of 168 at 0.8 times the even pace.
    expect(reasons[0].spentBy).toEqual({
      title: 'Deploy of v7',
      url: 'https://github.test/arctiq-commerce/small/commit/7',
      spent: expect.closeTo(0.8 / 168, 6),
    });
    const { body } = await request(started.server)
      .get('/api/slo/v1/slos/default/small/availability')
      .set('authorization', personas.owner);
    expect((body as SloDetail).events).toMatchObject([
      { event: { label: 'v7' }, from: start_, needsPostmortem: false },
    ]);
  });

  it('follows a correction at once, and its revocation', async () => {
    const correction = await post(
      '/slos/default/shrinking/availability/corrections',
      'platform',
      {
        kind: 'exclusion',
        range: { from: NOW - 3 * 86_400 + 7, to: NOW - 86_400 - 7 },
        reason: 'A load test was counted as traffic',
      },
    );
    expect(correction.status).toBe(201);
    // Whole slices: the start is rounded down, the end up.
    expect(correction.body.range).toEqual({
      from: NOW - 3 * 86_400,
      to: NOW - 86_400,
    });
    const id = 'default/shrinking/availability';
    const read = async () =>
      (await started.stores.statuses.get(id))?.summary.status;
    const corrected = await read();
    expect(corrected?.events).toBe(5 * 288 * 1000);
    await post(
      `/slos/${id}/corrections/${correction.body.id}/revoke`,
      'platform',
      { reason: 'It was real traffic' },
    );
    expect((await read())?.events).toBe(7 * 288 * 1000);
    const { body } = await request(started.server)
      .get(`/api/slo/v1/slos/${id}/corrections`)
      .set('authorization', personas.owner);
    expect(body.items).toMatchObject([
      {
        reason: 'A load test was counted as traffic',
        revoked: { reason: 'It was real traffic' },
      },
    ]);
  });
});
