import { countSamples } from './countSamples';
import type { Series } from './PrometheusClient';

const end = 1_795_262_400;
const start = end - 300;

/** A series from `[seconds since the start of the slice, value]`. */
function series(
  points: [number, number][],
  labels: Record<string, string> = {},
): Series {
  return {
    labels: { job: 'j', instance: 'i', ...labels },
    times: points.map(([time]) => start + time),
    values: points.map(([, value]) => value),
  };
}

/** Every minute from two hours ago to the end of the slice. */
function steady(labels: Record<string, string> = {}): Series {
  return series(
    Array.from({ length: 126 }, (_, n) => [-7200 + n * 60, 1000 + n]),
    labels,
  );
}

describe('countSamples', () => {
  it.each<[string, [number, number][], Series[], number | undefined]>([
    [
      'what grew since the last sample before',
      [
        [-10, 5],
        [50, 8],
        [290, 9],
      ],
      [],
      4,
    ],
    [
      'a sample at the start as before it',
      [
        [0, 5],
        [300, 9],
      ],
      [],
      4,
    ],
    [
      'nothing of the next slice',
      [
        [-10, 5],
        [290, 6],
        [301, 99],
      ],
      [],
      1,
    ],
    [
      'what grew while it was not scraped',
      [
        [-3000, 5],
        [100, 25],
      ],
      [],
      20,
    ],
    [
      'nothing after more than an hour of silence',
      [
        [-3700, 5],
        [100, 25],
        [160, 27],
      ],
      [],
      2,
    ],
    ['no series in the slice', [[-10, 5]], [], undefined],
    [
      'after a reset the whole value',
      [
        [-10, 50],
        [50, 60],
        [110, 4],
        [170, 9],
      ],
      [],
      19,
    ],
    [
      'two resets',
      [
        [-10, 50],
        [50, 3],
        [110, 2],
      ],
      [],
      5,
    ],
    [
      'a first sample of a new target as a base',
      [
        [100, 40],
        [160, 42],
      ],
      [],
      2,
    ],
    [
      'a series born late at a known target',
      [
        [120, 3],
        [180, 5],
      ],
      [steady()],
      5,
    ],
    [
      'a series of another target as new',
      [
        [120, 3],
        [180, 5],
      ],
      [steady({ instance: 'k' })],
      2,
    ],
    [
      'a series that is later than its new target',
      ...([
        [
          [160, 3],
          [220, 5],
        ],
        [
          series([
            [100, 0],
            [160, 9],
            [220, 9],
          ]),
        ],
        5,
      ] as [[number, number][], Series[], number]),
    ],
    [
      'a series that was missing in a scrape from zero',
      ...([
        [
          [-60, 3],
          [60, 7],
        ],
        [steady()],
        7,
      ] as [[number, number][], Series[], number]),
    ],
    [
      'a series whose target began anew from zero',
      ...([
        [
          [-60, 3],
          [0, 3],
          [60, 4],
        ],
        [
          series([
            [-60, 900],
            [0, 950],
            [60, 2],
          ]),
        ],
        4,
      ] as [[number, number][], Series[], number]),
    ],
  ])('counts %s', (_, points, witnesses, expected) => {
    expect(countSamples([series(points)], witnesses, end)).toBe(expected);
  });

  it('adds up to the last value less the first, however it is cut', () => {
    const all = steady();
    const sums = Array.from({ length: 12 }, (_, n) =>
      countSamples([all], [all], end - n * 300),
    );
    expect(sums.reduce((a = 0, b = 0) => a + b, 0)).toBe(60);
  });
});
