import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Open pull requests on the home page and on components. */
  pullRequests?: {
    github: {
      /** Host of the GitHub server, as in `integrations.github`. */
      host: string;
      /** Login of the organization whose pull requests are shown. */
      organization: string;
    };
    /**
     * How often GitHub is read; by default every minute. One listing and one
     * request per changed pull request are made each time.
     */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    /**
     * How often owners, people and teams are read from the catalog; by default
     * every 30 seconds.
     */
    directorySchedule?: SchedulerServiceTaskScheduleDefinitionConfig;
  };
}
