import { render, screen } from '@testing-library/react';
import { TierBadge } from './TierBadge';
import { tierOf } from './tiers';

describe('TierBadge', () => {
  it.each([
    ['1', 'Tier 1', 'Tier 1: checkout path'],
    ['3', 'Tier 3', 'Tier 3: internal'],
    ['9', 'Tier 9', 'Tier 9'],
  ])('shows tier %s as %s and says what it means', (tier, text, title) => {
    render(<TierBadge tier={tier} />);

    expect(screen.getByTitle(title)).toHaveTextContent(text);
  });

  it('spells the meaning out', () => {
    render(<TierBadge tier="2" long />);

    expect(screen.getByText('Tier 2: customer facing')).toBeInTheDocument();
  });
});

describe('tierOf', () => {
  it('reads the label', () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout' },
    };

    expect(tierOf(entity)).toBeUndefined();
    expect(
      tierOf({
        ...entity,
        metadata: { ...entity.metadata, labels: { 'arctiq.io/tier': '1' } },
      }),
    ).toBe('1');
  });
});
