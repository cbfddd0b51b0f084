import { fireEvent, render, screen } from '@testing-library/react';
import { type HeatCell, heatLevel, summarizeCells, worstCell } from './cells';
import { HeatStrip } from './HeatStrip';

const start = Date.parse('2026-11-20T00:00:00Z') / 1000;

function cellsOf(step: number, ...burns: Array<HeatCell['state'] | number>) {
  return burns.map((burn, index): HeatCell => {
    const time = start + (index + 1) * step;
    return typeof burn === 'number'
      ? { time, state: 'measured', burn }
      : { time, state: burn };
  });
}

describe('heatLevel', () => {
  it.each([
    [0, 'good'],
    [0.5, 'calm'],
    [2, 'warm'],
    [9, 'hot'],
    ['no-traffic', 'quiet'],
    ['no-data', 'unknown'],
    ['unmeasured', 'unknown'],
  ] as const)('shows %p as %s', (burn, level) => {
    expect(heatLevel(cellsOf(300, burn)[0])).toBe(level);
  });

  it('does not take a measured cell without a figure for a good one', () => {
    expect(heatLevel({ time: start, state: 'measured' })).toBe('unknown');
  });
});

describe('worstCell', () => {
  it.each([
    [[0, 3, 9, 1], 2],
    [[0, 0, 'no-data'], 2],
    [['no-data', 2, 'no-traffic'], 1],
  ] as const)('of %p is %d', (burns, index) => {
    expect(worstCell(cellsOf(300, ...burns))).toBe(index);
  });
});

describe('summarizeCells', () => {
  it.each([
    [[0, 0.4], '2 slices, all within the pace.'],
    [[0], '1 slice, all within the pace.'],
    [
      [2, 8, 'no-data', 'unmeasured', 'no-traffic'],
      '5 slices: 2 burned faster than the even pace, 2 not known, 1 without traffic.',
    ],
  ] as const)('says what %p is', (burns, text) => {
    expect(summarizeCells(cellsOf(300, ...burns), 'slice')).toBe(text);
  });
});

describe('HeatStrip', () => {
  it('starts at the worst cell and is walked with one slider', () => {
    render(
      <HeatStrip
        label="The last day"
        noun="slice"
        stepSeconds={300}
        cells={cellsOf(300, 0, 12, 0)}
        describe={index => `Slice ${index}`}
      />,
    );
    expect(
      screen.getByRole('img', {
        name: 'The last day. 3 slices: 1 burned faster than the even pace.',
      }),
    ).toBeInTheDocument();
    const slider = screen.getByRole('slider', { name: 'Look at one slice' });
    expect(slider).toHaveAttribute('aria-valuetext', 'Slice 1');
    fireEvent.change(slider, { target: { value: '2' } });
    expect(screen.getByText('Slice 2')).toBeInTheDocument();
  });

  it('puts the hours of a day under each other', () => {
    const { container } = render(
      <HeatStrip
        label="Four weeks"
        noun="hour"
        layout="days"
        stepSeconds={3600}
        cells={cellsOf(3600, ...Array.from({ length: 26 }, () => 0))}
        describe={index => `Hour ${index}`}
      />,
    );
    const place = (index: number) => {
      const { gridColumn, gridRow } = (
        container.querySelector(`[data-index="${index}"]`) as HTMLElement
      ).style;
      return [gridColumn, gridRow];
    };
    expect(place(0)).toEqual(['1', '1']);
    expect(place(23)).toEqual(['1', '24']);
    expect(place(24)).toEqual(['2', '1']);
  });

  it('says that nothing is known', () => {
    render(
      <HeatStrip
        label="x"
        noun="slice"
        stepSeconds={300}
        cells={[]}
        describe={() => ''}
      />,
    );
    expect(screen.getByText('No slice is known yet.')).toBeInTheDocument();
  });
});
