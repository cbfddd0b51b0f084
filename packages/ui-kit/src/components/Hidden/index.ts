export { Hidden } from './Hidden';
