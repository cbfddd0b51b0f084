import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  GoldenPathConfig,
  readGoldenPathConfig,
} from '@arctiq/plugin-golden-path-common';

/** All settings of this backend. */
export interface GoldenPathBackendConfig extends GoldenPathConfig {
  /** Longest wait for one answer of GitHub, in milliseconds. */
  requestTimeoutMs: number;
}

const DEFAULT_REQUEST_TIMEOUT_MS = 3000;

/**
 * Reads the settings once, when the plugin starts.
 *
 * @throws Error that names the key when a value is missing or not allowed
 */
export function readConfig(config: Config): GoldenPathBackendConfig {
  return {
    ...readGoldenPathConfig(config),
    requestTimeoutMs: config.has('goldenPath.requestTimeout')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'goldenPath.requestTimeout' }),
        )
      : DEFAULT_REQUEST_TIMEOUT_MS,
  };
}
