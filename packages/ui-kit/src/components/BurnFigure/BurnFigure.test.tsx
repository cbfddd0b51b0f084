import { render, screen } from '@testing-library/react';
import { BurnFigure } from './BurnFigure';
import { burnLevel } from './burnLevel';

describe('burnLevel', () => {
  it.each([
    [0, 'calm'],
    [1, 'calm'],
    [1.01, 'warm'],
    [5.99, 'warm'],
    [6, 'hot'],
    [14.4, 'hot'],
  ])('calls %d %s', (rate, level) => {
    expect(burnLevel(rate)).toBe(level);
  });
});

describe('BurnFigure', () => {
  it.each([
    [0.4, '0.4×', 0],
    [2, '2.0×', 1],
    [14.4, '14.4×', 1],
  ])('shows %d with as many flames as it deserves', (rate, text, flames) => {
    render(<BurnFigure rate={rate} />);
    expect(screen.getByText(text).querySelectorAll('svg')).toHaveLength(flames);
  });

  it('does not show a zero for what is not known', () => {
    render(<BurnFigure rate={undefined} />);
    expect(screen.getByText('unknown')).toBeInTheDocument();
  });
});
