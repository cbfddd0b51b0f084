import fs from 'node:fs';
import path from 'node:path';
import { pluginIds, routeOf } from './routeOf';

describe('routeOf', () => {
  it.each([
    ['/api/catalog/entities?filter=kind=component', 'catalog'],
    ['/api/slo/v1/gate', 'slo'],
    ['/api/slo', 'slo'],
    ['/.backstage/health/v1/readiness', 'health'],
    ['/static/main.3f2a.js', 'static'],
    ['/catalog/default/component/order-service', 'page'],
    ['/', 'page'],
    ['/?next=/api/catalog', 'page'],
  ])('knows what %s is for', (url, route) => {
    expect(routeOf(url)).toBe(route);
  });

  it.each([
    '/api/no-such-plugin/x',
    '/api/%63atalog/entities',
    '/api/constructor',
    '/api/CATALOG',
  ])('makes no label of its own from %s', url => {
    expect(routeOf(url)).toBe('other');
  });

  it('knows every plugin of the backend', () => {
    const source = fs.readFileSync(
      path.join(__dirname, '..', 'index.ts'),
      'utf8',
    );
    const ids = [
      ...source.matchAll(/import\('@[a-z]+\/plugin-([a-z-]+)-backend'\)/g),
    ].map(([, id]) => id);
    expect(ids).toContain('catalog');
    expect(ids.filter(id => !pluginIds.has(id))).toEqual([]);
  });
});
