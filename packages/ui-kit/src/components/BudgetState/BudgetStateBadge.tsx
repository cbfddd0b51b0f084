import { StatusBadge } from '../StatusBadge';
import { type BudgetState, budgetStates } from './budgetStates';

/** The state of an error budget as word, icon and colour. */
export function BudgetStateBadge(props: { state: BudgetState }) {
  const { word, tone, icon, meaning } = budgetStates[props.state];
  return (
    <StatusBadge tone={tone} icon={icon} title={meaning}>
      {word}
    </StatusBadge>
  );
}
