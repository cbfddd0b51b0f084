export { Field, FormDialog, type FormValues } from './FormDialog';
