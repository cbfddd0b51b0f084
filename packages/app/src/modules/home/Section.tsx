import { Link } from '@backstage/ui';
import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A titled part of the home page. */
export function Section(props: {
  title: string;
  /** Where there is more of the same. */
  more?: { label: string; href: string };
  children: ReactNode;
}) {
  const { title, more, children } = props;
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {more && <Link href={more.href}>{more.label}</Link>}
      </div>
      {children}
    </section>
  );
}
