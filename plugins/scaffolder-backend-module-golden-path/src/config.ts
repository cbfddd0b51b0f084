import { Config } from '@backstage/config';
import {
  GoldenPathConfig,
  readGoldenPathConfig,
} from '@arctiq/plugin-golden-path-common';

/** Who appears in a commit. */
export interface CommitIdentity {
  name: string;
  email: string;
}

/** Settings of the actions. */
export interface ActionsConfig extends GoldenPathConfig {
  /** The portal itself, as the committer of what it pushes. */
  committer: CommitIdentity;
}

/**
 * Reads the settings once, when the module starts.
 *
 * @throws Error that names the key when a value is missing or not allowed
 */
export function readActionsConfig(config: Config): ActionsConfig {
  return {
    ...readGoldenPathConfig(config),
    committer: {
      name:
        config.getOptionalString('scaffolder.defaultAuthor.name') ??
        config.getOptionalString('app.title') ??
        'Backstage',
      email:
        config.getOptionalString('scaffolder.defaultAuthor.email') ??
        'portal@localhost',
    },
  };
}
