export { ReadPanel } from './ReadPanel';
