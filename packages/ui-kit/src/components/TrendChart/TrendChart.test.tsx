import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { timeTicks, valueTicks, zeroOffset } from './domain';
import { TrendChart } from './TrendChart';

const start = Date.parse('2026-11-20T00:00:00Z') / 1000;

describe('valueTicks', () => {
  it.each([
    [
      [1, 0.5],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      [0.961, 0.41],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      [0.5, -0.5],
      [-0.5, -0.25, 0, 0.25, 0.5],
    ],
    [
      [0.1, -1.84],
      [-2, -1.5, -1, -0.5, 0, 0.5],
    ],
    [[], [0, 0.25]],
  ] as const)('fits %p', (values, ticks) => {
    const found = valueTicks(values.map(value => ({ time: 0, value })));
    expect(found.map(tick => Number(tick.toFixed(6)))).toEqual(ticks);
  });

  it('makes room for the levels', () => {
    expect(valueTicks([], [{ value: 0.5, label: '' }]).at(-1)).toBeCloseTo(0.6);
  });
});

describe('zeroOffset', () => {
  it.each([
    [[1, 0.5], 1],
    [[0.5, -0.5], 0.5],
    [[-0.5, -1], 0],
    [[], 1],
  ] as const)('of %p is %d', (values, offset) => {
    expect(zeroOffset(values.map(value => ({ time: 0, value })))).toBe(offset);
  });
});

describe('timeTicks', () => {
  it('takes midnights for weeks and hours for a day', () => {
    const weeks = timeTicks(start + 5, start + 28 * 86_400, 7);
    expect(weeks.length).toBeLessThanOrEqual(7);
    expect(weeks.every(time => time % 86_400 === 0)).toBe(true);
    const hours = timeTicks(start, start + 86_400, 6);
    expect(hours[1] - hours[0]).toBe(4 * 3_600);
  });
});

describe('TrendChart', () => {
  const chart = (
    <TrendChart
      title="Budget left over time"
      summary="It fell from 100 % to 62 %."
      valueLabel="Left"
      points={[
        { time: start, value: 1 },
        { time: start + 3600 },
        { time: start + 7200, value: 0.62 },
      ]}
      format={value => `${value * 100} %`}
      markers={[
        { id: '1', kind: 'deploy', label: 'v1.2.0', time: start + 3600 },
      ]}
    />
  );

  it('says what it shows and has its figures as a table', async () => {
    render(chart);
    expect(
      screen.getByRole('figure', { name: 'It fell from 100 % to 62 %.' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Deploy')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const rows = within(
      screen.getByRole('table', { name: 'Budget left over time' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent?.replace(/\s/g, ' '))).toEqual([
      'TimeLeft',
      expect.stringMatching(/02:00 UTC62 %$/),
      expect.stringMatching(/01:00 UTCnot known$/),
      expect.stringMatching(/00:00 UTC100 %$/),
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as chart' }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('draws nothing without points', () => {
    render(
      <TrendChart
        title="x"
        summary="Nothing is known yet."
        valueLabel="Left"
        points={[]}
        format={String}
      />,
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
