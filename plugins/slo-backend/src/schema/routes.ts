import type { z } from 'zod';
import {
  detailSchema,
  exemptionSchema,
  gateSchema,
  glanceSchema,
  listOf,
  problemSchema,
  revisionSchema,
  rollupSchema,
  scoreboardSchema,
  seriesSchema,
  stripSchema,
} from './answers';
import {
  componentQuery,
  correctionBody,
  correctionParams,
  exemptionBody,
  exemptionParams,
  exemptionRevocationBody,
  gateQuery,
  listQuery,
  rangeQuery,
  revocationBody,
  rollupQuery,
  sloParams,
  summaryQuery,
} from './requests';
import { correctionSchema, pageSchema } from './status';

/** One route of the API, as the document and the tests see it. */
export interface RouteDescription {
  method: 'get' | 'post';
  path: string;
  operationId: string;
  summary: string;
  permission: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  status: 200 | 201;
  /** Absent where the answer is YAML. */
  answer?: { name: string; schema: z.ZodType };
}

const SLO = '/v1/slos/{namespace}/{component}/{name}';

function read(
  path: string,
  operationId: string,
  summary: string,
  rest: Partial<RouteDescription>,
): RouteDescription {
  const permission = 'slo.read';
  return {
    method: 'get',
    path,
    operationId,
    summary,
    permission,
    status: 200,
    ...rest,
  };
}

function write(
  path: string,
  operationId: string,
  summary: string,
  rest: Partial<RouteDescription> & { permission: string },
): RouteDescription {
  return { method: 'post', path, operationId, summary, status: 200, ...rest };
}

const correction = { name: 'Correction', schema: correctionSchema };
const exemption = { name: 'Exemption', schema: exemptionSchema };

/** Every route of the API but the document itself. */
export const routes: readonly RouteDescription[] = [
  read('/v1/slos', 'listSlos', 'Lists SLOs, what burns fastest first', {
    query: listQuery,
    answer: { name: 'SloPage', schema: pageSchema },
  }),
  read(SLO, 'getSlo', 'One SLO with all that its page shows', {
    params: sloParams,
    answer: { name: 'SloDetail', schema: detailSchema },
  }),
  read(`${SLO}/series`, 'getSeries', 'What was left of the budget over time', {
    params: sloParams,
    query: rangeQuery,
    answer: { name: 'SloSeries', schema: seriesSchema },
  }),
  read(`${SLO}/slices`, 'getSlices', 'What was measured, cell by cell', {
    params: sloParams,
    query: rangeQuery,
    answer: { name: 'SliceStrip', schema: stripSchema },
  }),
  read(`${SLO}/rules`, 'getRules', 'Alert rules for Prometheus, as YAML', {
    params: sloParams,
  }),
  read(
    `${SLO}/revisions`,
    'listRevisions',
    'Every revision of the definition',
    {
      params: sloParams,
      answer: { name: 'RevisionList', schema: listOf(revisionSchema) },
    },
  ),
  read(`${SLO}/corrections`, 'listCorrections', 'Time that does not count', {
    params: sloParams,
    answer: { name: 'CorrectionList', schema: listOf(correctionSchema) },
  }),
  write(
    `${SLO}/corrections`,
    'createCorrection',
    'Takes time out of the count',
    {
      permission: 'slo.correction.create',
      params: sloParams,
      body: correctionBody,
      status: 201,
      answer: correction,
    },
  ),
  write(
    `${SLO}/corrections/{id}/revoke`,
    'revokeCorrection',
    'Lets the time of a correction count again',
    {
      permission: 'slo.correction.create',
      params: correctionParams,
      body: revocationBody,
      answer: correction,
    },
  ),
  read('/v1/rollups', 'listRollups', 'SLOs put together by owner or system', {
    query: rollupQuery,
    answer: { name: 'RollupList', schema: listOf(rollupSchema) },
  }),
  read(
    '/v1/scoreboard',
    'getScoreboard',
    'The company against its objective of the quarter',
    { answer: { name: 'Scoreboard', schema: scoreboardSchema } },
  ),
  read('/v1/summary', 'getSummary', 'A short answer for cards', {
    query: summaryQuery,
    answer: { name: 'SloGlance', schema: glanceSchema },
  }),
  read('/v1/gate', 'askGate', 'Whether a component may be promoted', {
    permission: 'slo.gate.ask',
    query: gateQuery,
    answer: { name: 'GateAnswer', schema: gateSchema },
  }),
  read(
    '/v1/exemptions',
    'listExemptions',
    'Permissions to ship although frozen',
    {
      query: componentQuery,
      answer: { name: 'ExemptionList', schema: listOf(exemptionSchema) },
    },
  ),
  write(
    '/v1/exemptions',
    'createExemption',
    'Lets a component ship although frozen',
    {
      permission: 'slo.exemption.create',
      body: exemptionBody,
      status: 201,
      answer: exemption,
    },
  ),
  write('/v1/exemptions/{id}/revoke', 'revokeExemption', 'Ends an exemption', {
    permission: 'slo.exemption.create',
    params: exemptionParams,
    body: exemptionRevocationBody,
    answer: exemption,
  }),
  read(
    '/v1/definitions/problems',
    'listProblems',
    'What is wrong in files of definitions',
    {
      query: componentQuery,
      answer: { name: 'ProblemList', schema: listOf(problemSchema) },
    },
  ),
];
