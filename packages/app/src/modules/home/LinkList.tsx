import { EntityLinkCell } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './LinkList.module.css';

/** A page or entity in a short list. */
export interface LinkListItem {
  href: string;
  title: string;
  /** Given for entities, which then show the icon of their kind. */
  entityRef?: string;
  /** Said at the end of the line. */
  aside?: ReactNode;
}

/** A short list of links, one to a line. */
export function LinkList(props: { items: LinkListItem[] }) {
  return (
    <ul className={styles.list}>
      {props.items.map(item => (
        <li key={item.href} className={styles.item}>
          {item.entityRef ? (
            <EntityLinkCell
              entityRef={item.entityRef}
              href={item.href}
              title={item.title}
            />
          ) : (
            <Link href={item.href}>{item.title}</Link>
          )}
          {item.aside && <span className={styles.aside}>{item.aside}</span>}
        </li>
      ))}
    </ul>
  );
}
