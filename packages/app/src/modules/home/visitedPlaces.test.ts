import { titleOfPath, visitedPlaces } from './visitedPlaces';

function visit(pathname: string, entityRef?: string) {
  return {
    id: pathname,
    name: entityRef ? 'order-service' : 'Arctiq Portal',
    pathname,
    hits: 1,
    timestamp: 1,
    ...(entityRef && { entityRef }),
  };
}

describe('titleOfPath', () => {
  it.each([
    ['/', 'Home'],
    ['/catalog-import', 'Catalog import'],
    ['/create/templates/default/node-service', 'Create: node-service'],
    ['/slos/default/order-service/latency', 'SLOs: latency'],
    ['/docs/default/component/caf%C3%A9', 'Docs: café'],
  ])('calls %s "%s"', (pathname, title) => {
    expect(titleOfPath(pathname)).toBe(title);
  });
});

describe('visitedPlaces', () => {
  it('names each place once, without the home page', () => {
    const ref = 'component:default/order-service';
    const page = '/catalog/default/component/order-service';

    expect(
      visitedPlaces(
        [
          visit('/'),
          visit(`${page}/docs`, ref),
          visit(page, ref),
          visit('/search'),
          visit('/search'),
        ],
        5,
      ).map(({ href, title }) => [href, title]),
    ).toEqual([
      [`${page}/docs`, 'order-service'],
      ['/search', 'Search'],
    ]);
  });

  it('stops at the limit', () => {
    expect(
      visitedPlaces([visit('/a'), visit('/b'), visit('/c')], 2),
    ).toHaveLength(2);
  });
});
