import type { Quality } from '@arctiq/plugin-slo-common';
import { Age, StatePanel } from '@arctiq/ui-kit';

/** Three rounds of measurement missed. */
const OLD_MS = 15 * 60_000;

const titles: Record<Quality, string> = {
  complete: 'These figures are old',
  stale: 'These figures are old',
  partial: 'Some of it could not be measured',
  'not-measured': 'Nothing was measured yet',
};

/** Props of {@link DataNotice}. */
export interface DataNoticeProps {
  quality: Quality;
  /** ISO 8601: when it was measured last. */
  asOf?: string;
  reasons: readonly string[];
  /** Why it could not be refreshed, when that failed. */
  refreshProblem?: string;
  retry: () => void;
  /** Level of its title in the outline of the page; by default 3. */
  headingLevel?: 2 | 3;
}

/**
 * Says what is doubtful about figures: old, incomplete, or not refreshed. Shows
 * nothing when there is nothing to say.
 */
export function DataNotice(props: DataNoticeProps) {
  const { quality, asOf, reasons, refreshProblem, retry, headingLevel } = props;
  const old =
    asOf !== undefined && Date.now() - new Date(asOf).getTime() > OLD_MS;
  if (quality === 'complete' && !old && !refreshProblem) {
    return null;
  }
  const title =
    refreshProblem && quality === 'complete' && !old
      ? 'This page could not be refreshed'
      : titles[old && quality === 'partial' ? 'stale' : quality];
  return (
    <StatePanel
      kind="stale"
      title={title}
      headingLevel={headingLevel}
      compact
      action={{ label: 'Try again', onPress: retry }}
    >
      {asOf && (
        <p>
          Measured last <Age time={asOf} />.
        </p>
      )}
      {[refreshProblem, ...reasons].map(
        reason => reason && <p key={reason}>{reason}</p>,
      )}
    </StatePanel>
  );
}
