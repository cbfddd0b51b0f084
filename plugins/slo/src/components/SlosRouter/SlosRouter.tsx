import { StatePanel } from '@arctiq/ui-kit';
import { Container } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { scoreboardRouteRef, sloRouteRef } from '../../routes';
import { SlosPage } from '../SlosPage';

const SloDetailPage = lazy(async () => ({
  default: (await import('../SloDetailPage')).SloDetailPage,
}));

const ScoreboardPage = lazy(async () => ({
  default: (await import('../ScoreboardPage')).ScoreboardPage,
}));

/** The pages below `/slos`; all but the list are loaded when they are opened. */
export function SlosRouter() {
  return (
    <Suspense
      fallback={
        <Container>
          <StatePanel
            kind="loading"
            title="Loading the page"
            headingLevel={2}
          />
        </Container>
      }
    >
      <Routes>
        <Route path="/" element={<SlosPage />} />
        <Route path={scoreboardRouteRef.path} element={<ScoreboardPage />} />
        <Route path={sloRouteRef.path} element={<SloDetailPage />} />
      </Routes>
    </Suspense>
  );
}
