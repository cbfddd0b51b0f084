import {
  change,
  OPENSLO,
  parse,
  PYRRA,
  SLOTH,
  told,
} from './__testUtils__/files';

it('reads all formats in one file, in its order', () => {
  const { definitions, problems } = parse(
    [SLOTH, OPENSLO, PYRRA].join('---\n'),
  );

  expect(problems).toEqual([]);
  expect(definitions.map(({ id }) => id)).toEqual([
    'default/order-service/requests',
    'default/order-service/availability',
    'default/order-service/latency',
  ]);
});

it('refuses one name in two formats', () => {
  const { definitions, problems } = parse(
    [PYRRA, change(SLOTH, 'name: requests', 'name: latency')].join('---\n'),
  );

  expect(definitions.map(({ format }) => format)).toEqual(['pyrra/v1alpha1']);
  expect(problems.map(told)).toEqual([
    '21 slos[0].name: Another SLO with the name "latency" begins on line 1; this one is not used. Names are unique per component',
  ]);
});
