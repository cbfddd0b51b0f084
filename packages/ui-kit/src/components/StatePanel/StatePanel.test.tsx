import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { StatePanel } from './StatePanel';

describe('StatePanel', () => {
  it('announces a failure with its reason and a way to try again', async () => {
    const retry = jest.fn();
    render(
      <StatePanel
        kind="failed"
        title="The pull requests could not be read"
        action={{ label: 'Try again', onPress: retry }}
      >
        GitHub answered 503.
      </StatePanel>,
    );

    expect(screen.getByRole('alert')).toHaveTextContent('GitHub answered 503.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('says politely that something is loading', () => {
    render(<StatePanel kind="loading" title="Reading the catalog" />);

    expect(screen.getByRole('status')).toHaveTextContent('Reading the catalog');
  });

  it.each(['empty', 'forbidden'] as const)(
    'links from %s to the next step and interrupts nobody',
    kind => {
      render(
        <MemoryRouter>
          <StatePanel
            kind={kind}
            title="No services yet"
            headingLevel={2}
            action={{ label: 'Create a service', href: '/create' }}
          />
        </MemoryRouter>,
      );

      expect(
        screen.getByRole('heading', { name: 'No services yet', level: 2 }),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'Create a service' }),
      ).toHaveAttribute('href', '/create');
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      expect(screen.queryByRole('status')).not.toBeInTheDocument();
    },
  );

  it('says that data is old without taking it away', () => {
    render(<StatePanel kind="stale" title="As of 40 min ago" compact />);

    expect(screen.getByRole('status')).toHaveTextContent('As of 40 min ago');
  });
});
