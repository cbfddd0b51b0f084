import path from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';

const DEFAULT_DIRECTORY = '.data/techdocs-venv';

/** Where mkdocs is kept and what it is made with. */
export interface LocalMkdocsConfig {
  /** Absolute path of the folder that holds the virtual environment. */
  directory: string;
  /** Command or absolute path; looked up on the PATH when undefined. */
  python?: string;
}

/**
 * Reads `techdocs.localMkdocs`.
 *
 * @returns undefined when the portal does not build its documentation, or
 * builds it in containers
 */
export function readLocalMkdocsConfig(
  config: RootConfigService,
): LocalMkdocsConfig | undefined {
  if (
    config.getOptionalString('techdocs.builder') !== 'local' ||
    config.getOptionalString('techdocs.generator.runIn') !== 'local'
  ) {
    return undefined;
  }
  const own = config.getOptionalConfig('techdocs.localMkdocs');
  return {
    directory: path.resolve(
      own?.getOptionalString('directory') ?? DEFAULT_DIRECTORY,
    ),
    python: own?.getOptionalString('python'),
  };
}
