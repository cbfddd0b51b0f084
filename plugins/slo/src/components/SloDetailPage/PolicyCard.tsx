import type { SloDetail } from '@arctiq/plugin-slo-common';
import { formatTarget, GateBadge, SectionCard } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useEntitySlosHref } from '../../hooks/useEntitySlosHref';
import styles from './SloDetailPage.module.css';

/** Which step of the error budget policy holds, and which comes next. */
export function PolicyCard(props: { slo: SloDetail }) {
  const { slo } = props;
  const { step, next } = slo.policy;
  const gate = useEntitySlosHref(slo.entityRef);
  const known = slo.status.remaining !== undefined;
  return (
    <SectionCard
      title="What the policy says"
      aside={<GateBadge decision={known ? step.decision : 'unknown'} />}
    >
      {known ? (
        <>
          <p className={styles.step}>
            <strong>{step.name}.</strong> {step.action}
          </p>
          {next && (
            <p className={styles.quiet}>
              {`Below ${formatTarget(String(next.below))}: ${next.name}. ${
                next.action
              }`}
            </p>
          )}
        </>
      ) : (
        <p className={styles.step}>
          Nothing can be said without data; the gate does not allow what it does
          not know.
        </p>
      )}
      {gate && <Link href={gate}>Ask the gate for {slo.entityTitle}</Link>}
    </SectionCard>
  );
}
