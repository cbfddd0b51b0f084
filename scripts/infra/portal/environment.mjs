import { generateKeyPairSync } from 'node:crypto';

/** The variables that app-config.production.yaml names, for a start on loopback. */
export function productionEnv(port, postgresPort) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORTAL_URL: `http://localhost:${port}`,
    AUTH_SESSION_SECRET: 'infra-stage',
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(postgresPort),
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: 'unused',
    GITHUB_URL: 'http://localhost:9',
    GITHUB_HOST: 'localhost:9',
    GITHUB_API_URL: 'http://localhost:9/api/v3',
    GITHUB_TOKEN: 'unused',
    GITHUB_ORGANIZATION: 'arctiq-commerce',
    GITHUB_APP_ID: '1',
    GITHUB_APP_CLIENT_ID: 'unused',
    GITHUB_APP_CLIENT_SECRET: 'unused',
    GITHUB_APP_PRIVATE_KEY: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    GITHUB_WEBHOOK_SECRET: 'infra-stage',
    AUTH_GITHUB_CLIENT_ID: 'unused',
    AUTH_GITHUB_CLIENT_SECRET: 'unused',
    AUTH_OIDC_METADATA_URL:
      'http://localhost:9/.well-known/openid-configuration',
    AUTH_OIDC_CLIENT_ID: 'unused',
    AUTH_OIDC_CLIENT_SECRET: 'unused',
    PROMETHEUS_URL: 'http://localhost:9',
    PROMETHEUS_TOKEN: 'unused',
    PAGERDUTY_TOKEN: 'unused',
    TECHDOCS_BUCKET: 'unused',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'unused',
    AWS_SECRET_ACCESS_KEY: 'unused',
  };
}
