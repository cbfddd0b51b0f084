import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Creation of services from golden paths. */
  goldenPath?: {
    /** Where the repositories of new services go. */
    github: {
      /** Host of an entry of integrations.github, for example github.com. */
      host: string;
      /** Login of the organisation. */
      organization: string;
      /**
       * Who may read a new repository. Default private. `internal` needs
       * GitHub Enterprise.
       */
      visibility?: 'public' | 'internal' | 'private';
    };
    /**
     * How long the form waits for GitHub before it says that the name could not
     * be checked. Default 3 seconds.
     */
    requestTimeout?: HumanDuration | string;
  };

  portal?: {
    /** Entity refs of the groups whose members may act for every team. */
    platformGroups?: string[];
  };
}
