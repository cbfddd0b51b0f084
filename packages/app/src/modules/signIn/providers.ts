import type { Config } from '@backstage/config';

const providerIds = ['sandbox', 'github', 'oidc'] as const;

/** A way to sign in. */
export type ProviderId = (typeof providerIds)[number];

function isProviderId(value: string): value is ProviderId {
  return providerIds.some(id => id === value);
}

/**
 * The ways to sign in that `portal.signIn.providers` names, in its order.
 *
 * @throws Error for a name that is none of them, or when there is none at all
 */
export function readProviders(config: Config): ProviderId[] {
  const names = config.getOptionalStringArray('portal.signIn.providers') ?? [];
  const unknown = names.find(name => !isProviderId(name));
  if (unknown || names.length === 0) {
    throw new Error(
      `portal.signIn.providers ${
        unknown ? `names "${unknown}"` : 'is empty'
      }, so nobody could sign in that way. Choose from ${providerIds.join(
        ', ',
      )}.`,
    );
  }
  return names.filter(isProviderId);
}
