import {
  RiBox3Line,
  RiBookOpenLine,
  RiDatabase2Line,
  RiGlobalLine,
  RiMapPinLine,
  RiNodeTree,
  RiPlugLine,
  RiShapesLine,
  RiStackLine,
  RiTeamLine,
  RiUserLine,
} from '@remixicon/react';
import type { ReactElement } from 'react';

const kinds: Record<string, { label: string; icon: ReactElement }> = {
  api: { label: 'API', icon: <RiPlugLine size="1em" /> },
  component: { label: 'Component', icon: <RiBox3Line size="1em" /> },
  domain: { label: 'Domain', icon: <RiGlobalLine size="1em" /> },
  group: { label: 'Team', icon: <RiTeamLine size="1em" /> },
  location: { label: 'Location', icon: <RiMapPinLine size="1em" /> },
  resource: { label: 'Resource', icon: <RiDatabase2Line size="1em" /> },
  system: { label: 'System', icon: <RiNodeTree size="1em" /> },
  techdocs: { label: 'Documentation', icon: <RiBookOpenLine size="1em" /> },
  template: { label: 'Golden path', icon: <RiStackLine size="1em" /> },
  user: { label: 'Person', icon: <RiUserLine size="1em" /> },
};

/** The word for a kind of entity, as it is shown to people. */
export function kindLabel(kind: string): string {
  return kinds[kind.toLocaleLowerCase('en-US')]?.label ?? kind;
}

/** The icon for a kind of entity; it stands beside a word, never alone. */
export function kindIcon(kind: string): ReactElement {
  return (
    kinds[kind.toLocaleLowerCase('en-US')]?.icon ?? <RiShapesLine size="1em" />
  );
}
