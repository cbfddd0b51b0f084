import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** Service level objectives, their error budgets and the promotion gate. */
  slo?: {
    /** Where objectives are measured. Without it nothing is measured. */
    prometheus?: {
      /** Name of the server for queries that name none; the first when absent. */
      default?: string;
      servers: Array<{
        /** Name by which definitions refer to the server. */
        name: string;
        /** Address of the HTTP API, without `/api/v1`. */
        url: string;
        /** What the server is; differs in the parameters that it takes. */
        flavour?: 'prometheus' | 'thanos' | 'mimir';
        /** Tenant, sent as `X-Scope-OrgID`. */
        tenant?: string;
        auth?: {
          /**
           * Bearer token.
           * @visibility secret
           */
          token?: string;
          username?: string;
          /** @visibility secret */
          password?: string;
        };
        /** Certificate authority of the server, as PEM. */
        ca?: string;
        /** Queries that are asked at once; by default 4. */
        concurrency?: number;
        /** Seconds until a query is given up; by default 30. */
        timeout?: number;
      }>;
    };
    collector?: {
      /**
       * How often is looked for slices that closed; by default every 30 s.
       * Slices close every 5 minutes, and only then servers are asked.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Samples may come so late; slices younger than this are measured again. By default 15. */
      lateDataMinutes?: number;
      /** Seconds between the end of a slice and its measurement; by default 30. */
      settleSeconds?: number;
      /** How far back a new objective is measured; by default 90. */
      backfillDays?: number;
      /** After so many days sums are kept per hour instead of per 5 minutes; by default 90. */
      compactAfterDays?: number;
      /** How many months history is kept; by default 25. */
      retentionMonths?: number;
    };
    definitions?: {
      /**
       * How often the catalog is looked at for components that are new or
       * changed; by default every 30 seconds. Files are read again every 5
       * minutes, and at once when a push changes them.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Beginnings of addresses of files that every component may name, besides
       * those in the repository that it was registered from.
       */
      allow?: string[];
    };
    policy?: {
      /** What is done as budgets shrink, from an untouched budget down. */
      steps?: Array<{
        /** Applies when less than this share is left, 0 to 1; the first is 1. */
        below: number;
        name: string;
        /** What people do now. */
        action: string;
        decision: 'allow' | 'caution' | 'freeze';
      }>;
      /** Share of a budget that one event may spend before it needs a postmortem; by default 0.2. */
      postmortemShare?: number;
    };
    gate?: {
      /** Age from which figures allow nothing any more; by default 30. */
      maxAgeMinutes?: number;
      /** Environments that may be asked about; by default dev, staging and prod. */
      environments?: string[];
      /**
       * Beginnings of the subjects of external callers that may ask, such as
       * `external:github:repo:arctiq-commerce/`. The issuer of GitHub's tokens
       * serves every organization, so without this nobody from outside may.
       */
      subjects?: string[];
    };
    scoreboard?: {
      /** Promise of the company for a quarter, in quotes; by default '0.9995'. */
      objective?: string;
      /** IANA zone in which quarters begin; by default UTC. */
      timeZone?: string;
      /** Regular expression of the names of SLOs that count; by default `availability`. */
      names?: string;
    };
    /** Deploys, shown beside what they spent. Without it none are collected. */
    deployments?: {
      github: {
        /** Host of the GitHub server, as in `integrations.github`. */
        host: string;
      };
      /** GitHub environments that count as production; by default `prod`. */
      environments?: string[];
      /** By default every 5 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** Incidents, shown beside what they spent. Without it none are collected. */
    incidents?: {
      pagerDuty: {
        /** Address of PagerDuty's REST API. */
        url: string;
        /**
         * Token that may read incidents.
         * @visibility secret
         */
        token: string;
      };
      /** By default every 5 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
