import type {
  EventTopic,
  GraphqlContract,
  RestContract,
} from './contracts/types';
import type { CallFlow, CompanyFlow, EventFlow } from './flows/types';

/** 1 = checkout path, 2 = what customers see, 3 = internal. */
export type Tier = 1 | 2 | 3;

export type Lifecycle = 'production' | 'experimental' | 'deprecated';

/** AWS regions that the company serves from today. */
export type Region = 'us-east-1' | 'eu-west-1';

export type Environment = 'dev' | 'staging' | 'prod' | 'dr';

export type Persona = 'developer' | 'manager' | 'on-call' | 'platform-engineer';

/** A part of the company that several teams report to. */
export interface Department {
  name: string;
  title: string;
  description: string;
  /** User name of its director. */
  director: string;
}

/** A weekly on-call rotation; the person on duty changes at one local hour. */
export interface OnCallRotation {
  /** Stable id, also of the PagerDuty schedule. */
  id: string;
  /** IANA zone in which `handover` is read. */
  timeZone: string;
  /** ISO weekday (1 = Monday) and local wall-clock hour of the change. */
  handover: { weekday: number; hour: number };
  /** User names in the order in which they take over. */
  order: string[];
  /** Start of the first shift of `order`, ISO 8601 in UTC. */
  startsAt: string;
}

/** A team that builds and runs components. */
export interface Team {
  name: string;
  title: string;
  description: string;
  department: string;
  /** User name. The platform team's manager is the director of its department. */
  manager: string;
  /** User names, the manager included if a member. */
  members: string[];
  email: string;
  chatChannel: string;
  /** Id of the PagerDuty escalation policy. */
  escalationPolicyId: string;
  rotation: OnCallRotation;
}

/** Somebody who works at the company. */
export interface Person {
  /** Name of the User entity, for example `amara.okafor`. */
  name: string;
  displayName: string;
  email: string;
  /** Login at GitHub, for example `amara-okafor`. */
  login: string;
  jobTitle: string;
  /** Names of the groups that the person is a direct member of. */
  groups: string[];
  persona?: Persona;
}

/** Systems that share a business purpose. */
export interface Domain {
  name: string;
  title: string;
  description: string;
  /** Name of the group that answers for it. */
  owner: string;
}

/** A bounded context, the edge, or the platform. */
export interface System {
  name: string;
  title: string;
  description: string;
  domain: string;
  /** Team name. */
  owner: string;
  tier: Tier;
  /** What a reader may rely on, for example "strong per session". */
  consistency?: string;
  /** True for the 14 bounded contexts of the business. */
  boundedContext: boolean;
}

export type ComponentType =
  | 'service'
  | 'worker'
  | 'website'
  | 'mobile-app'
  | 'monolith'
  | 'stream-job';

export type Language =
  | 'typescript'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'python'
  | 'php';

/** How a component runs, hence how it is deployed and rolled back. */
export type Runtime =
  | 'kubernetes'
  | 'static-site'
  | 'app-store'
  | 'flink'
  | 'bare-metal';

/** A step of a horizontal autoscaler: the larger of the two per period. */
export interface ScalingStep {
  percent?: number;
  pods?: number;
  periodSeconds: number;
}

/** Replicas of a Kubernetes workload; fixed when `min` equals `max`. */
export interface Scaling {
  min: number;
  max: number;
  cpuPercent?: number;
  memoryPercent?: number;
  scaleUp?: ScalingStep;
  scaleDown?: ScalingStep;
  /** Flink only. */
  parallelism?: number;
}

/** Kafka consumption that differs from the company's defaults. */
export interface KafkaConsumer {
  group: string;
  consumers: number;
  commits: 'manual' | 'automatic';
}

/** A deployable thing with one owner and one repository. */
export interface Component {
  name: string;
  title: string;
  /** What it does for the business, in one sentence. */
  description: string;
  type: ComponentType;
  lifecycle: Lifecycle;
  tier: Tier;
  /** Team name. */
  team: string;
  system: string;
  language: Language;
  runtime: Runtime;
  regions: Region[];
  /** TCP port that it listens on. */
  port?: number;
  scaling?: Scaling;
  consumer?: KafkaConsumer;
  subcomponentOf?: string;
  /** Resources that it reads or writes, topics aside. */
  uses: string[];
  /** Points that whoever is paged must know; they go into the runbook. */
  notes: string[];
  /** False for the portal, whose source is no part of the sandbox. */
  hasRepository: boolean;
  pagerDutyServiceId: string;
}

export type ResourceType =
  | 'database'
  | 'cache'
  | 'search-index'
  | 'dynamodb-table'
  | 'object-storage'
  | 'kafka-topic'
  | 'kafka-dead-letter-topic'
  | 'kafka-cluster'
  | 'database-cluster'
  | 'cache-cluster'
  | 'search-cluster'
  | 'kubernetes-cluster'
  | 'dataproc-cluster'
  | 'container-registry'
  | 'cdn'
  | 'web-application-firewall'
  | 'dns-zone'
  | 'host'
  | 'external';

/** Something that components need and that is not built by a team. */
export interface Resource {
  name: string;
  title: string;
  description: string;
  type: ResourceType;
  /** Team name. */
  owner: string;
  system: string;
  /** Names of resources beneath it. */
  dependsOn: string[];
  tags: string[];
  /** Set for clusters. */
  environment?: Environment;
  region?: Region;
}

/** A change of one file in a pull request. */
export type FileChange =
  | { kind: 'replace'; path: string; search: string; replacement: string }
  | { kind: 'append'; path: string; text: string }
  | { kind: 'create'; path: string; content: string };

/** A pull request that waits for somebody. */
export interface PullRequest {
  repository: string;
  title: string;
  body: string;
  branch: string;
  /** GitHub logins. */
  author: string;
  reviewers: string[];
  draft: boolean;
  labels: string[];
  /** ISO 8601, UTC. */
  createdAt: string;
  changes: FileChange[];
}

/** The whole company. Every name is unique within its list. */
export interface CompanyModel {
  name: string;
  /** Root group and GitHub organisation. */
  login: string;
  description: string;
  seed: number;
  scale: number;
  /** The moment that the model describes, ISO 8601 in UTC. */
  now: string;
  departments: Department[];
  teams: Team[];
  people: Person[];
  /** Members of the root group. */
  executives: string[];
  domains: Domain[];
  systems: System[];
  components: Component[];
  restContracts: RestContract[];
  graphqlContracts: GraphqlContract[];
  topics: EventTopic[];
  resources: Resource[];
  calls: CallFlow[];
  events: EventFlow[];
  companyFlows: CompanyFlow[];
  pullRequests: PullRequest[];
}
