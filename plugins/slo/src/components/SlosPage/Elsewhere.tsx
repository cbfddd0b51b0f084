import type { SloSummary } from '@arctiq/plugin-slo-common';
import { BurnFigure } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { inSentence, nameOf } from '../../words/names';
import { isBurning } from '../../words/tone';
import styles from './SlosPage.module.css';

const query = { sort: 'burn', limit: 1 } as const;

/** What burns first in the whole company, where the page shows only a part. */
export function Elsewhere(props: { worst: SloSummary | undefined }) {
  const { worst } = props;
  const links = useSloLinks();
  const read = useRead('company', (api, options) => api.list(query, options));
  const first = read.state === 'ready' ? read.value.items[0] : undefined;
  if (!first || first.id === worst?.id || !isBurning(first.status)) {
    return null;
  }
  return (
    <p className={styles.elsewhere}>
      Burning first in the whole company:{' '}
      <Link href={links.slo(first.id)}>
        {first.entityTitle} {inSentence(first.displayName)}
      </Link>{' '}
      <BurnFigure rate={first.status.currentBurn} />
      {first.ownerRef && ` (${nameOf(first.ownerRef)})`}
    </p>
  );
}
