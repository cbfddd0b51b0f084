import { mockServices } from '@backstage/backend-test-utils';
import { openSlo, sloFile } from '../__testUtils__/company';
import { prepareDefinitions as prepare } from '../__testUtils__/prepareDefinitions';
import { subscribeToPushes } from './subscribeToPushes';

describe('subscribeToPushes', () => {
  const repository = {
    html_url: 'https://github.test/arctiq-commerce/order-service',
  };

  async function push(eventPayload: unknown) {
    const prepared = await prepare();
    const { stores, collector, logger, server } = prepared;
    const events = mockServices.events();
    await subscribeToPushes({
      events,
      store: stores.definitions,
      collector,
      logger,
    });
    server.files.set(
      sloFile('order-service'),
      openSlo('latency', 'order-service'),
    );
    server.reads.length = 0;
    await events.publish({ topic: 'github.push', eventPayload });
    return prepared;
  }

  it('reads the file at once', async () => {
    const commits = [{ added: [], modified: ['slo.yaml'], removed: [] }];
    const { ids, server } = await push({ repository, commits });
    expect(server.reads).toEqual([`sent ${sloFile('order-service')}`]);
    await expect(ids()).resolves.toContain('default/order-service/latency');
  });

  it.each([
    [
      'of another file',
      { repository, commits: [{ modified: ['README.md', 'no-slo.yaml'] }] },
    ],
    [
      'to another repository',
      {
        repository: {
          html_url: 'https://github.test/arctiq-commerce/order-service-2',
        },
        commits: [{ modified: ['slo.yaml'] }],
      },
    ],
    ['that is none', { zen: 'Design for failure.' }],
  ])('ignores one %s', async (_, payload) => {
    const { server } = await push(payload);
    expect(server.reads).toEqual([]);
  });
});
