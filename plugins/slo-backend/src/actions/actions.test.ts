import { mockCredentials } from '@backstage/backend-test-utils';
import { FROZEN, startCompany } from '../__testUtils__/startCompany';

describe('actions', () => {
  let company: Awaited<ReturnType<typeof startCompany>>;

  beforeAll(async () => {
    company = await startCompany();
  }, 120_000);
  afterAll(() => company?.stop());

  const credentials = mockCredentials.user('user:default/amara.okafor');

  async function invoke(name: string, input: object, as = credentials) {
    const { output } = await company.actions.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials: as,
    });
    return output;
  }

  it('only read', async () => {
    const { actions } = await company.actions.list();
    expect(actions.map(({ name }) => name)).toEqual([
      'list-burning-slos',
      'get-slo',
      'ask-promotion-gate',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toMatchObject({
        readOnly: true,
        destructive: false,
      });
    }
  });

  it('answer as the routes do', async () => {
    await expect(
      invoke('list-burning-slos', { mine: true, limit: 1 }),
    ).resolves.toMatchObject({
      items: [{ id: FROZEN, state: 'frozen' }],
      totalItems: 2,
      nextCursor: expect.any(String),
    });
    await expect(invoke('get-slo', { id: FROZEN })).resolves.toMatchObject({
      id: FROZEN,
      policy: expect.stringContaining('Gate frozen'),
    });
    await expect(
      invoke('ask-promotion-gate', { entityRef: 'order-service' }),
    ).resolves.toMatchObject({
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
