import { useLocation } from 'react-router-dom';
import type { NavModel } from './groups';
import { isCurrent } from './isCurrent';
import styles from './Navigation.module.css';
import { NavLink } from './NavLink';

/** The groups of the navigation, each a titled list of links. */
export function GroupList(props: {
  groups: NavModel['groups'];
  narrow?: boolean;
}) {
  const { groups, narrow } = props;
  const location = useLocation();
  return (
    <>
      {groups.map(group => (
        <div key={group.title ?? ''} className={styles.group}>
          {group.title && (
            <h2 className={narrow ? styles.hidden : styles.heading}>
              {group.title}
            </h2>
          )}
          <ul className={styles.list} aria-label={group.title}>
            {group.entries.map(entry => (
              <li key={entry.id}>
                <NavLink
                  href={entry.href}
                  title={entry.title}
                  icon={entry.icon}
                  current={isCurrent(entry.href, location)}
                  narrow={narrow}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
