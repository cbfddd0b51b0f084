import { Link } from '@backstage/ui';
import type { ReactElement } from 'react';
import type { StatusTone } from '../StatusBadge';
import styles from './LinkTabs.module.css';

/** One choice of {@link LinkTabs}. */
export interface LinkTab {
  label: string;
  href: string | undefined;
  current: boolean;
  /** How many there are behind it. */
  count?: number;
  icon?: ReactElement;
  tone?: StatusTone;
}

/** Choices with an address each: views of a page, or filters to switch. */
export function LinkTabs(props: { label: string; tabs: LinkTab[] }) {
  return (
    <nav aria-label={props.label}>
      <ul className={styles.list}>
        {props.tabs.map(({ label, href, current, count, icon, tone }) => (
          <li key={label}>
            <Link
              href={href}
              className={`${styles.tab} ${tone ? styles[tone] : ''}`}
              aria-current={current ? 'true' : undefined}
            >
              {icon && (
                <span className={styles.icon} aria-hidden="true">
                  {icon}
                </span>
              )}
              {label}
              {count !== undefined && (
                <>
                  {' '}
                  <span className={styles.count}>{count}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
