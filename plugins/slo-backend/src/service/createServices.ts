import type {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SloConfig } from '../config/readSloConfig';
import type { StatusUpdater } from '../status/StatusUpdater';
import type { Stores } from '../store/createStores';
import { Access } from './Access';
import { ChartService } from './ChartService';
import { CorrectionService } from './CorrectionService';
import { DetailService } from './DetailService';
import { EventSourceService } from './EventSourceService';
import { ExemptionService } from './ExemptionService';
import { GateService } from './GateService';
import { ListService } from './ListService';
import { ProblemService } from './ProblemService';
import { ProvenanceService } from './ProvenanceService';
import { RollupService } from './RollupService';
import { ScoreboardBuilder } from './ScoreboardBuilder';
import type { Services } from './Services';
import { SpendService } from './SpendService';

/** Puts together what routes and actions are answered by. */
export function createServices(options: {
  stores: Stores;
  config: SloConfig;
  updater: StatusUpdater;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  /** The clock. */
  now: () => Date;
}): Services {
  const { stores, config, now } = options;
  const { policy } = config;
  const spends = new SpendService({ ...stores, policy });
  const scoreboard = new ScoreboardBuilder({
    ...stores,
    ...config.scoreboard,
    now,
  });
  const rollups = new RollupService({ ...stores, scoreboard, now });
  const gate = new GateService({
    ...options,
    ...stores,
    ...config.gate,
    spends,
    policy,
    log: stores.gateLog,
  });
  return {
    access: new Access({ ...options, gateSubjects: config.gate.subjects }),
    charts: new ChartService({ ...stores, spends, now }),
    corrections: new CorrectionService({ ...options, ...stores }),
    details: new DetailService({
      ...stores,
      spends,
      provenance: new ProvenanceService(stores),
      eventSources: new EventSourceService({
        events: stores.events,
        deploys: config.deployments !== undefined,
        incidents: config.incidents !== undefined,
      }),
      now,
    }),
    exemptions: new ExemptionService({ ...stores, gate, now }),
    gate,
    lists: new ListService({ ...stores, rollups, now }),
    problems: new ProblemService(stores.definitions),
    rollups,
    portalUrl: config.portalUrl,
  };
}
