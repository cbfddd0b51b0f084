import { Link } from 'react-router-dom';
import type { ReactNode } from 'react';
import styles from './Navigation.module.css';

/** A link of the navigation: icon and word, the word hidden when it is narrow. */
export function NavLink(props: {
  href: string;
  title: string;
  icon: ReactNode;
  current: boolean;
  /** Shows the icon only; the word stays for screen readers and on hover. */
  narrow?: boolean;
  /** A figure beside the word, such as the number of unread notifications. */
  count?: number;
  onClick?: () => void;
}) {
  const { href, title, icon, current, narrow, count, onClick } = props;
  return (
    <Link
      to={href}
      className={styles.link}
      aria-current={current ? 'page' : undefined}
      title={narrow ? title : undefined}
      onClick={onClick}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={narrow ? styles.hidden : styles.word}>{title}</span>
      {count ? (
        <span className={styles.count}>
          {count > 99 ? '99+' : count}
          <span className={styles.hidden}> unread</span>
        </span>
      ) : null}
    </Link>
  );
}
