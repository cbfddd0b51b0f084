import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiFireLine,
  RiHourglassLine,
  RiQuestionLine,
  RiSnowflakeLine,
} from '@remixicon/react';
import type { ReactElement } from 'react';
import type { StatusTone } from '../StatusBadge';

/** State of an error budget, worst first. */
export type BudgetState =
  | 'exhausted'
  | 'frozen'
  | 'critical'
  | 'at-risk'
  | 'no-data'
  | 'not-measured'
  | 'healthy';

/** How a state is told, everywhere the same. */
export interface BudgetStateWords {
  word: string;
  tone: StatusTone;
  icon: ReactElement;
  /** What it means. */
  meaning: string;
}

export const budgetStates: Readonly<Record<BudgetState, BudgetStateWords>> = {
  exhausted: {
    word: 'Exhausted',
    tone: 'negative',
    icon: <RiCloseCircleLine size="1em" />,
    meaning: 'More is spent than the window allows',
  },
  frozen: {
    word: 'Frozen',
    tone: 'negative',
    icon: <RiSnowflakeLine size="1em" />,
    meaning: 'So little is left that promotion gate 4 holds deploys back',
  },
  critical: {
    word: 'Critical',
    tone: 'negative',
    icon: <RiFireLine size="1em" />,
    meaning: 'Little is left: deploys freeze, reliability comes first',
  },
  'at-risk': {
    word: 'At risk',
    tone: 'warning',
    icon: <RiAlertLine size="1em" />,
    meaning: 'Under half is left, or it burns so fast that it soon will be',
  },
  'no-data': {
    word: 'No data',
    tone: 'neutral',
    icon: <RiQuestionLine size="1em" />,
    meaning: 'Too little is known of the window to say anything',
  },
  'not-measured': {
    word: 'Not measured',
    tone: 'neutral',
    icon: <RiHourglassLine size="1em" />,
    meaning: 'It was never measured yet',
  },
  healthy: {
    word: 'Healthy',
    tone: 'positive',
    icon: <RiCheckLine size="1em" />,
    meaning: 'The budget lasts',
  },
};
