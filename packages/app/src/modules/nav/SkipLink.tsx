import styles from './Navigation.module.css';

/** Lets people with a keyboard pass the navigation. */
export function SkipLink() {
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => {
        const main = document.querySelector<HTMLElement>('main, [role="main"]');
        main?.setAttribute('tabindex', '-1');
        main?.focus();
      }}
    >
      Skip to content
    </button>
  );
}
