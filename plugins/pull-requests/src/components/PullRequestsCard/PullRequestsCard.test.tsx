import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pageOf, pullRequest } from '../../__testUtils__/pullRequest';
import {
  mockList,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { PullRequestsCard } from '.';

const review = pullRequest({
  number: 7,
  title: 'Charge only once',
  attention: 'needs-your-review',
  draft: true,
  author: {
    login: 'mei-tanaka',
    displayName: 'Mei Tanaka',
    entityRef: 'user:default/mei.tanaka',
  },
  updatedAt: new Date().toISOString(),
});

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

describe('PullRequestsCard', () => {
  it('shows what waits for the person, with the ways on', async () => {
    const list = jest.fn(async () =>
      pageOf(
        [
          review,
          pullRequest({ number: 8, attention: 'yours', components: [] }),
        ],
        { totalItems: 12 },
      ),
    );
    renderWithApi(<PullRequestsCard />, list);
    const table = await screen.findByRole('table', {
      name: 'Pull requests for you',
    });
    const rows = within(table).getAllByRole('row');
    const first = within(rows[1]);
    expect(
      first.getByRole('link', {
        name: 'Charge only once (arctiq-commerce/order-service#7 at GitHub, new tab)',
      }),
    ).toHaveAttribute(
      'href',
      'https://github.test/arctiq-commerce/order-service/pull/7',
    );
    expect(first.getByText('Needs your review')).toBeVisible();
    expect(first.getByText('Draft')).toBeVisible();
    expect(first.getByText('Fresh')).toBeVisible();
    expect(first.getByRole('link', { name: 'Order service' })).toHaveAttribute(
      'href',
      '/catalog/default/component/order-service',
    );
    expect(first.getByRole('link', { name: 'Mei Tanaka' })).toHaveAttribute(
      'href',
      '/catalog/default/user/mei.tanaka',
    );
    const second = within(rows[2]);
    expect(second.getByText('Yours')).toBeVisible();
    expect(second.getByText('Not in the catalog')).toBeVisible();
    expect(second.getByText('mei-tanaka')).toBeVisible();
    expect(
      screen.getByText(
        '1 waits for your review; 11 of yours or your teams are open.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'And 10 more' })).toHaveAttribute(
      'href',
      '/pull-requests?view=involved',
    );
    expect(list).toHaveBeenCalledWith(
      { involves: 'me', limit: 6 },
      expect.anything(),
    );
    expect(screen.queryByText(/This list is old/)).not.toBeInTheDocument();
  });

  it('says that nothing waits', async () => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(async () => pageOf([])),
    );
    expect(
      await screen.findByRole('heading', { name: 'Nothing waits for you' }),
    ).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(() => new Promise<never>(() => undefined)),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Reading pull requests',
    );
  });

  it('shows an old list as old, with the reason', async () => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(async () =>
        pageOf([review], {
          asOf: minutesAgo(25),
          reason: 'GitHub answered 503.',
        }),
      ),
    );
    await screen.findByRole('heading', { name: 'This list is old' });
    const notice = screen.getByRole('status');
    expect(notice).toHaveTextContent(
      'GitHub was last read completely 25 min ago.',
    );
    expect(notice).toHaveTextContent('GitHub answered 503.');
    expect(screen.getByRole('table')).toBeVisible();
  });

  it('never calls an incomplete empty list good', async () => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(async () =>
        pageOf([], { quality: 'partial', reason: '3 could not be read.' }),
      ),
    );
    await screen.findByRole('heading', {
      name: 'Some pull requests may be missing',
    });
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 could not be read.',
    );
  });

  it.each([
    [undefined, 'GitHub is being read'],
    ['GitHub refused the token.', 'GitHub has not been read yet'],
  ])('says that nothing is known yet (%p)', async (reason, title) => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(async () =>
        pageOf([], { quality: 'not-measured', asOf: undefined, reason }),
      ),
    );
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByText('Nothing waits for you')).not.toBeInTheDocument();
  });

  it('says why it failed and tries again', async () => {
    const list = mockList();
    list.mockRejectedValueOnce(responseError(500, 'The database is down'));
    list.mockResolvedValue(pageOf([review]));
    renderWithApi(<PullRequestsCard />, list);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Pull requests could not be read');
    expect(alert).toHaveTextContent('The database is down');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('says that the person may not see it', async () => {
    renderWithApi(
      <PullRequestsCard />,
      jest.fn(async () => {
        throw responseError(403, 'Needs pull-requests.read');
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'You may not see pull requests',
      }),
    ).toBeVisible();
    expect(screen.getByText('Needs pull-requests.read')).toBeVisible();
  });

  it('keeps the list when a refresh fails', async () => {
    const list = mockList();
    list.mockResolvedValueOnce(pageOf([review]));
    list.mockRejectedValue(responseError(502, 'Bad gateway'));
    renderWithApi(<PullRequestsCard />, list);
    await screen.findByRole('table');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'This list could not be refreshed',
      ),
    );
    expect(screen.getByText('Bad gateway')).toBeVisible();
    expect(screen.getByRole('table')).toBeVisible();
  });
});
