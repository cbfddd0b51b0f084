import type { Config } from '@backstage/config';

/** What the sandbox sign-in needs from the configuration. */
export interface SandboxSettings {
  /** Signs the cookie that remembers the person. */
  sessionSecret: string;
}

/**
 * Reads `auth.providers.sandbox`.
 *
 * @param config - root configuration
 * @param nodeEnv - value of the environment variable NODE_ENV
 * @returns nothing when the sandbox sign-in is not configured
 * @throws Error when it is configured in production or cannot sign its cookie
 */
export function readSandboxSettings(
  config: Config,
  nodeEnv: string | undefined,
): SandboxSettings | undefined {
  if (!config.has('auth.providers.sandbox')) {
    return undefined;
  }
  if (nodeEnv === 'production') {
    throw new Error(
      'auth.providers.sandbox lets anybody sign in as anybody and NODE_ENV is production, so the portal refuses to start. Remove the key (or set it to null in app-config.production.yaml) and configure github or oidc.',
    );
  }
  const sessionSecret = config.getOptionalString('auth.session.secret');
  if (!sessionSecret) {
    throw new Error(
      'auth.providers.sandbox needs auth.session.secret to sign the cookie that remembers who signed in. Set it to any long random text.',
    );
  }
  return { sessionSecret };
}
