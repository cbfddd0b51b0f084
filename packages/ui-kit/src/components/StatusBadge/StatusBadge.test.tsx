import { render, screen } from '@testing-library/react';
import { StatusBadge, type StatusTone } from './StatusBadge';

describe('StatusBadge', () => {
  it.each<StatusTone>([
    'positive',
    'warning',
    'negative',
    'announcement',
    'neutral',
  ])('says a %s state with a word and an icon', tone => {
    render(<StatusBadge tone={tone}>Burning</StatusBadge>);

    const badge = screen.getByText('Burning');
    // The icon supports the word and has none of its own.
    expect(badge.querySelector('[aria-hidden="true"] svg')).not.toBeNull();
  });

  it('takes an icon and a title', () => {
    render(
      <StatusBadge tone="neutral" icon={<svg data-icon="own" />} title="More">
        Draft
      </StatusBadge>,
    );

    const badge = screen.getByTitle('More');
    expect(badge.querySelector('svg')).toHaveAttribute('data-icon', 'own');
  });
});
