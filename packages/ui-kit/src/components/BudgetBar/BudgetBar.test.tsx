import { render, screen } from '@testing-library/react';
import { BudgetBar } from './BudgetBar';
import { barScale } from './scale';

describe('barScale', () => {
  it.each([
    // remaining, low, zero, start, width, cut
    [0.5, 0, 0, 0, 50, false],
    [1, 0, 0, 0, 100, false],
    [1, -0.25, 20, 20, 80, false],
    [0, -0.25, 20, 20, 0, false],
    [-0.25, -0.25, 20, 0, 20, false],
    [-3, -0.25, 20, 0, 20, true],
    [-1, -1, 50, 0, 50, false],
  ])('puts %d between %d and 1', (remaining, low, zero, start, width, cut) => {
    const scale = barScale(remaining, low);
    expect(scale.zero).toBeCloseTo(zero);
    expect(scale.start).toBeCloseTo(start);
    expect(scale.width).toBeCloseTo(width);
    expect(scale.cut).toBe(cut);
  });
});

describe('BudgetBar', () => {
  it.each([
    [0.624, '62.4 % left', '62'],
    [-0.18, '−18.0 %, overspent', '-18'],
    [-4, '−400.0 %, overspent', '-400'],
  ])('is a meter that reads %d', (remaining, text, now) => {
    render(
      <BudgetBar label="Checkout" remaining={remaining} tone="positive" />,
    );
    const meter = screen.getByRole('meter', { name: 'Checkout' });
    expect(meter.getAttribute('aria-valuetext')?.replace(/\s/g, ' ')).toBe(
      text,
    );
    expect(meter).toHaveAttribute('aria-valuenow', now);
  });

  it('shows no figure as no figure', () => {
    render(
      <BudgetBar label="Checkout" remaining={undefined} tone="neutral" large />,
    );
    expect(
      screen.getByRole('img', { name: 'Checkout: unknown' }),
    ).toBeInTheDocument();
  });

  it('writes the thresholds below', () => {
    const { container } = render(
      <BudgetBar
        label="Checkout"
        remaining={-0.5}
        tone="negative"
        thresholds={[0.5, 0.25, 0.1]}
        large
      />,
    );
    expect(
      [...container.querySelectorAll('li')].map(mark =>
        mark.textContent?.replace(/\s/g, ' '),
      ),
    ).toEqual(['−50 %', '0 %', '10 %', '25 %', '50 %', '100 %']);
  });
});
