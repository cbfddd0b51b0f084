import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Field } from '../../__testUtils__/Field';
import { TierChoice } from './TierChoice';

describe('TierChoice', () => {
  it('says what each tier asks for, and can be used by keyboard', async () => {
    renderInTestApp(<Field component={TierChoice} title="Tier" />);
    const group = await screen.findByRole('radiogroup', { name: /Tier/ });
    expect(group).toHaveAccessibleDescription('What it is for.');
    expect(
      screen.getByRole('radio', {
        name: /checkout path.*RTO 15 min, RPO 5 min/,
      }),
    ).not.toBeChecked();
    expect(
      screen.getByRole('radio', { name: /internal.*RTO 4 h, RPO 1 h/ }),
    ).toBeInTheDocument();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');

    expect(screen.getByText('value: 2')).toBeInTheDocument();
  });
});
