import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createCatalogRegisterAction } from './createCatalogRegisterAction';

const TARGET = 'http://github/acme/returns-api/blob/main/catalog-info.yaml';
const REF = 'component:default/returns-api';

function component(overrides: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'returns-api',
      annotations: {
        'backstage.io/managed-by-origin-location': `url:${TARGET}`,
      },
    },
    spec: { owner: 'orders', system: 'returns' },
    ...overrides,
  };
}

const complete = component({
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/orders' },
    { type: 'partOf', targetRef: 'system:default/returns' },
  ],
});

function run(options: {
  described?: Entity[] | Error;
  seen: Array<Entity | undefined>;
  timeoutSeconds?: number;
}) {
  const seen = [...options.seen];
  const catalog = catalogServiceMock.mock({
    addLocation: async request => {
      if (request.dryRun && options.described instanceof Error) {
        throw options.described;
      }
      return {
        location: { id: '1', type: 'url', target: TARGET, entityRef: 'l' },
        entities: request.dryRun
          ? ((options.described ?? [component()]) as Entity[])
          : [],
      };
    },
    getEntityByRef: async () => (seen.length > 1 ? seen.shift() : seen[0]),
  });
  const context = createMockActionContext({
    input: {
      repoContentsUrl: 'http://github/acme/returns-api/blob/main',
      timeoutSeconds: options.timeoutSeconds,
    },
    logger: mockServices.logger.mock(),
    getInitiatorCredentials: async () => mockCredentials.user(),
  });
  const action = createCatalogRegisterAction({ catalog });
  return { catalog, context, done: action.handler(context) };
}

describe('golden-path:catalog:register', () => {
  it('registers as the person and waits for the relations', async () => {
    const { catalog, context, done } = run({
      described: [{ ...component(), kind: 'Location' }, component()],
      seen: [undefined, component(), complete],
    });
    await done;
    expect(catalog.addLocation.mock.calls).toEqual([
      [
        { type: 'url', target: TARGET, dryRun: true },
        { credentials: mockCredentials.user() },
      ],
      [
        { type: 'url', target: TARGET, onConflict: 'refresh' },
        { credentials: mockCredentials.user() },
      ],
    ]);
    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(3);
    expect(context.output).toHaveBeenCalledWith('entityRef', REF);
    expect(context.output).toHaveBeenCalledWith('catalogInfoUrl', TARGET);
  });

  it('tells what is wrong with a file and registers nothing', async () => {
    const { catalog, done } = run({
      described: Object.assign(new Error('Request failed'), {
        body: { error: { message: 'InputError: Component lacks spec.owner' } },
      }),
      seen: [undefined],
    });
    await expect(done).rejects.toThrow(
      /does not accept http:\S+: InputError: Component lacks spec\.owner.*press Retry/,
    );
    expect(catalog.addLocation).toHaveBeenCalledTimes(1);
  });

  it('tells when a file describes nothing', async () => {
    await expect(
      run({ described: [], seen: [undefined] }).done,
    ).rejects.toThrow('describes no entity');
  });

  it('passes on the errors of the entity', async () => {
    const broken = {
      ...complete,
      status: { items: [{ level: 'error', message: 'owner does not exist' }] },
    } as Entity;
    await expect(run({ seen: [broken] }).done).rejects.toThrow(
      /found errors in \S+: owner does not exist/,
    );
  });

  it('does not take an entity of another file for its own', async () => {
    const other = component({
      metadata: {
        name: 'returns-api',
        annotations: { 'backstage.io/managed-by-origin-location': 'url:other' },
      },
    });
    await expect(run({ seen: [other] }).done).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('comes from url:other'),
    });
  });

  it('ends when the entity does not come in time', async () => {
    await expect(
      run({ seen: [component()], timeoutSeconds: 0.6 }).done,
    ).rejects.toThrow(/did not show it within 0\.6 s.*Retry/);
  });
});
