export { authModuleSandbox as default } from './module';
