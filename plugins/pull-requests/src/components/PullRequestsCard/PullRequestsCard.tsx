import { SectionCard } from '@arctiq/ui-kit';
import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';
import { Link } from '@backstage/ui';
import { useFiltersHref } from '../../hooks/useFilters';
import { usePullRequests } from '../../hooks/usePullRequests';
import { PullRequestsContent } from '../PullRequestsContent';
import { PullRequestTable } from '../PullRequestTable';
import { summarize } from './summarize';
import styles from './PullRequestsCard.module.css';

const LIMIT = 6;

function More(props: { page: PullRequestPage }) {
  const href = useFiltersHref()?.({ view: 'involved' });
  const { items, totalItems } = props.page;
  if (!href) {
    return null;
  }
  const hidden = totalItems - items.length;
  return (
    <Link href={href}>
      {hidden > 0 ? `And ${hidden} more` : 'All pull requests'}
    </Link>
  );
}

/** What waits for the signed-in person: to review, their own, their teams'. */
export function PullRequestsCard() {
  const result = usePullRequests({ involves: 'me', limit: LIMIT });
  return (
    <SectionCard
      title="Pull requests"
      aside={result.state === 'ready' && <More page={result.page} />}
    >
      <PullRequestsContent
        result={result}
        empty={{
          title: 'Nothing waits for you',
          detail:
            'No open pull request needs your review, is yours, or changes a component of your teams.',
        }}
      >
        {page => (
          <>
            <p className={styles.summary}>{summarize(page)}</p>
            <PullRequestTable
              pullRequests={page.items}
              label="Pull requests for you"
            />
          </>
        )}
      </PullRequestsContent>
    </SectionCard>
  );
}
