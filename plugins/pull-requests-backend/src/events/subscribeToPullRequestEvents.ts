import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import {
  describeMismatch,
  pullRequestSchema,
  toPullRequestRecord,
} from '../source/schema';
import { PullRequestStore } from '../store/PullRequestStore';

/** The part of the webhook that matters; both topics carry it alike. */
const payloadSchema = z.object({ pull_request: pullRequestSchema });

/** What {@link subscribeToPullRequestEvents} needs. */
export interface PullRequestEventsOptions {
  events: EventsService;
  store: PullRequestStore;
  logger: LoggerService;
  organization: string;
}

/**
 * Keeps what GitHub tells about pull requests by webhook, within seconds instead
 * of at the next collection. The events backend has checked the signature. The
 * collector reads such a pull request again, so a wrong order of events heals.
 *
 * @throws Error when the events service refuses the subscription
 */
export async function subscribeToPullRequestEvents(
  options: PullRequestEventsOptions,
): Promise<void> {
  const { events, store, logger } = options;
  const organization = options.organization.toLowerCase();
  await events.subscribe({
    id: 'pull-requests',
    topics: ['github.pull_request', 'github.pull_request_review'],
    async onEvent({ topic, eventPayload }) {
      const parsed = payloadSchema.safeParse(eventPayload);
      if (!parsed.success) {
        logger.warn(
          `Ignored an event of topic ${topic} that does not describe a pull request ` +
            `(${describeMismatch(parsed.error)})`,
        );
        return;
      }
      const record = toPullRequestRecord(parsed.data.pull_request);
      if (!record.id.startsWith(`${organization}/`)) {
        logger.debug(`Ignored an event of ${record.id}, another organization`);
        return;
      }
      await store.applyEvent(record);
    },
  });
}
