import type { NavContentNavItems } from '@backstage/plugin-app-react';
import {
  RiAddBoxLine,
  RiApps2Line,
  RiBookOpenLine,
  RiCoinsLine,
  RiDownload2Line,
  RiFirstAidKitLine,
  RiGitPullRequestLine,
  RiGroupLine,
  RiHome5Line,
  RiNodeTree,
  RiPhoneFindLine,
  RiPlugLine,
  RiPulseLine,
  RiSearchLine,
  RiSettings3Line,
  RiTeamLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';

/** One entry of the navigation. */
export interface NavEntry {
  id: string;
  title: string;
  href: string;
  icon: ReactNode;
}

/** Entries that belong together; the first group has no title. */
export interface NavGroup {
  title?: string;
  entries: NavEntry[];
}

// Pages that are not installed take no room: the operational ones come with
// the plugins of their issues.
const layout: Array<{
  title?: string;
  pages: Array<{ id: string; icon: ReactNode; title?: string }>;
}> = [
  { pages: [{ id: 'page:home', icon: <RiHome5Line /> }] },
  {
    title: 'Find',
    pages: [
      { id: 'page:search', icon: <RiSearchLine /> },
      { id: 'page:catalog', icon: <RiApps2Line /> },
      { id: 'page:api-docs', icon: <RiPlugLine /> },
      { id: 'page:techdocs', icon: <RiBookOpenLine /> },
      { id: 'page:catalog-graph', icon: <RiNodeTree />, title: 'Relations' },
    ],
  },
  {
    title: 'Build',
    pages: [
      { id: 'page:scaffolder', icon: <RiAddBoxLine /> },
      { id: 'page:pull-requests', icon: <RiGitPullRequestLine /> },
      {
        id: 'page:catalog-import',
        icon: <RiDownload2Line />,
        title: 'Import',
      },
    ],
  },
  {
    title: 'Run',
    pages: [
      { id: 'page:ownership', icon: <RiPhoneFindLine /> },
      { id: 'page:slo', icon: <RiPulseLine /> },
      { id: 'page:dr-drills', icon: <RiFirstAidKitLine /> },
    ],
  },
  { title: 'Pay', pages: [{ id: 'page:cost', icon: <RiCoinsLine /> }] },
];

function peopleGroup(catalogHref: string | undefined): NavGroup[] {
  if (!catalogHref) {
    return [];
  }
  const list = (kind: string) =>
    `${catalogHref}?filters[kind]=${kind}&filters[user]=all`;
  return [
    {
      title: 'Organisation',
      entries: [
        {
          id: 'teams',
          title: 'Teams',
          href: list('group'),
          icon: <RiTeamLine />,
        },
        {
          id: 'people',
          title: 'People',
          href: list('user'),
          icon: <RiGroupLine />,
        },
      ],
    },
  ];
}

/** The navigation as data. */
export interface NavModel {
  groups: NavGroup[];
  notifications?: NavEntry;
  settings?: NavEntry;
}

/**
 * Sorts the pages that are installed into the groups of the navigation. A page
 * that no group names appears under "More".
 */
export function buildNavigation(navItems: NavContentNavItems): NavModel {
  const take = (page: {
    id: string;
    icon?: ReactNode;
    title?: string;
  }): NavEntry | undefined => {
    const item = navItems.take(page.id);
    return (
      item && {
        id: page.id,
        title: page.title ?? item.title,
        href: item.href,
        icon: page.icon ?? item.icon,
      }
    );
  };
  const groups: NavGroup[] = layout.map(group => ({
    title: group.title,
    entries: group.pages.flatMap(page => take(page) ?? []),
  }));
  const catalog = groups
    .flatMap(group => group.entries)
    .find(entry => entry.id === 'page:catalog');
  const notifications = take({ id: 'page:notifications' });
  const settings = take({
    id: 'page:user-settings',
    icon: <RiSettings3Line />,
  });
  const more: NavGroup = {
    title: 'More',
    entries: navItems
      .rest()
      .map(item => ({
        id: item.node.spec.id,
        title: item.title,
        href: item.href,
        icon: item.icon,
      }))
      .sort((a, b) => a.title.localeCompare(b.title)),
  };
  return {
    groups: [...groups, more, ...peopleGroup(catalog?.href)].filter(
      group => group.entries.length > 0,
    ),
    ...(notifications && { notifications }),
    ...(settings && { settings }),
  };
}
