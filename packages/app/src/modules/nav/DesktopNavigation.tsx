import { useSidebarPinState } from '@backstage/core-components';
import { RiSideBarFill, RiSideBarLine } from '@remixicon/react';
import { Link, useLocation } from 'react-router-dom';
import { Logo, LogoMark } from '../../brand';
import { GroupList } from './GroupList';
import type { NavModel } from './groups';
import { isCurrent } from './isCurrent';
import styles from './Navigation.module.css';
import { NavLink } from './NavLink';
import { NotificationsLink } from './NotificationsLink';
import { PersonFooter } from './PersonFooter';
import { SkipLink } from './SkipLink';

/** The column at the left: wide with words, or narrow with icons. */
export function DesktopNavigation(props: { model: NavModel }) {
  const { groups, notifications, settings } = props.model;
  const { isPinned, toggleSidebarPinState } = useSidebarPinState();
  const location = useLocation();
  const narrow = !isPinned;
  return (
    <nav
      className={`${styles.column} ${narrow ? styles.narrow : ''}`}
      aria-label="Main"
    >
      <SkipLink />
      <Link to="/" className={styles.brand} aria-label="Arctiq Portal, home">
        {narrow ? <LogoMark size={32} /> : <Logo size={32} />}
      </Link>
      <div className={styles.scroll}>
        <GroupList groups={groups} narrow={narrow} />
      </div>
      <div className={styles.footer}>
        {notifications && (
          <NotificationsLink
            entry={notifications}
            current={isCurrent(notifications.href, location)}
            narrow={narrow}
          />
        )}
        {settings && (
          <NavLink
            {...settings}
            current={isCurrent(settings.href, location)}
            narrow={narrow}
          />
        )}
        <button
          type="button"
          className={styles.link}
          aria-expanded={isPinned}
          title={narrow ? 'Show names' : undefined}
          onClick={toggleSidebarPinState}
        >
          <span className={styles.icon} aria-hidden="true">
            {narrow ? <RiSideBarLine /> : <RiSideBarFill />}
          </span>
          <span className={narrow ? styles.hidden : styles.word}>
            {narrow ? 'Show names' : 'Icons only'}
          </span>
        </button>
        <PersonFooter narrow={narrow} />
      </div>
    </nav>
  );
}
