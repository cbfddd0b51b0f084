import { StatusBadge, StatusTone } from '@arctiq/ui-kit';
import {
  Attention,
  PullRequest,
  Staleness,
  staleness,
} from '@arctiq/plugin-pull-requests-common';
import { RiEyeLine, RiTeamLine, RiUserLine } from '@remixicon/react';
import type { ReactElement } from 'react';

const attentions: Record<
  Attention,
  { tone: StatusTone; word: string; icon: ReactElement }
> = {
  'needs-your-review': {
    tone: 'announcement',
    word: 'Needs your review',
    icon: <RiEyeLine size="1em" />,
  },
  yours: { tone: 'neutral', word: 'Yours', icon: <RiUserLine size="1em" /> },
  'your-team': {
    tone: 'neutral',
    word: 'Your team',
    icon: <RiTeamLine size="1em" />,
  },
};

/** What the pull request asks of the person, if anything. */
export function AttentionBadge(props: { attention: Attention | undefined }) {
  const { attention } = props;
  if (!attention) {
    return null;
  }
  const { tone, word, icon } = attentions[attention];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {word}
    </StatusBadge>
  );
}

const stalenesses: Record<
  Staleness,
  { tone: StatusTone; word: string; title: string }
> = {
  fresh: {
    tone: 'positive',
    word: 'Fresh',
    title: 'Something happened in the last 2 days',
  },
  ageing: {
    tone: 'neutral',
    word: 'Ageing',
    title: 'Nothing happened for 2 days or more',
  },
  stale: {
    tone: 'warning',
    word: 'Stale',
    title: 'Nothing happened for over 14 days',
  },
};

/** How long nothing happened, in one word. */
export function StalenessBadge(props: {
  pullRequest: Pick<PullRequest, 'updatedAt'>;
  now: Date;
}) {
  const { pullRequest, now } = props;
  const { tone, word, title } =
    stalenesses[staleness(pullRequest.updatedAt, now)];
  return (
    <StatusBadge tone={tone} title={title}>
      {word}
    </StatusBadge>
  );
}
