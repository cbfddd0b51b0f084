import { Config } from '@backstage/config';

/** Who may read a new repository. */
export type RepositoryVisibility = 'public' | 'internal' | 'private';

/** Where golden paths put repositories, and who runs them. */
export interface GoldenPathConfig {
  /** Public address of the portal. */
  portalUrl: string;
  /** Full refs of the groups whose members may act for every team. */
  platformGroups: string[];
  github: {
    host: string;
    organization: string;
    visibility: RepositoryVisibility;
  };
}

const VISIBILITIES: readonly string[] = ['public', 'internal', 'private'];

/**
 * Reads the keys that all packages of the golden paths share.
 *
 * @throws Error that names the key when a value is missing or not allowed
 */
export function readGoldenPathConfig(config: Config): GoldenPathConfig {
  const github = config.getConfig('goldenPath.github');
  const visibility = github.getOptionalString('visibility') ?? 'private';
  if (!VISIBILITIES.includes(visibility)) {
    throw new Error(
      `goldenPath.github.visibility is "${visibility}": set it to public, internal or private`,
    );
  }
  return {
    portalUrl: config.getString('app.baseUrl'),
    platformGroups:
      config.getOptionalStringArray('portal.platformGroups') ?? [],
    github: {
      host: github.getString('host'),
      organization: github.getString('organization'),
      visibility: visibility as RepositoryVisibility,
    },
  };
}
