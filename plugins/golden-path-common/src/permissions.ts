import {
  BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/** May ask whether a creation would be accepted (names, owners, systems). */
export const goldenPathCheckPermission: BasicPermission = createPermission({
  name: 'golden-path.creation.check',
  attributes: { action: 'read' },
});

/**
 * May ask for a component's removal from the catalog. That the person's team
 * owns it is checked in addition, per request.
 */
export const goldenPathUnregisterPermission: BasicPermission = createPermission(
  {
    name: 'golden-path.component.unregister',
    attributes: { action: 'delete' },
  },
);

/** Every permission of the golden paths. */
export const goldenPathPermissions: BasicPermission[] = [
  goldenPathCheckPermission,
  goldenPathUnregisterPermission,
];
