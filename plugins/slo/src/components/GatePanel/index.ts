export { GatePanel } from './GatePanel';
