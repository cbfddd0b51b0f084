import { StatePanel } from '@arctiq/ui-kit';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { explain } from '../../lib/explain';
import { Hero } from './Hero';
import styles from './HomeLayout.module.css';
import { MyServices } from './MyServices';
import { RecentlyVisited } from './RecentlyVisited';
import { Starred } from './Starred';
import { useMe } from './useMe';

/**
 * Arranges the home page. Widgets of other plugins stand below the services,
 * in the order in which the app knows them.
 */
export function HomeLayout(props: HomePageLayoutProps) {
  const me = useMe();
  const ready = me.state === 'ready' ? me.value : undefined;
  return (
    <main className={styles.page}>
      <Hero me={ready} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {me.state === 'failed' && (
            <StatePanel
              kind="failed"
              title="Your teams could not be read"
              action={{ label: 'Try again', onPress: me.retry }}
            >
              {explain(me.error)}
            </StatePanel>
          )}
          {ready && <MyServices owners={ready.ownershipEntityRefs} />}
          {props.widgets.map(widget => (
            <div key={widget.node.spec.id} className={styles.widget}>
              {widget.component}
            </div>
          ))}
        </div>
        <div className={styles.column}>
          <RecentlyVisited />
          <Starred />
        </div>
      </div>
    </main>
  );
}
