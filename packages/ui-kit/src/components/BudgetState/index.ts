export { BudgetStateBadge } from './BudgetStateBadge';
export {
  type BudgetState,
  budgetStates,
  type BudgetStateWords,
} from './budgetStates';
export { GateBadge, type GateWord } from './GateBadge';
