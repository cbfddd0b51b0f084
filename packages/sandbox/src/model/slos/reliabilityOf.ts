import type { Gauge, Stream } from '../traffic/types';
import type { CompanyModel, Component } from '../types';
import type { Routes } from '../traffic/streams';
import {
  appReliability,
  streamJobReliability,
  websiteReliability,
  workerReliability,
} from './others';
import type { Reliability } from './promise';
import { serviceReliability, type Surroundings } from './services';
import { specialSlos } from './special';
import type { SloFormat, SloSpec } from './types';

/** What the company promises and what it counts. */
export interface CompanyReliability {
  streams: Stream[];
  gauges: Gauge[];
  slos: SloSpec[];
}

/** Teams that came with tools of their own. */
const formats: Readonly<Record<string, SloFormat>> = {
  'coupon-service': 'sloth',
  'tracking-service': 'pyrra',
};

/** In which language a component's file is written. */
export function formatOf(component: string): SloFormat {
  return formats[component] ?? 'openslo';
}

function routesOf(model: CompanyModel, component: Component): Routes {
  const contract = model.restContracts.find(c => c.provider === component.name);
  const route = (method: 'get' | 'post') => {
    const operation = contract?.operations.find(one => one.method === method);
    return (
      operation &&
      `${contract?.basePath}${operation.path}`.replace(/\{(\w+)\}/g, ':$1')
    );
  };
  const graphql = model.graphqlContracts.some(
    c => c.provider === component.name,
  );
  const fallback = graphql ? '/graphql' : `/internal/${component.name}`;
  return { read: route('get') ?? fallback, write: route('post') ?? fallback };
}

function surroundingsOf(
  model: CompanyModel,
  component: Component,
): Surroundings {
  const { name } = component;
  const consumed = model.events
    .filter(e => e.consumer === name)
    .map(e => e.topic);
  const published = model.events
    .filter(e => e.producer === name)
    .map(e => e.topic);
  return {
    routes: routesOf(model, component),
    // Three topics tell enough; those that take all of them would drown the rest.
    consumes: [...new Set(consumed)].sort().slice(0, 3),
    publishes: [...new Set(published)].sort().slice(0, 2),
  };
}

function reliabilityOf(model: CompanyModel, component: Component): Reliability {
  const surroundings = surroundingsOf(model, component);
  switch (component.type) {
    case 'worker':
      return workerReliability(component, surroundings);
    case 'mobile-app':
      return appReliability(component);
    case 'stream-job':
      return streamJobReliability(component);
    case 'website':
      return component.runtime === 'static-site'
        ? websiteReliability(component)
        : serviceReliability(component, surroundings);
    default:
      return serviceReliability(component, surroundings);
  }
}

function gaugesOf(model: CompanyModel): Gauge[] {
  const lags = model.components
    .filter(({ type }) => type === 'worker')
    .map(
      (component): Gauge => ({
        id: `${component.name}/lag`,
        component: component.name,
        namespace: component.team,
        regions: component.regions,
        metric: 'messaging_consumer_lag_seconds',
        labels: {},
        usual: 1.2,
        spread: 0.9,
        troubled: 24,
      }),
    );
  const probes = model.components
    .filter(({ name }) => name === 'failover-controller')
    .map(
      (component): Gauge => ({
        id: `${component.name}/probe`,
        component: component.name,
        namespace: component.team,
        regions: component.regions,
        metric: 'probe_success',
        labels: { target: 'https://shop.arctiq.example/health' },
        usual: 1,
        spread: 0,
        troubled: 0,
      }),
    );
  return [...lags, ...probes];
}

/** Everything that the components of a company promise and count. */
export function companyReliability(model: CompanyModel): CompanyReliability {
  const parts = model.components.map(component =>
    reliabilityOf(model, component),
  );
  const slos = parts.flatMap(part => part.slos);
  return {
    streams: parts.flatMap(part => part.streams),
    gauges: gaugesOf(model),
    slos: [...slos, ...specialSlos(slos)],
  };
}
