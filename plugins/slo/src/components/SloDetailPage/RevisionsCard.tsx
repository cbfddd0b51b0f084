import type { SloDetail } from '@arctiq/plugin-slo-common';
import { Age, SectionCard } from '@arctiq/ui-kit';
import styles from './SloDetailPage.module.css';

/** How the definition changed; history stays measured as it was. */
export function RevisionsCard(props: { slo: SloDetail }) {
  const { revisions } = props.slo;
  if (revisions.length === 0) {
    return null;
  }
  return (
    <SectionCard title="Revisions">
      <ol className={styles.sentences} reversed>
        {[...revisions]
          .sort((a, b) => b.revision - a.revision)
          .map(({ revision, since, summary }) => (
            <li key={revision} value={revision}>
              {summary}{' '}
              <span className={styles.quiet}>
                <Age time={since} />
              </span>
            </li>
          ))}
      </ol>
    </SectionCard>
  );
}
