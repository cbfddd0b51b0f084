import { Button, ButtonLink } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiInboxLine,
  RiLoader4Line,
  RiLockLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactElement, ReactNode } from 'react';
import styles from './StatePanel.module.css';

/** Why a part of a page has nothing to show. */
export type StatePanelKind =
  | 'loading'
  | 'empty'
  | 'failed'
  | 'stale'
  | 'forbidden';

/** The next step: a link, or something to do in place. */
export type StatePanelAction =
  | { label: string; href: string }
  | { label: string; onPress: () => void; isPending?: boolean };

/** Props of {@link StatePanel}. */
export interface StatePanelProps {
  kind: StatePanelKind;
  /** What happened, in a few words. */
  title: string;
  /** What that means, and why it is so. */
  children?: ReactNode;
  action?: StatePanelAction;
  /** Level of the title in the outline of the page; by default 3. */
  headingLevel?: 2 | 3 | 4;
  /** Less room, for cards and table cells. */
  compact?: boolean;
}

const icons: Record<StatePanelKind, ReactElement> = {
  loading: <RiLoader4Line className={styles.spinning} />,
  empty: <RiInboxLine />,
  failed: <RiErrorWarningLine />,
  stale: <RiTimeLine />,
  forbidden: <RiLockLine />,
};

const roles = {
  loading: 'status',
  empty: undefined,
  failed: 'alert',
  stale: 'status',
  forbidden: undefined,
} as const;

function Action(props: { action: StatePanelAction }) {
  const { action } = props;
  if ('href' in action) {
    return (
      <ButtonLink href={action.href} variant="secondary">
        {action.label}
      </ButtonLink>
    );
  }
  return (
    <Button
      variant="secondary"
      onPress={action.onPress}
      isPending={action.isPending}
    >
      {action.label}
    </Button>
  );
}

/**
 * What stands where data would stand: it is loading, there is none, it could
 * not be had, it is old, or it may not be seen. Always with a next step where
 * there is one.
 */
export function StatePanel(props: StatePanelProps) {
  const { kind, title, children, action, headingLevel = 3, compact } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={`${styles.panel} ${styles[kind]} ${
        compact ? styles.compact : ''
      }`}
      role={roles[kind]}
    >
      <span className={styles.icon} aria-hidden="true">
        {icons[kind]}
      </span>
      <div className={styles.text}>
        <Heading className={styles.title}>{title}</Heading>
        {children && <div className={styles.detail}>{children}</div>}
      </div>
      {action && (
        <div className={styles.action}>
          <Action action={action} />
        </div>
      )}
    </div>
  );
}
