import styles from './Code.module.css';

/** Text for machines. It scrolls by itself, also by keyboard. */
export function Code(props: { label: string; children: string }) {
  return (
    <pre
      className={styles.code}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={props.label}
    >
      <code>{props.children}</code>
    </pre>
  );
}
