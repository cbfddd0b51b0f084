import type {
  Correction,
  Exemption,
  GateAnswer,
  ReliabilityEvent,
} from '@arctiq/plugin-slo-common';
import { createTestDatabases, openStores } from '../__testUtils__/databases';

const databases = createTestDatabases();
const sloId = 'default/order-service/availability';
const entityRef = 'component:default/order-service';
const revocation = {
  by: 'user:default/mei',
  at: '2026-11-22T10:00:00.000Z',
  reason: 'The window was moved',
};

const correction: Correction = {
  id: 'c1',
  sloId,
  kind: 'planned-maintenance',
  range: { from: 4_000_000_200, to: 4_000_000_800 },
  reason: 'Database upgrade',
  createdBy: 'user:default/amara.okafor',
  createdAt: '2026-11-21T10:00:00.000Z',
};

const exemption: Exemption = {
  id: 'e1',
  entityRef,
  environment: 'prod',
  cause: 'p0-fix',
  reason: 'Fixes the outage itself',
  grantedBy: 'user:default/stephen.okoth',
  grantedAt: '2026-11-21T10:00:00.000Z',
  expiresAt: '2026-11-22T10:00:00.000Z',
};

const deploy: ReliabilityEvent = {
  id: 'deploy:o/r:1',
  kind: 'deploy',
  entityRef,
  title: 'Deploy of v1.2.3',
  url: 'https://github.test/o/r/commit/1',
  start: 1000,
  environment: 'prod',
  label: 'v1.2.3',
  actor: 'amara-okafor',
};
const incident: ReliabilityEvent = {
  id: 'incident:P1',
  kind: 'incident',
  entityRef,
  title: 'Checkout fails',
  start: 2000,
  end: 3000,
  label: 'P1',
};

describe.each(databases.eachSupportedId())('records on %s', id => {
  it('keeps corrections, and their end as a record of its own', async () => {
    const { corrections } = await openStores(await databases.init(id));
    const second = { ...correction, id: 'c2', sloId: 'default/x/y' };
    await corrections.add(correction);
    await corrections.add(second);
    await expect(corrections.list(sloId)).resolves.toEqual([correction]);
    await expect(corrections.inForce()).resolves.toEqual(
      new Map([
        [sloId, [correction]],
        ['default/x/y', [second]],
      ]),
    );
    await expect(corrections.inForce([sloId])).resolves.toEqual(
      new Map([[sloId, [correction]]]),
    );
    const revoked = { ...correction, revoked: revocation };
    await expect(corrections.revoke(sloId, 'c1', revocation)).resolves.toEqual(
      revoked,
    );
    await expect(corrections.list(sloId)).resolves.toEqual([revoked]);
    await expect(corrections.inForce([sloId])).resolves.toEqual(new Map());
    await expect(corrections.revoke(sloId, 'c1', revocation)).rejects.toThrow(
      "'c1' was revoked before",
    );
    await expect(corrections.revoke(sloId, 'c2', revocation)).rejects.toThrow(
      `The SLO '${sloId}' has no correction 'c2'`,
    );
  });

  it('keeps exemptions, and their end as a record of its own', async () => {
    const { exemptions } = await openStores(await databases.init(id));
    await exemptions.add(exemption);
    await expect(exemptions.list()).resolves.toEqual([exemption]);
    await expect(exemptions.list('component:default/x')).resolves.toEqual([]);
    const { by, at } = revocation;
    await exemptions.revoke('e1', revocation);
    await expect(exemptions.list(entityRef)).resolves.toEqual([
      { ...exemption, revoked: { by, at } },
    ]);
    await expect(exemptions.revoke('e1', revocation)).rejects.toThrow(
      'revoked before',
    );
    await expect(exemptions.revoke('e2', revocation)).rejects.toThrow(
      "There is no exemption 'e2'",
    );
  });

  it.each([
    [{ from: 0, to: 5000 }, ['deploy:o/r:1', 'incident:P1']],
    [{ from: 1000, to: 2500 }, ['incident:P1']],
    [{ from: 2500, to: 2600 }, ['incident:P1']],
    [{ from: 3000, to: 5000 }, []],
    [{ from: 0, to: 1000 }, ['deploy:o/r:1']],
  ])('finds the events that touch %p', async (range, expected) => {
    const { events } = await openStores(await databases.init(id));
    await events.write([incident, deploy]);
    await events.write([deploy]);
    const found = await events.list(entityRef, range);
    expect(found.map(event => event.id)).toEqual(expected);
    for (const event of found) {
      expect([deploy, incident]).toContainEqual(event);
    }
  });

  it('follows an incident to its end, and forgets what is old', async () => {
    const { events } = await openStores(await databases.init(id));
    const { end: _, ...open } = incident;
    await events.write([open, deploy]);
    await expect(events.open()).resolves.toEqual([open]);
    await expect(
      events.list(entityRef, { from: 900_000, to: 900_300 }),
    ).resolves.toEqual([open]);
    await events.write([incident]);
    await expect(events.open()).resolves.toEqual([]);
    await expect(events.known([deploy.id, 'x'], [entityRef])).resolves.toEqual(
      new Set([deploy.id]),
    );
    await expect(
      events.known([deploy.id], [entityRef, 'component:default/new']),
    ).resolves.toEqual(new Set());
    await events.prune(2500);
    await expect(
      events.list(entityRef, { from: 0, to: 9000 }),
    ).resolves.toEqual([incident]);
  });

  it('keeps how far a source of events is read', async () => {
    const { events } = await openStores(await databases.init(id));
    await expect(events.reading('deploys')).resolves.toEqual({});
    const reading = { etag: '"1"', asOf: revocation.at, reason: 'r' };
    await events.setReading('deploys', { reason: 'x' });
    await events.setReading('deploys', reading);
    await expect(events.reading('deploys')).resolves.toEqual(reading);
  });

  it('keeps every answer of the gate', async () => {
    const { gateLog } = await openStores(await databases.init(id));
    const answer: GateAnswer = {
      decision: 'freeze',
      entityRef,
      environment: 'prod',
      budgetRemaining: 0.02,
      policy: undefined,
      reasons: [],
    };
    const entry = {
      askedAt: revocation.at,
      askedBy: 'user:default/mei',
      answer,
    };
    await gateLog.append(entry);
    await gateLog.append({ ...entry, askedBy: 'external:github:repo:o/r' });
    const kept = await gateLog.list(entityRef, 10);
    expect(kept.map(({ askedBy }) => askedBy)).toEqual([
      'external:github:repo:o/r',
      'user:default/mei',
    ]);
    expect(kept[1]).toEqual(entry);
  });

  it('keeps titles', async () => {
    const { titles } = await openStores(await databases.init(id));
    await titles.put(new Map([['group:default/a', 'A']]));
    await titles.put(
      new Map([
        ['group:default/a', 'B'],
        ['group:default/c', 'C'],
      ]),
    );
    await expect(titles.all()).resolves.toEqual(
      new Map([
        ['group:default/a', 'B'],
        ['group:default/c', 'C'],
      ]),
    );
  });
});
