import type { Entity } from '@backstage/catalog-model';
import type { ProductFiles } from '../product/types';
import type { OrganizationSeed, RepositorySeed } from '../seed';

/** Addresses that go into entities and documents. None ends with a slash. */
export interface CatalogOptions {
  /** Where repositories are browsed and read, for example `http://localhost:7070`. */
  githubUrl: string;
  /** Where people open the portal, for example `http://localhost:7007`. */
  portalUrl: string;
  /** Default `https://grafana.arctiq.example`. */
  grafanaUrl?: string;
  /** Files of this repository that the company has as well; none by default. */
  product?: ProductFiles;
}

/** Everything that GitHub holds before anybody uses the portal. */
export interface CatalogSeed {
  organization: OrganizationSeed;
  repositories: RepositorySeed[];
}

/** An entity that lies in a file beside the definition it refers to. */
export interface EntityFile {
  path: string;
  entities: Entity[];
}
