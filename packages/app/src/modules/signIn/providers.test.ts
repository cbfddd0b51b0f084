import { ConfigReader } from '@backstage/config';
import { readProviders } from './providers';

function read(providers?: string[]) {
  return readProviders(new ConfigReader({ portal: { signIn: { providers } } }));
}

describe('readProviders', () => {
  it('keeps the order of the configuration', () => {
    expect(read(['oidc', 'github'])).toEqual(['oidc', 'github']);
  });

  it.each([
    [['github', 'guest'], /names "guest".*sandbox, github, oidc/],
    [[], /is empty/],
    [undefined, /is empty/],
  ])('refuses %p', (providers, message) => {
    expect(() => read(providers)).toThrow(message);
  });
});
