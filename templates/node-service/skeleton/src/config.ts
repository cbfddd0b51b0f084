import { z } from 'zod';

/** A whole number written in decimal digits, within bounds. */
function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
}

/** Each variable with what its value looks like, for the message of a bad one. */
const variables = {
  HOST: {
    schema: z.string().default('0.0.0.0'),
    form: 'an address to listen on, for example 127.0.0.1',
  },
  PORT: {
    schema: wholeNumber(1, 65535).default(8080),
    form: 'a port from 1 to 65535, for example 8080',
  },
  MANAGEMENT_PORT: {
    schema: wholeNumber(1, 65535).default(9090),
    form: 'a port from 1 to 65535 for /metrics, other than PORT',
  },
  LOG_LEVEL: {
    schema: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
    form: 'one of fatal, error, warn, info, debug, trace, silent',
  },
  ENVIRONMENT: {
    schema: z.enum(['local', 'dev', 'staging', 'prod', 'dr']).default('local'),
    form: 'one of local, dev, staging, prod, dr',
  },
  REGION: {
    schema: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*(-\d)?$/)
      .default('local'),
    form: 'an AWS region, for example us-east-1',
  },
  SERVICE_VERSION: {
    schema: z.string().max(100).default('0.0.0-local'),
    form: 'a version of at most 100 characters; the image sets it',
  },
  GIT_COMMIT: {
    schema: z
      .string()
      .regex(/^([0-9a-f]{7,40}|unknown)$/)
      .default('unknown'),
    form: 'a commit hash of 7 to 40 hex digits; the image sets it',
  },
  REQUEST_TIMEOUT_MS: {
    schema: wholeNumber(100, 60_000).default(5_000),
    form: 'milliseconds from 100 to 60000, for example 5000',
  },
  SHUTDOWN_DELAY_MS: {
    schema: wholeNumber(0, 60_000).default(0),
    form: 'milliseconds from 0 to 60000 to go on serving after SIGTERM',
  },
  SHUTDOWN_TIMEOUT_MS: {
    schema: wholeNumber(100, 300_000).default(20_000),
    form: 'milliseconds from 100 to 300000 for open requests to finish',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    form: 'an http(s) URL of an OpenTelemetry collector, for example http://localhost:4318',
  },
} as const;

type Variables = typeof variables;

/** The checked configuration; names are those of the environment variables. */
export type Config = {
  [Name in keyof Variables]: z.output<Variables[Name]['schema']>;
};

/** The environment does not fit. The message is for the person who starts it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables. An empty variable counts
 * as not set.
 *
 * @throws ConfigError naming every variable that does not fit, the form that
 * its value must have and the remedy. Values are not repeated: they may be secret.
 */
export function loadConfig(
  environment: Record<string, string | undefined>,
): Config {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, form }] of Object.entries(variables)) {
    const result = schema.safeParse(environment[name] || undefined);
    if (result.success) {
      config[name] = result.data;
    } else {
      problems.push(`  ${name} must be ${form}.`);
    }
  }
  if (config.PORT !== undefined && config.PORT === config.MANAGEMENT_PORT) {
    problems.push(
      '  MANAGEMENT_PORT must differ from PORT: /metrics is not for callers.',
    );
  }
  if (problems.length > 0) {
    throw new ConfigError(
      `The service cannot start with this environment:\n${problems.join(
        '\n',
      )}\nCorrect each variable, or unset it where README.md names a default.`,
    );
  }
  return config as Config;
}
