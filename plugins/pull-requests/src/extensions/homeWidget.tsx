import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { ComponentType } from 'react';

/** Draws the card as it is: it brings its own frame and title. */
function Bare(props: { Content: ComponentType }) {
  const { Content } = props;
  return <Content />;
}

export const pullRequestsHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'PullRequests',
    title: 'Pull requests',
    description: 'Open pull requests that wait for you or your teams',
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
    componentProps: { Renderer: Bare },
    components: async () => {
      const { PullRequestsCard } = await import(
        '../components/PullRequestsCard'
      );
      return { Content: PullRequestsCard };
    },
  },
});
