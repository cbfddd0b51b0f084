import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const sloTeamCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../components/SloCard').then(m => <m.TeamSloCard />),
  },
});
