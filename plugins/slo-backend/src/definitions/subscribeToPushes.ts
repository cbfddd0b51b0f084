import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { DefinitionStore } from '../store/DefinitionStore';
import type { DefinitionCollector } from './DefinitionCollector';

const changedFiles = z.array(z.string()).default([]);

/** The part of a push that matters. */
const pushSchema = z.object({
  repository: z.object({ html_url: z.url() }),
  commits: z
    .array(
      z.object({
        added: changedFiles,
        modified: changedFiles,
        removed: changedFiles,
      }),
    )
    .default([]),
});

/** What {@link subscribeToPushes} needs. */
export interface PushOptions {
  events: EventsService;
  store: Pick<DefinitionStore, 'readings'>;
  collector: Pick<DefinitionCollector, 'refresh'>;
  logger: LoggerService;
}

/**
 * Reads definitions again as soon as somebody pushes a change of their file,
 * instead of at the next collection. The events backend has checked the
 * signature; what the event says is only taken as a hint to read.
 *
 * @throws Error when the events service refuses the subscription
 */
export async function subscribeToPushes(options: PushOptions): Promise<void> {
  const { events, store, collector, logger } = options;
  await events.subscribe({
    id: 'slo-definitions',
    topics: ['github.push'],
    async onEvent({ eventPayload }) {
      const parsed = pushSchema.safeParse(eventPayload);
      if (!parsed.success) {
        logger.warn('Ignored an event of topic github.push that is no push');
        return;
      }
      const { repository, commits } = parsed.data;
      const home = `${repository.html_url.toLowerCase()}/`;
      const changed = commits.flatMap(commit => [
        ...commit.added,
        ...commit.modified,
        ...commit.removed,
      ]);
      const touched = (await store.readings())
        .filter(
          ({ file }) =>
            file.toLowerCase().startsWith(home) &&
            changed.some(path => file.endsWith(`/${path}`)),
        )
        .map(({ entityRef }) => entityRef);
      if (touched.length === 0) {
        return;
      }
      try {
        await collector.refresh(
          [...new Set(touched)],
          AbortSignal.timeout(60_000),
        );
      } catch (error) {
        logger.warn(
          `A push to ${repository.html_url} is left to the next collection: ${
            toError(error).message
          }`,
        );
      }
    },
  });
}
