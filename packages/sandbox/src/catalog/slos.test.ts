import { parseDefinitions } from '@arctiq/plugin-slo-common';
import { parseAllDocuments } from 'yaml';
import { createModel } from '../model';
import { TEST_NOW, TEST_OPTIONS } from './__testUtils__/loadCatalog';
import { catalogRepositories } from '.';

const model = createModel({ now: TEST_NOW });
const { repositories } = catalogRepositories(model, TEST_OPTIONS);
const files = repositories.flatMap(({ name, files: all }) =>
  all
    .filter(({ path }) => path.endsWith('slo.yaml'))
    .map(({ path, content }) => ({ repository: name, path, content })),
);
const parsed = files.map(({ repository, path, content }) => ({
  repository,
  ...parseDefinitions(content, {
    file: `${repository}/${path}`,
    entityRef: `component:default/${repository}`,
  }),
}));
const definitions = parsed.flatMap(one => one.definitions);

describe('the objectives in the repositories', () => {
  it('are about three for each component, in a file that its entity names', () => {
    expect(files).toHaveLength(model.components.length);
    expect(definitions.length / files.length).toBeGreaterThan(2.8);
    expect(definitions.length / files.length).toBeLessThan(3.3);
    for (const { repository, path, content } of files) {
      expect(parseAllDocuments(content).flatMap(one => one.errors)).toEqual([]);
      const entityFile = path.replace('slo.yaml', 'catalog-info.yaml');
      const entity = repositories
        .find(({ name }) => name === repository)
        ?.files.find(file => file.path === entityFile);
      expect(entity?.content).toContain('arctiq.io/slo: slo.yaml');
    }
  });

  it('are understood by the portal without an error', () => {
    const errors = parsed
      .flatMap(({ problems }) => problems)
      .filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(
      definitions.length,
    );
  });

  it('are of every kind that the portal knows', () => {
    const kinds = (of: (one: (typeof definitions)[number]) => string) =>
      new Set(definitions.map(of));
    expect(kinds(one => one.format)).toEqual(
      new Set(['openslo/v1', 'sloth/v1', 'pyrra/v1alpha1']),
    );
    expect(kinds(one => one.budgetingMethod)).toEqual(
      new Set(['Occurrences', 'Timeslices', 'RatioTimeslices']),
    );
    expect(kinds(one => one.window.kind)).toEqual(
      new Set(['rolling', 'calendar']),
    );
    expect(kinds(one => one.objectives[0].indicator.kind)).toEqual(
      new Set(['ratio', 'raw-ratio', 'threshold']),
    );
    const composites = definitions.filter(
      ({ objectives }) => objectives.length > 1,
    );
    expect(composites.map(({ name }) => name)).toEqual(['checkout-journey']);
    expect(
      definitions.filter(({ alerts }) => alerts.length > 0).length,
    ).toBeGreaterThan(10);
  });

  it.each([
    ['order-service-availability', '0.9995'],
    ['payment-service-availability', '0.9995'],
    ['search-service-availability', '0.999'],
    ['order-service-latency', '0.95'],
    ['api-gateway-latency', '0.99'],
  ])('%s is %s, as company.md wants it', (name, target) => {
    const found = definitions.find(one => one.name === name);
    expect(found?.objectives[0].target).toBe(target);
  });
});
