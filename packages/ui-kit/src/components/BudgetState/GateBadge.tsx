import {
  RiAlertLine,
  RiCheckLine,
  RiQuestionLine,
  RiSnowflakeLine,
} from '@remixicon/react';
import type { ReactElement } from 'react';
import { StatusBadge, type StatusTone } from '../StatusBadge';

/** What a promotion gate answers. */
export type GateWord = 'allow' | 'caution' | 'freeze' | 'unknown';

const words: Record<
  GateWord,
  { word: string; tone: StatusTone; icon: ReactElement }
> = {
  allow: {
    word: 'Ship freely',
    tone: 'positive',
    icon: <RiCheckLine size="1em" />,
  },
  caution: {
    word: 'Ship with care',
    tone: 'warning',
    icon: <RiAlertLine size="1em" />,
  },
  freeze: {
    word: 'Frozen',
    tone: 'negative',
    icon: <RiSnowflakeLine size="1em" />,
  },
  unknown: {
    word: 'Unknown',
    tone: 'neutral',
    icon: <RiQuestionLine size="1em" />,
  },
};

/** The answer of a promotion gate as word, icon and colour. */
export function GateBadge(props: { decision: GateWord }) {
  const { word, tone, icon } = words[props.decision];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {word}
    </StatusBadge>
  );
}
