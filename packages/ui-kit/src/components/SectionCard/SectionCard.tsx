import { Link } from '@backstage/ui';
import { type ReactNode, useId } from 'react';
import styles from './SectionCard.module.css';

/** Props of {@link SectionCard}. */
export interface SectionCardProps {
  title: string;
  /** Where there is more of the same. */
  more?: { label: string; href: string };
  /** Stands at the end of the title's line in place of `more`. */
  aside?: ReactNode;
  /** Level of the title in the outline of the page; by default 2. */
  headingLevel?: 2 | 3;
  children: ReactNode;
}

/** A titled part of a page in a frame. */
export function SectionCard(props: SectionCardProps) {
  const { title, more, aside, headingLevel = 2, children } = props;
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <div className={styles.header}>
        <Heading id={titleId} className={styles.title}>
          {title}
        </Heading>
        {more ? <Link href={more.href}>{more.label}</Link> : aside}
      </div>
      {children}
    </section>
  );
}
