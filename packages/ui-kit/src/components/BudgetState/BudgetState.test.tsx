import { render, screen } from '@testing-library/react';
import { BudgetStateBadge } from './BudgetStateBadge';
import { type BudgetState, budgetStates } from './budgetStates';
import { GateBadge, type GateWord } from './GateBadge';

describe('BudgetStateBadge', () => {
  it.each(Object.keys(budgetStates) as BudgetState[])(
    'tells %s with a word, an icon and what it means',
    state => {
      render(<BudgetStateBadge state={state} />);
      const { word, meaning } = budgetStates[state];
      expect(screen.getByText(word)).toHaveAttribute('title', meaning);
      expect(screen.getByText(word).querySelector('svg')).not.toBeNull();
    },
  );

  it('has a word of its own for each state', () => {
    const words = Object.values(budgetStates).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('GateBadge', () => {
  it.each<[GateWord, string]>([
    ['allow', 'Ship freely'],
    ['caution', 'Ship with care'],
    ['freeze', 'Frozen'],
    ['unknown', 'Unknown'],
  ])('tells %s', (decision, word) => {
    render(<GateBadge decision={decision} />);
    expect(screen.getByText(word)).toBeInTheDocument();
  });
});
