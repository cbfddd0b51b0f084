import { RiNotification3Line } from '@remixicon/react';
import { Suspense, lazy } from 'react';
import type { NavEntry } from './groups';
import { NavLink } from './NavLink';

const UnreadCount = lazy(async () => ({
  default: (await import('./UnreadCount')).UnreadCount,
}));

/** The way to the notifications, with the number of unread ones. */
export function NotificationsLink(props: {
  entry: NavEntry;
  current: boolean;
  narrow?: boolean;
}) {
  const { entry, current, narrow } = props;
  const link = (count?: number, onClick?: () => void) => (
    <NavLink
      href={entry.href}
      title={entry.title}
      icon={<RiNotification3Line />}
      current={current}
      narrow={narrow}
      count={count}
      onClick={onClick}
    />
  );
  return (
    <Suspense fallback={link()}>
      <UnreadCount>
        {({ unreadCount, onClick }) => link(unreadCount, onClick)}
      </UnreadCount>
    </Suspense>
  );
}
