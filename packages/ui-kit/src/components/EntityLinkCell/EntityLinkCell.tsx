import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { kindIcon, kindLabel } from './kinds';
import styles from './EntityLinkCell.module.css';

/** Props of {@link EntityLinkCell}. */
export interface EntityLinkCellProps {
  /** Full ref, such as `component:default/checkout`. */
  entityRef: string;
  /** Where the link leads; the caller knows the routes of the app. */
  href: string;
  /** Name to show; by default the name in the ref. */
  title?: string;
  /** A short second line. */
  secondary?: string;
}

/** An entity in a list or table: icon of its kind, linked name, second line. */
export function EntityLinkCell(props: EntityLinkCellProps) {
  const { entityRef, href, title, secondary } = props;
  const { kind, name } = parseEntityRef(entityRef);
  return (
    <span className={styles.cell}>
      <span className={styles.icon} title={kindLabel(kind)} aria-hidden="true">
        {kindIcon(kind)}
      </span>
      <span className={styles.text}>
        <Link href={href}>{title ?? name}</Link>
        {secondary && <span className={styles.secondary}>{secondary}</span>}
      </span>
    </span>
  );
}
