import { change, OPENSLO, parse, SLOTH, told } from './__testUtils__/files';

const ANCHORS = Array.from(
  { length: 10 },
  (_, level) =>
    `a${level}: &a${level} [${
      level === 0
        ? 'x, x, x'
        : Array(10)
            .fill(`*a${level - 1}`)
            .join(', ')
    }]`,
).join('\n');

describe('one bad document', () => {
  it.each([
    ['an open quote', 'a: "open', '37 : This document is not valid YAML'],
    ['an open bracket', 'a: [1, 2', '37 : This document is not valid YAML'],
    ['a tab as indent', 'a:\n\tb: 1', '38 : This document is not valid YAML'],
    [
      'a key twice',
      'kind: SLO\nkind: SLO',
      '38 : This document is not valid YAML: "kind" is there twice',
    ],
    [
      'an alias bomb',
      ANCHORS,
      '36 : This document refers to so many copies of its own parts that reading it would exhaust memory (an alias bomb)',
    ],
    [
      'brackets without end',
      `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '36 : This document is nested too deeply',
    ],
    [
      'an unknown alias',
      'a: *nothing',
      '36 : This document uses an alias (*name) without its anchor',
    ],
    [
      'a tag that makes objects',
      'a: !!js/function "x"',
      '37 : This document is not valid YAML: Unresolved tag',
    ],
    ['a list', '- a', '37 apiVersion: is missing'],
    ['a text', 'hello', '37 apiVersion: is missing'],
    [
      'another resource of Kubernetes',
      'apiVersion: apps/v1\nkind: Deployment',
      '37 apiVersion: "apps/v1" is no format of SLOs that is read here',
    ],
  ])('harms no other: %s', (_, bad, expected) => {
    const { definitions, problems } = parse(
      `${OPENSLO}---\n${bad}\n---\n${SLOTH}`,
    );

    expect(definitions.map(({ name }) => name)).toEqual([
      'availability',
      'requests',
    ]);
    expect(problems.map(told).join('\n')).toContain(expected);
  });
});

describe('a file that is too much', () => {
  it('is not read above 1 MB', () => {
    expect(parse(`# ${'x'.repeat(1_000_000)}\n${OPENSLO}`)).toEqual({
      definitions: [],
      problems: [
        {
          file: 'slo.yaml',
          severity: 'error',
          message: expect.stringContaining(
            'was not read; 1000000 is the limit',
          ),
        },
      ],
    });
  });

  it('gives only its first 100 SLOs', () => {
    const many = Array.from({ length: 102 }, (_, index) =>
      change(OPENSLO, 'name: availability', `name: slo-${index}`),
    ).join('---\n');
    const { definitions, problems } = parse(many);

    expect(definitions).toHaveLength(100);
    expect(problems.map(told)).toEqual([
      expect.stringContaining('3604 metadata.name: is SLO number 101 or later'),
      expect.stringContaining('3640 metadata.name: is SLO number 101 or later'),
    ]);
  });

  it('is read to document 500', () => {
    const { problems } = parse('---\na: 1\n'.repeat(600));

    expect(problems.map(told)).toContainEqual(
      expect.stringContaining(
        '999 : The file holds 601 documents and only the first 500 were read',
      ),
    );
  });

  it('tells no more than 20 problems of a document', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `x${index}: 1`);
    const { problems } = parse(`${OPENSLO}${lines.join('\n')}`);

    expect(problems).toHaveLength(21);
    expect(told(problems[20])).toContain(
      'This document has more than 20 problems',
    );
  });

  it('is refused 10,000 annotations', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `    a${n}: "1"\n`);
    const { definitions, problems } = parse(
      change(OPENSLO, '  annotations:\n', `  annotations:\n${lines.join('')}`),
    );

    expect(definitions).toEqual([]);
    expect(problems.map(told)).toEqual([
      '8 metadata.annotations: has more than 100 entries: keep what describes the SLO',
    ]);
  });

  it('is refused a query of 20,000 characters', () => {
    const { problems } = parse(
      change(
        OPENSLO,
        'sum(http_requests_total{job="order-service"})',
        `sum(http_requests_total{job="order-service",x="${'x'.repeat(
          20_000,
        )}"})`,
      ),
    );

    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('10000 is the limit'),
    ]);
  });
});

it.each(['', '\n\n', '---\n---\n', '# only a comment', '\uFEFF'])(
  'an empty file holds nothing: %j',
  text => {
    expect(parse(text)).toEqual({ definitions: [], problems: [] });
  },
);

it.each([
  ['a byte order mark', `\uFEFF${OPENSLO}`, 1],
  ['line ends of Windows', OPENSLO.replace(/\n/g, '\r\n'), 1],
  ['an end marker', `${OPENSLO}...\n`, 1],
  ['a comment behind the marker', `--- # first\n${OPENSLO}`, 2],
])('reads a file with %s', (_, text, line) => {
  const { definitions, problems } = parse(text);

  expect(problems).toEqual([]);
  expect(definitions[0].source.line).toBe(line);
});
