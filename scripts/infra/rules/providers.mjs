/** Providers are configured by roots; a module with its own cannot be removed. */
export const providers = {
  name: 'providers',
  check: ({ parsed }) =>
    parsed.module
      .flatMap(({ provider = {} }) => Object.keys(provider))
      .map(name => `provider "${name}" is configured in the module`),
};
