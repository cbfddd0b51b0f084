export {
  StatePanel,
  type StatePanelAction,
  type StatePanelKind,
  type StatePanelProps,
} from './StatePanel';
