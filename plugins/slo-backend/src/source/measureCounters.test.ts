import { json, matrix, refusal } from './__testUtils__/fakePrometheus';
import {
  availability,
  end,
  jobsOf,
  metric,
  part,
  range,
} from './__testUtils__/slices';
import { startSource } from './__testUtils__/startSource';

const { signal } = new AbortController();

type Started = Awaited<ReturnType<typeof startSource>>;

describe('counters', () => {
  let server: Started['server'];
  let source: Started['source'];
  let measureOne: Started['measureOne'];
  let answer: Started['answer'];
  let stop: () => Promise<unknown>;

  beforeEach(async () => {
    const started = await startSource();
    ({ server, source, measureOne, answer } = started);
    stop = () => started.server.stop();
  });

  afterEach(() => stop());

  it('counts fifty objectives with one query', async () => {
    server.current.handler = (request, response) =>
      json(
        response,
        matrix(
          jobsOf(request).flatMap(job => [
            part('good:0:grown', ['9', '8'], { job }),
            part('total:0:grown', ['10', job.slice(1)], { job }),
          ]),
        ),
      );
    const objectives = Array.from({ length: 120 }, (_, n) => ({
      ...{ key: `k${n}`, indicator: availability(`j${n + 10}`) },
    }));
    const found = await source.measure(objectives, range, signal);
    expect(server.seen).toHaveLength(3);
    expect(found.size).toBe(120);
    expect(found.get('k7')).toEqual({
      kind: 'measured',
      slices: [
        { end: end - 300, state: 'measured', good: 9000, total: 10_000 },
        { end, state: 'measured', good: 8000, total: 17_000 },
      ],
    });
  });

  it.each<[string, ReturnType<typeof part>[], object]>([
    ['an unknown series', [], { state: 'no-data', total: 0 }],
    [
      'a counter that stood still',
      [part('total:0:grown', ['0', '0']), part('good:0:grown', ['0', '0'])],
      { state: 'no-traffic', total: 0 },
    ],
    [
      'a series that is there for the first time',
      [part('total:0:born', ['0', '0']), part('good:0:born', ['0', '0'])],
      { state: 'no-traffic', total: 0 },
    ],
    [
      'old, new and first samples',
      [
        part('total:0:grown', ['1', '10']),
        part('total:0:born', ['1', '5']),
        part('total:0:first', ['1', '2']),
        part('good:0:grown', ['1', '16']),
      ],
      { state: 'measured', good: 16_000, total: 17_000 },
    ],
    [
      'fractions',
      [
        part('total:0:grown', ['1', '10.0004']),
        part('good:0:grown', ['1', '9.9996']),
      ],
      { good: 10_000, total: 10_000 },
    ],
    [
      'good above total',
      [part('total:0:grown', ['1', '10']), part('good:0:grown', ['1', '11'])],
      {
        good: 10_000,
        total: 10_000,
        reason: expect.stringContaining('11 good events of 10'),
      },
    ],
    [
      'good that is nowhere',
      [part('total:0:grown', ['1', '10'])],
      {
        good: 0,
        total: 10_000,
        reason: expect.stringContaining('found no series'),
      },
    ],
    [
      'NaN',
      [part('total:0:grown', ['1', 'NaN'])],
      {
        state: 'unmeasured',
        reason: 'The source answered NaN, which cannot be counted.',
      },
    ],
    [
      'infinity',
      [part('total:0:grown', ['1', '5']), part('good:0:grown', ['1', '+Inf'])],
      {
        state: 'unmeasured',
        reason: 'The source answered Infinity, which cannot be counted.',
      },
    ],
  ])('makes a slice of %s', async (_, parts, expected) => {
    answer(
      ...parts.map(one => ({
        ...one,
        metric: { ...one.metric, job: 'a' },
      })),
    );
    const measured = await measureOne(availability('a'));
    expect(measured).toMatchObject({
      slices: [{ end: end - 300 }, { end, ...expected }],
    });
  });

  it('counts bad events, of which there may be no series', async () => {
    answer(
      part('total:0:grown', ['10', '10']),
      part('bad:0:grown', [undefined, '3']),
    );
    const measured = await measureOne({
      ...{ kind: 'ratio', counter: true },
      ...{ bad: metric('sum(e)'), total: metric('sum(t)') },
    });
    expect(measured).toMatchObject({
      slices: [
        { good: 10_000, total: 10_000 },
        { good: 7000, total: 10_000 },
      ],
    });
  });

  it('reads the samples where a counter was reset', async () => {
    server.current.handler = ({ path, form }, response) => {
      if (path.endsWith('/query_range')) {
        json(
          response,
          matrix(
            ['good', 'total'].flatMap(role => [
              part(`${role}:0:grown`, ['5', '-90'], { job: 'a' }),
              part(`${role}:0:resets`, ['1', '2'], { job: 'a' }),
              part(`${role}:0:resets-before`, ['1', '1'], { job: 'a' }),
            ]),
          ),
        );
        return;
      }
      const good = form.get('query')?.includes('code');
      json(
        response,
        matrix([
          {
            metric: { job: 'a', instance: 'i' },
            values: [
              [end - 310, '100'],
              [end - 200, good ? '105' : '110'],
              [end - 10, '7'],
            ],
          },
        ]),
      );
    };
    const measured = await measureOne(availability('a'));
    expect(measured).toMatchObject({
      slices: [
        { good: 5000, total: 5000 },
        { good: 12_000, total: 17_000 },
      ],
    });
    const [, sample] = server.seen;
    expect(sample.form.get('query')).toMatch(/^x_total\{job="a".*\}\[65m\]$/);
    expect(sample.form.get('time')).toBe(String(end));
    expect(server.seen).toHaveLength(3);
  });

  it('marks what the server says is doubtful', async () => {
    server.current.handler = (_, response) =>
      json(
        response,
        matrix(
          [
            part('total:0:grown', ['1', '1']),
            part('good:0:grown', ['1', '1']),
          ].map(one => ({ ...one, metric: { ...one.metric, job: 'a' } })),
          { warnings: ['store b is down'] },
        ),
      );
    expect(await measureOne(availability('a'))).toMatchObject({
      slices: [{ reason: 'store b is down' }, { reason: 'store b is down' }],
    });
  });

  it('says so when the samples of a reset are too many', async () => {
    server.current.handler = ({ path }, response) => {
      if (path.endsWith('/query')) {
        json(response, refusal('execution', 'too many samples'), 422);
        return;
      }
      json(
        response,
        matrix(
          [
            part('good:0:grown', ['5', '5']),
            part('total:0:grown', ['5', '5']),
            part('total:0:resets', [undefined, '1']),
          ].map(one => ({ ...one, metric: { ...one.metric, job: 'a' } })),
        ),
      );
    };
    expect(await measureOne(availability('a'))).toMatchObject({
      slices: [
        { state: 'measured', good: 5000 },
        {
          state: 'unmeasured',
          reason: expect.stringContaining('too many samples'),
        },
      ],
    });
  });
});
