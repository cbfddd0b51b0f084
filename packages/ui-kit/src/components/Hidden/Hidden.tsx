import type { ReactNode } from 'react';
import styles from './Hidden.module.css';

/** Words for people who listen to the page instead of looking at it. */
export function Hidden(props: { children: ReactNode }) {
  return <span className={styles.hidden}>{props.children}</span>;
}
