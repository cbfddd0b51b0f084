import {
  RiAlertLine,
  RiCheckLine,
  RiCircleLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import type { ReactElement } from 'react';
import styles from './StatusBadge.module.css';

/** What a state means, whatever its word is. */
export type StatusTone =
  | 'positive'
  | 'warning'
  | 'negative'
  | 'announcement'
  | 'neutral';

const icons: Record<StatusTone, ReactElement> = {
  positive: <RiCheckLine size="1em" />,
  warning: <RiAlertLine size="1em" />,
  negative: <RiCloseCircleLine size="1em" />,
  announcement: <RiInformationLine size="1em" />,
  neutral: <RiCircleLine size="1em" />,
};

/** Props of {@link StatusBadge}. */
export interface StatusBadgeProps {
  tone: StatusTone;
  /** The word for the state; colour and icon only support it. */
  children: string;
  /** Replaces the icon of the tone. */
  icon?: ReactElement;
  /** More about the state, shown on hover. */
  title?: string;
}

/** A state as word, icon and colour together. */
export function StatusBadge(props: StatusBadgeProps) {
  const { tone, children, icon = icons[tone], title } = props;
  return (
    <span className={`${styles.badge} ${styles[tone]}`} title={title}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {children}
    </span>
  );
}
