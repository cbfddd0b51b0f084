import { RiCloseLine, RiMenuLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { Logo } from '../../brand';
import { GroupList } from './GroupList';
import type { NavEntry, NavModel } from './groups';
import { isCurrent } from './isCurrent';
import styles from './Navigation.module.css';
import { NavLink } from './NavLink';
import { NotificationsLink } from './NotificationsLink';
import { PersonFooter } from './PersonFooter';

const barPages = [
  'page:home',
  'page:search',
  'page:catalog',
  'page:scaffolder',
];

/** A bar at the bottom of a phone, and a sheet with everything. */
export function MobileNavigation(props: { model: NavModel }) {
  const { groups, notifications, settings } = props.model;
  const location = useLocation();
  const sheet = useRef<HTMLDialogElement>(null);
  const all = groups.flatMap(group => group.entries);
  const bar = barPages.flatMap<NavEntry>(
    id => all.find(entry => entry.id === id) ?? [],
  );

  // Whoever followed a link of the sheet has arrived.
  useEffect(() => {
    sheet.current?.close?.();
  }, [location.pathname, location.search]);

  return (
    <>
      <nav className={styles.bar} aria-label="Main">
        {bar.map(entry => (
          <NavLink
            key={entry.id}
            {...entry}
            current={isCurrent(entry.href, location)}
          />
        ))}
        <button
          type="button"
          className={styles.link}
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          <span className={styles.icon} aria-hidden="true">
            <RiMenuLine />
          </span>
          <span className={styles.word}>Menu</span>
        </button>
      </nav>
      <dialog ref={sheet} className={styles.sheet} aria-label="Menu">
        <div className={styles.sheetHeader}>
          <Logo size={28} />
          <button
            type="button"
            className={styles.iconButton}
            aria-label="Close the menu"
            onClick={() => sheet.current?.close()}
          >
            <RiCloseLine aria-hidden="true" />
          </button>
        </div>
        <nav aria-label="All pages">
          <GroupList groups={groups} />
          {notifications && (
            <NotificationsLink
              entry={notifications}
              current={isCurrent(notifications.href, location)}
            />
          )}
          {settings && (
            <NavLink
              {...settings}
              current={isCurrent(settings.href, location)}
            />
          )}
        </nav>
        <PersonFooter />
      </dialog>
    </>
  );
}
