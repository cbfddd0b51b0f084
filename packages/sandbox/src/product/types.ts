import type { FileSeed } from '../seed';

/** What the repository of the portal holds of the company. */
export interface ProductFiles {
  /** `mkdocs.yml` and `docs/`, as they are at the root of the repository. */
  documentation: FileSeed[];
  /** `infra/`, and the workflows and scripts of its pipelines. */
  infrastructure: FileSeed[];
}
