import type { ErrorBudgetPolicy } from '@arctiq/plugin-slo-common';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readPolicy } from './readPolicy';

/** What the plugin reads under `slo`, apart from `prometheus` and `collector`. */
export interface SloConfig {
  /** Address of the portal, for links in notifications and rules. */
  portalUrl: string;
  policy: ErrorBudgetPolicy;
  definitions: {
    schedule: SchedulerServiceTaskScheduleDefinition;
    /** Beginnings of addresses that every component may name. */
    allow: string[];
    parallel: number;
    maxBytes: number;
    maxFiles: number;
  };
  gate: {
    maxAgeSeconds: number;
    /** Environments that may be asked about. */
    environments: string[];
    /** Beginnings of the subjects of external callers that may ask. */
    subjects: string[];
  };
  scoreboard: { objective: string; timeZone: string; names: RegExp };
  deployments?: {
    host: string;
    environments: string[];
    schedule: SchedulerServiceTaskScheduleDefinition;
  };
  incidents?: {
    url: string;
    token: string;
    schedule: SchedulerServiceTaskScheduleDefinition;
  };
}

/**
 * Reads the configuration of the plugin.
 *
 * @throws InputError naming the key that is wrong and what to write
 */
export function readSloConfig(config: RootConfigService): SloConfig {
  function schedule(
    key: string,
    frequency: SchedulerServiceTaskScheduleDefinition['frequency'],
  ): SchedulerServiceTaskScheduleDefinition {
    return config.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(key),
        )
      : { frequency, timeout: { minutes: 10 }, initialDelay: { seconds: 10 } };
  }
  return {
    portalUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
    policy: readPolicy(config),
    definitions: {
      schedule: schedule('slo.definitions.schedule', { seconds: 30 }),
      allow: addresses(config, 'slo.definitions.allow'),
      parallel: 4,
      maxBytes: 256 * 1024,
      maxFiles: 20,
    },
    gate: {
      maxAgeSeconds:
        60 * positive(config, 'slo.gate.maxAgeMinutes', 30, 24 * 60),
      environments: config.getOptionalStringArray('slo.gate.environments') ?? [
        'dev',
        'staging',
        'prod',
      ],
      subjects: config.getOptionalStringArray('slo.gate.subjects') ?? [],
    },
    scoreboard: readScoreboard(config),
    deployments: config.has('slo.deployments.github')
      ? {
          host: config.getString('slo.deployments.github.host'),
          environments: config.getOptionalStringArray(
            'slo.deployments.environments',
          ) ?? ['prod'],
          schedule: schedule('slo.deployments.schedule', { minutes: 5 }),
        }
      : undefined,
    incidents: config.has('slo.incidents.pagerDuty')
      ? {
          url: address(
            config.getString('slo.incidents.pagerDuty.url'),
            'slo.incidents.pagerDuty.url',
          ).replace(/\/+$/, ''),
          token: config.getString('slo.incidents.pagerDuty.token'),
          schedule: schedule('slo.incidents.schedule', { minutes: 5 }),
        }
      : undefined,
  };
}

function readScoreboard(config: RootConfigService): SloConfig['scoreboard'] {
  const objective =
    config.getOptionalString('slo.scoreboard.objective') ?? '0.9995';
  if (!/^0\.\d{1,9}$/.test(objective) || Number(objective) === 0) {
    throw new InputError(
      `slo.scoreboard.objective is '${objective}'; write a share above 0 and below 1 in quotes, for example '0.9995'`,
    );
  }
  const timeZone = config.getOptionalString('slo.scoreboard.timeZone') ?? 'UTC';
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new InputError(
      `slo.scoreboard.timeZone is '${timeZone}', which is no IANA time zone; write for example 'America/New_York'`,
    );
  }
  const names =
    config.getOptionalString('slo.scoreboard.names') ?? 'availability';
  try {
    return { objective, timeZone, names: new RegExp(names, 'i') };
  } catch (error) {
    throw new InputError(
      `slo.scoreboard.names is '${names}', which is no regular expression`,
      error,
    );
  }
}

function positive(
  config: RootConfigService,
  key: string,
  fallback: number,
  most: number,
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value > 0 && value <= most)) {
    throw new InputError(
      `${key} is ${value}; write a number above 0 and at most ${most}`,
    );
  }
  return value;
}

function addresses(config: RootConfigService, key: string): string[] {
  return (config.getOptionalStringArray(key) ?? []).map(text =>
    address(text, key),
  );
}

function address(text: string, key: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InputError(
      `${key} holds '${text}', which is no address; write for example 'https://github.com/arctiq-commerce/slos/'`,
    );
  }
  return text;
}
