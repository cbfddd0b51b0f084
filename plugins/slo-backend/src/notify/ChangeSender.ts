import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StateChange, StatusStore } from '../store/StatusStore';

/** Sent in one go; the rest follows in the next. */
const MAX_CHANGES = 100;

/**
 * Tells owners about changes of state. Changes are written with the budgets and
 * sent from there, so that a crash loses none; a change is taken before it is
 * sent, so that of two replicas one sends it.
 */
export class ChangeSender {
  readonly #options: {
    notifications: NotificationService;
    statuses: Pick<StatusStore, 'claimChange' | 'changeSent'>;
    logger: LoggerService;
    now?: () => Date;
  };

  constructor(options: {
    notifications: NotificationService;
    statuses: Pick<StatusStore, 'claimChange' | 'changeSent'>;
    logger: LoggerService;
    /** The clock; replaced in tests. */
    now?: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * Sends what waits. When the notifications plugin fails, the rest waits for
   * the next time.
   *
   * @throws Error when the database cannot be used
   */
  async run(): Promise<void> {
    const { statuses, notifications, logger, now } = this.#options;
    for (let count = 0; count < MAX_CHANGES; count++) {
      const change = await statuses.claimChange(now?.() ?? new Date());
      if (!change) {
        return;
      }
      if (change.ownerRef) {
        try {
          await notifications.send(toNotification(change, change.ownerRef));
        } catch (error) {
          logger.warn(
            `${change.ownerRef} could not be told that ${change.sloId} is ${
              change.to
            }, which is tried again: ${toError(error).message}`,
          );
          return;
        }
      }
      await statuses.changeSent(change.number, now?.() ?? new Date());
    }
  }
}

function toNotification(change: StateChange, ownerRef: string) {
  return {
    recipients: { type: 'entity' as const, entityRef: ownerRef },
    payload: {
      title: change.title,
      description: change.description,
      link: `/slos/${change.sloId}`,
      severity: change.severity,
      topic: 'Error budgets',
      // A later change of the same SLO takes the place of this one.
      scope: `slo:${change.sloId}`,
    },
  };
}
