export { SlosRouter } from './SlosRouter';
