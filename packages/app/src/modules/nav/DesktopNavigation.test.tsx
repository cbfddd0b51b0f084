import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DesktopNavigation } from './DesktopNavigation';

const model = {
  groups: [
    {
      title: 'Find',
      entries: [
        { id: 'catalog', title: 'Catalog', href: '/catalog', icon: <svg /> },
        { id: 'docs', title: 'Docs', href: '/docs', icon: <svg /> },
      ],
    },
  ],
};

describe('DesktopNavigation', () => {
  it('marks where the person is', async () => {
    await renderInTestApp(<DesktopNavigation model={model} />, {
      initialRouteEntries: ['/docs/default/component/checkout'],
    });

    expect(screen.getByRole('list', { name: 'Find' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Docs' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Catalog' })).not.toHaveAttribute(
      'aria-current',
    );
  });

  it('says who is signed in, and signs out', async () => {
    const identityApi = mockApis.identity.mock({
      getProfileInfo: async () => ({ displayName: 'Amara Okafor' }),
      signOut: async () => {},
    });
    await renderInTestApp(<DesktopNavigation model={model} />, {
      apis: [[identityApiRef, identityApi]],
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign out Amara Okafor' }),
    );

    expect(identityApi.signOut).toHaveBeenCalledTimes(1);
  });
});
