import {
  type NotificationsRenderItemProps,
  NotificationsSidebarItem,
} from '@backstage/plugin-notifications';
import type { ReactNode } from 'react';

/**
 * Knows how many notifications are unread and shows new ones as they come. A
 * file of its own, so that it is downloaded after the first page is drawn.
 */
export function UnreadCount(props: {
  children: (state: NotificationsRenderItemProps) => ReactNode;
}) {
  return <NotificationsSidebarItem renderItem={props.children} />;
}
