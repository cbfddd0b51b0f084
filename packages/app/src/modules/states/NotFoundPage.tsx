import { StatePanel } from '@arctiq/ui-kit';
import { useLocation } from 'react-router-dom';
import styles from './NotFoundPage.module.css';

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Page not found</h1>
      <StatePanel
        kind="empty"
        headingLevel={2}
        title={`Nothing is at ${pathname}`}
        action={{ label: 'Search the portal', href: '/search' }}
      >
        The address may be old or mistyped, or the thing was removed. The search
        finds everything that you may see.
      </StatePanel>
    </main>
  );
}
