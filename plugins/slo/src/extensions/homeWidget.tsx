import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { ComponentType } from 'react';

/** Draws the card as it is: it brings its own frame and title. */
function Bare(props: { Content: ComponentType }) {
  const { Content } = props;
  return <Content />;
}

export const sloHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'ErrorBudgets',
    title: 'Error budgets of your teams',
    description: 'What burns first among the SLOs of your teams',
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
    componentProps: { Renderer: Bare },
    components: async () => {
      const { HomeBudgets } = await import('../components/HomeBudgets');
      return { Content: HomeBudgets };
    },
  },
});
