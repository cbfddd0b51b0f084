import { change, OPENSLO, parse, told } from './__testUtils__/files';

// The expectation is what a person reads: line, field, message.
describe('a bad OpenSLO document', () => {
  it.each([
    [
      'target: 0.9995',
      'target: 1',
      '35 spec.objectives[0].target: A target of 100 % leaves no error budget',
    ],
    [
      'target: 0.9995',
      'targetPercent: 100',
      '35 spec.objectives[0].targetPercent: A target of 100 % leaves no error budget',
    ],
    [
      'target: 0.9995',
      'target: 0',
      '35 spec.objectives[0].target: A target of 0 is kept by a service that never works',
    ],
    [
      'target: 0.9995',
      'target: 99.9',
      '35 spec.objectives[0].target: A target is a share below 1: write 0.999, or targetPercent: 99.9',
    ],
    [
      'target: 0.9995',
      'target: 9.995e-1',
      '35 spec.objectives[0].target: "9.995e-1" is no plain decimal number',
    ],
    [
      'target: 0.9995',
      'target: -0.5',
      '35 spec.objectives[0].target: "-0.5" is no plain decimal number',
    ],
    [
      'target: 0.9995',
      'target: "0.9995"',
      '35 spec.objectives[0].target: must be a number, not a text',
    ],
    [
      'target: 0.9995',
      'target: .nan',
      '35 spec.objectives[0].target: must be a number',
    ],
    [
      'target: 0.9995',
      'target:',
      '35 spec.objectives[0].target: is empty: write a number',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n      targetPercent: 99.95',
      '36 spec.objectives[0].targetPercent: stands beside target: keep one of them',
    ],
    [
      '\n      target: 0.9995',
      '',
      '34 spec.objectives[0].target: is missing: write target (0.999) or targetPercent (99.9)',
    ],
    [
      'target: 0.9995',
      'targt: 0.9995',
      '35 spec.objectives[0].targt: unknown field "targt", did you mean "target"?',
    ],
    [
      'service: order-service',
      'svc: order-service',
      '12 spec.svc: unknown field "svc"; known here: description, service, indicator',
    ],
    [
      'kind: SLO\n',
      'kind: Slo\n',
      '2 kind: unknown kind "Slo", did you mean "SLO"?',
    ],
    ['kind: SLO\n', '', '1 kind: is missing: write one of SLO, SLI'],
    [
      'apiVersion: openslo/v1',
      'apiVersion: openslo.com/v2alpha',
      '1 apiVersion: This version of OpenSLO is not read',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: v1',
      '1 apiVersion: "v1" is no format of SLOs that is read here',
    ],
    ['apiVersion: openslo/v1\n', '', '1 apiVersion: is missing: known here'],
    [
      'name: availability',
      'name: Order_Availability',
      '4 metadata.name: is not a name of RFC 1123, and the name becomes part of addresses and of rule names: write 1 to 63 lower case letters, digits and hyphens that start and end with a letter or digit, for example "order-availability"',
    ],
    [
      'name: availability',
      `name: ${'a'.repeat(64)}`,
      '4 metadata.name: is not a name of RFC 1123',
    ],
    [
      'team: orders',
      'tier: 1',
      '7 metadata.labels.tier: must be a text or a list of texts: put numbers and true or false in quotes',
    ],
    [
      'https://runbooks.example.com/orders',
      'data:text/html,x',
      '9 metadata.annotations."arctiq.io/runbook-url": "data:text/html,x" is no web address',
    ],
  ])('is refused: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(OPENSLO, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
    expect(problems[0].file).toBe('slo.yaml');
  });
});
