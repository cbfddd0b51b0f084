export { Field, FormDialog } from './FormDialog';
