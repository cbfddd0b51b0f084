import { discoveryApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const amara = {
  entityRef: 'user:default/amara.okafor',
  displayName: 'Amara Okafor',
  persona: 'developer',
  team: 'group:default/orders',
  teamTitle: 'Orders & Returns',
};
const zoe = { entityRef: 'user:default/zoe.lang', displayName: 'Zoe Lang' };

interface Reply {
  status?: number;
  body?: unknown;
}

/** Answers the routes of the auth backend; later replies replace earlier ones. */
class AuthBackend {
  readonly requests: Array<{ path: string; body?: string }> = [];
  signedIn = false;
  people: Reply = {
    body: { featured: [amara], items: [amara], totalItems: 2 },
  };

  readonly fetch = async (url: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace('/api/auth/sandbox/', '');
    this.requests.push({ path, body: init?.body as string | undefined });
    const { status = 200, body } = this.#reply(path, searchParams);
    return new Response(JSON.stringify(body ?? {}), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  };

  #reply(path: string, query: URLSearchParams): Reply {
    switch (path) {
      case 'session':
        return { body: { signedIn: this.signedIn } };
      case 'people':
        return query.get('q')
          ? { body: { featured: [amara], items: [zoe], totalItems: 1 } }
          : this.people;
      case 'sign-in':
        this.signedIn = true;
        return { body: amara };
      case 'refresh':
        return {
          body: {
            profile: { displayName: 'Amara Okafor' },
            backstageIdentity: {
              token: 'a-token',
              expiresInSeconds: 3600,
              identity: {
                type: 'user',
                userEntityRef: amara.entityRef,
                ownershipEntityRefs: [amara.entityRef],
              },
            },
          },
        };
      default:
        return { status: 404 };
    }
  }
}

describe('SignInPage', () => {
  const realFetch = global.fetch;
  let backend: AuthBackend;

  beforeEach(() => {
    backend = new AuthBackend();
    global.fetch = backend.fetch as typeof fetch;
  });

  afterEach(() => {
    global.fetch = realFetch;
  });

  async function renderPage(providers = ['sandbox']) {
    const onSignInSuccess = jest.fn();
    await renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
      config: {
        organization: { name: 'Arctiq Commerce' },
        portal: { signIn: { providers } },
      },
      apis: [
        [
          discoveryApiRef,
          { getBaseUrl: async id => `http://localhost:7007/api/${id}` },
        ],
      ],
    });
    return onSignInSuccess;
  }

  it('signs in as a featured person', async () => {
    const onSignInSuccess = await renderPage();

    await userEvent.click(
      await screen.findByRole('button', {
        name: /Amara Okafor.*Developer, Orders & Returns/,
      }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    await expect(
      onSignInSuccess.mock.calls[0][0].getCredentials(),
    ).resolves.toEqual({ token: 'a-token' });
    expect(backend.requests).toContainEqual({
      path: 'sign-in',
      body: JSON.stringify({ entityRef: amara.entityRef }),
    });
  });

  it('finds anybody else with the keyboard alone', async () => {
    const onSignInSuccess = await renderPage();

    await userEvent.type(
      await screen.findByRole('combobox', { name: 'Anybody else' }),
      'lang',
    );
    await screen.findByRole('option', { name: /Zoe Lang/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(backend.requests).toContainEqual({
      path: 'sign-in',
      body: JSON.stringify({ entityRef: zoe.entityRef }),
    });
  });

  it('takes up the session of the last visit', async () => {
    backend.signedIn = true;
    const onSignInSuccess = await renderPage();

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(backend.requests.map(({ path }) => path)).toEqual([
      'session',
      'refresh',
    ]);
  });

  it('waits for a catalog that is being filled', async () => {
    const { people } = backend;
    backend.people = { body: { featured: [], items: [], totalItems: 0 } };
    await renderPage();
    expect(
      await screen.findByText('The catalog is being filled'),
    ).toBeInTheDocument();

    backend.people = people;

    expect(
      await screen.findByRole(
        'button',
        { name: /Amara Okafor/ },
        { timeout: 4000 },
      ),
    ).toBeInTheDocument();
  });

  it('says that the backend does not answer, and tries again', async () => {
    const answering = global.fetch;
    global.fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    await renderPage();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal does not answer',
    );

    global.fetch = answering;
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));

    expect(
      await screen.findByRole('button', { name: /Amara Okafor/ }),
    ).toBeInTheDocument();
  });

  it('says why signing in did not work', async () => {
    await renderPage();
    const button = await screen.findByRole('button', { name: /Amara Okafor/ });
    const answering = global.fetch;
    global.fetch = async (url, init) =>
      String(url).endsWith('/sign-in')
        ? new Response(
            JSON.stringify({
              error: { name: 'NotFoundError', message: 'not in the catalog' },
              response: { statusCode: 404 },
            }),
            { status: 404, headers: { 'Content-Type': 'application/json' } },
          )
        : answering(url, init);

    await userEvent.click(button);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'not in the catalog',
    );
    expect(button).toBeEnabled();
  });
});
