import type { Access } from './Access';
import type { ChartService } from './ChartService';
import type { CorrectionService } from './CorrectionService';
import type { DetailService } from './DetailService';
import type { ExemptionService } from './ExemptionService';
import type { GateService } from './GateService';
import type { ListService } from './ListService';
import type { ProblemService } from './ProblemService';
import type { RollupService } from './RollupService';

/** What routes and actions are answered by. */
export interface Services {
  access: Access;
  charts: ChartService;
  corrections: CorrectionService;
  details: DetailService;
  exemptions: ExemptionService;
  gate: GateService;
  lists: ListService;
  problems: ProblemService;
  rollups: RollupService;
  /** Address of the portal, for links in rules. */
  portalUrl: string;
}
