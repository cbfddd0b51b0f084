export { policyTable, type PolicyRow } from './decisions';
export { permissionModulePortalPolicy as default } from './module';
export { type Person } from './person';
export { type Rule } from './rules';
