import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pageOf, pullRequest } from '../../__testUtils__/pullRequest';
import { mockList, renderWithApi } from '../../__testUtils__/renderWithApi';
import { PullRequestsApi } from '../../api';
import { PullRequestsPage } from '.';

function renderPage(address: string, list: PullRequestsApi['list']) {
  return renderWithApi(<PullRequestsPage />, list, [address]);
}

describe('PullRequestsPage', () => {
  it('starts with what involves the person and switches by address', async () => {
    const list = mockList().mockImplementation(async ({ reviewer }) =>
      pageOf([pullRequest({ number: reviewer ? 2 : 1 })]),
    );
    renderPage('/pull-requests', list);
    expect(await screen.findByRole('table')).toHaveAccessibleName(
      'Pull requests: For you',
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 pull request is open, most urgent first; as of just now.',
    );
    const views = screen.getByRole('navigation', {
      name: 'Which pull requests',
    });
    expect(
      within(views)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['For you', '/pull-requests?view=involved'],
      ['To review', '/pull-requests?view=review'],
      ['Yours', '/pull-requests?view=mine'],
      ["Your teams'", '/pull-requests?view=team'],
      ['All', '/pull-requests?view=all'],
    ]);
    expect(
      within(views).getByRole('link', { current: 'page' }),
    ).toHaveTextContent('For you');
    await userEvent.click(
      within(views).getByRole('link', { name: 'To review' }),
    );
    expect(await screen.findByText('Change 2')).toBeVisible();
    expect(list).toHaveBeenLastCalledWith(
      { reviewer: 'me', limit: 30 },
      expect.anything(),
    );
  });

  it('takes every filter from the address', async () => {
    const list = jest.fn(async () =>
      pageOf([pullRequest({ number: 1 })], {
        totalItems: 70,
        pageInfo: { nextCursor: 'third' },
      }),
    );
    renderPage(
      '/pull-requests?view=team&entityRef=component:default/order-service&cursor=second',
      list,
    );
    await screen.findByRole('table');
    expect(list).toHaveBeenCalledWith(
      {
        owner: 'me',
        entityRef: 'component:default/order-service',
        cursor: 'second',
        limit: 30,
      },
      expect.anything(),
    );
    const kept =
      '/pull-requests?view=team&entityRef=component%3Adefault%2Forder-service';
    expect(screen.getByRole('link', { name: 'Next page' })).toHaveAttribute(
      'href',
      `${kept}&cursor=third`,
    );
    expect(screen.getByRole('link', { name: 'First page' })).toHaveAttribute(
      'href',
      kept,
    );
    expect(
      screen.getByRole('link', { name: 'Show every component' }),
    ).toHaveAttribute('href', '/pull-requests?view=team');
    expect(
      screen.getByRole('link', { name: 'component:default/order-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/order-service');
  });

  it('survives an address that names no entity', async () => {
    renderPage(
      '/pull-requests?entityRef=%3A%3A&view=nonsense',
      jest.fn(async () => pageOf([])),
    );
    expect(
      await screen.findByRole('heading', { name: 'No pull request is open' }),
    ).toBeVisible();
  });

  it.each([
    ['review', 'Nothing waits for your review'],
    ['mine', 'You have no open pull requests'],
    ['team', 'Your teams have no open pull requests'],
    ['involved', 'Nothing waits for you'],
  ])('has a next step when %s is empty', async (view, title) => {
    renderPage(
      `/pull-requests?view=${view}`,
      jest.fn(async () => pageOf([])),
    );
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Show all pull requests' }),
    ).toHaveAttribute('href', '/pull-requests?view=all');
  });

  it('can be walked with the keyboard', async () => {
    renderPage(
      '/pull-requests?view=all',
      jest.fn(async () => pageOf([pullRequest({ number: 1 })])),
    );
    await screen.findByRole('table');
    const walked: Array<string | null> = [];
    for (let step = 0; step < 7; step++) {
      await userEvent.tab();
      walked.push(document.activeElement?.textContent ?? null);
    }
    expect(walked).toEqual([
      'For you',
      'To review',
      'Yours',
      "Your teams'",
      'All',
      'Change 1 (arctiq-commerce/order-service#1 at GitHub, new tab)',
      'Order service',
    ]);
  });
});
