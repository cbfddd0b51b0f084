import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const realFetch = global.fetch;

  afterEach(() => {
    global.fetch = realFetch;
  });

  it('starts with the page to sign in', async () => {
    global.fetch = jest.fn(
      async () => new Response(JSON.stringify({ signedIn: false })),
    );
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            portal: { signIn: { providers: ['github', 'oidc'] } },
            techdocs: {
              storageUrl: 'http://localhost:7007/api/techdocs/static/docs',
            },
          },
          context: 'test',
        },
      ] as any,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Sign in with GitHub' },
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Sign in with single sign-on' }),
    ).toBeInTheDocument();
  }, 60_000);
});
