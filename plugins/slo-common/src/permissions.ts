import {
  type BasicPermission,
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Reading SLOs, budgets, rules and the scoreboard. */
export const sloReadPermission: BasicPermission = createPermission({
  name: 'slo.read',
  attributes: { action: 'read' },
});

/** Asking the promotion gate. */
export const sloGateAskPermission: BasicPermission = createPermission({
  name: 'slo.gate.ask',
  attributes: { action: 'read' },
});

/** Recording or revoking a correction on the SLOs of an entity. */
export const sloCorrectionCreatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'slo.correction.create',
    attributes: { action: 'create' },
    resourceType: 'catalog-entity',
  });

/** Granting or revoking an exemption from the gate. */
export const sloExemptionCreatePermission: BasicPermission = createPermission({
  name: 'slo.exemption.create',
  attributes: { action: 'create' },
});

/** Every permission of this plugin. */
export const sloPermissions = [
  sloReadPermission,
  sloGateAskPermission,
  sloCorrectionCreatePermission,
  sloExemptionCreatePermission,
];
