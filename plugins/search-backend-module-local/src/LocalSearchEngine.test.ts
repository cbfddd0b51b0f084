import { once } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { LocalSearchEngine } from './LocalSearchEngine';

describe('LocalSearchEngine', () => {
  const engine = new LocalSearchEngine({ logger: mockServices.logger.mock() });

  it('finds nothing of a kind that was never indexed', async () => {
    await expect(
      engine.query({ term: 'orders', types: ['techdocs'] }),
    ).resolves.toEqual({ results: [], numberOfResults: 0 });
  });

  it('finds what was indexed', async () => {
    const indexer = await engine.getIndexer('software-catalog');
    indexer.write({
      title: 'Order Service',
      text: 'Takes orders',
      location: '/a',
    });
    indexer.end();
    await once(indexer, 'close');
    const { results } = await engine.query({
      term: 'order',
      types: ['software-catalog'],
    });
    expect(results.map(({ document }) => document.title)).toEqual([
      'Order Service',
    ]);
  });

  it('still fails when a query cannot be understood', async () => {
    const strict = new LocalSearchEngine({
      logger: mockServices.logger.mock(),
    });
    strict.setTranslator(() => {
      throw new Error('what does that mean?');
    });
    await expect(strict.query({ term: 'order' })).rejects.toThrow(
      'what does that mean?',
    );
  });
});
