import { useSidebarPinState } from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { DesktopNavigation } from './DesktopNavigation';
import { buildNavigation } from './groups';
import { MobileNavigation } from './MobileNavigation';

/** The navigation of the portal, as a column or, on a phone, as a bar. */
export function Navigation(props: NavContentComponentProps) {
  const { isMobile } = useSidebarPinState();
  // The collection remembers what was taken; every render starts afresh.
  const model = buildNavigation(props.navItems.clone());
  return isMobile ? (
    <MobileNavigation model={model} />
  ) : (
    <DesktopNavigation model={model} />
  );
}
