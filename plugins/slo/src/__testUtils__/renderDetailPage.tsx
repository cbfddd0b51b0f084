import { Route, Routes } from 'react-router-dom';
import type { SloApi } from '../api';
import { SloDetailPage } from '../components/SloDetailPage';
import { renderWithApi } from './renderWithApi';

/** The SLO whose page is rendered, as the API names it. */
export const name = {
  namespace: 'default',
  component: 'order-service',
  name: 'availability',
};

/** Renders the page of one SLO at its address. */
export function renderDetailPage(api: SloApi) {
  return renderWithApi(
    <Routes>
      <Route
        path="/slos/:namespace/:component/:name"
        element={<SloDetailPage />}
      />
    </Routes>,
    api,
    [`/slos/${name.namespace}/${name.component}/${name.name}`],
  );
}
