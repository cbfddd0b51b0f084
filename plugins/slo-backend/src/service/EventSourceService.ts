import type { SloDetail } from '@arctiq/plugin-slo-common';
import { DEPLOYS_READING } from '../events/DeploymentCollector';
import { INCIDENTS_READING } from '../events/IncidentCollector';
import type { EventStore } from '../store/EventStore';

/** Says whether deploys and incidents are collected, and how old they are. */
export class EventSourceService {
  readonly #options: {
    events: Pick<EventStore, 'reading'>;
    deploys: boolean;
    incidents: boolean;
  };

  constructor(options: {
    events: Pick<EventStore, 'reading'>;
    /** Whether the configuration says where they are. */
    deploys: boolean;
    incidents: boolean;
  }) {
    this.#options = options;
  }

  async list(): Promise<NonNullable<SloDetail['eventSources']>> {
    const { deploys, incidents } = this.#options;
    return Promise.all([
      this.#describe('deploy', deploys, DEPLOYS_READING, 'slo.deployments'),
      this.#describe('incident', incidents, INCIDENTS_READING, 'slo.incidents'),
    ]);
  }

  async #describe(
    kind: 'deploy' | 'incident',
    collected: boolean,
    name: string,
    key: string,
  ) {
    if (!collected) {
      const reason = `Not collected: the configuration has no ${key}.`;
      return { kind, collected, reason };
    }
    const { asOf, reason } = await this.#options.events.reading(name);
    return {
      kind,
      collected,
      asOf,
      reason: reason ?? (asOf ? undefined : 'Not collected yet.'),
    };
  }
}
