import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goldenPathApiRef } from '../../api';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { Field } from '../../__testUtils__/Field';
import { ServiceName } from './ServiceName';

function render(api = fakeApi()) {
  renderInTestApp(<Field component={ServiceName} title="Name" />, {
    apis: [[goldenPathApiRef, api]],
  });
  return api;
}

async function type(text: string) {
  await userEvent.type(await screen.findByLabelText(/Name/), text);
}

describe('ServiceName', () => {
  it('tells that a name is available, after one question for all letters', async () => {
    const api = render();
    await type('returns-api');
    expect(
      await screen.findByText('returns-api is available.'),
    ).toBeInTheDocument();
    expect(api.checkName).toHaveBeenCalledTimes(1);
    expect(screen.getByText('value: returns-api')).toBeInTheDocument();
  });

  it('announces what it does to those who cannot see it', async () => {
    render();
    await type('abc');
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Checking whether abc is free…',
    );
    expect(screen.getByLabelText(/Name/)).toHaveAccessibleDescription(
      /What it is for\./,
    );
  });

  it('tells what is wrong with the form without asking the server', async () => {
    const api = render();
    await type('Оrders');
    expect(
      await screen.findByText(/contains "О" \(Cyrillic\): use Latin letters/),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Name/)).toBeInvalid();
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(api.checkName).not.toHaveBeenCalled();
  });

  it('tells who has the name', async () => {
    render(
      fakeApi({
        checkName: async name => ({
          name,
          available: 'no',
          problems: [
            {
              code: 'entity-exists',
              message: 'It is of Orders: choose another name.',
              severity: 'error',
              field: 'name',
            },
          ],
        }),
      }),
    );
    await type('order-service');
    expect(
      await screen.findByText('It is of Orders: choose another name.'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Name/)).toBeInvalid();
  });

  it('drops the answer to a name that is no longer there', async () => {
    const signals: AbortSignal[] = [];
    render(
      fakeApi({
        checkName: (name, options) => {
          signals.push(options!.signal!);
          return new Promise(resolve => {
            setTimeout(
              () => resolve({ name, available: 'yes', problems: [] }),
              name === 'abc' ? 700 : 0,
            );
          });
        },
      }),
    );
    await type('abc');
    await waitFor(() => expect(signals).toHaveLength(1));
    await type('d');
    expect(await screen.findByText('abcd is available.')).toBeInTheDocument();
    expect(signals[0].aborted).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 800));
    expect(screen.queryByText('abc is available.')).not.toBeInTheDocument();
  });

  it('does not block typing when the portal does not answer', async () => {
    render(
      fakeApi({
        checkName: async () => {
          throw new Error('Failed to fetch');
        },
      }),
    );
    await type('returns-api');
    expect(
      await screen.findByText(/could not be checked now \(Failed to fetch\)/),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Name/)).toBeValid();
  });
});
