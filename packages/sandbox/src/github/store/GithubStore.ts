import { Collection } from './Collection';
import { DocumentDatabase } from './documents';
import {
  AutolinkDoc,
  DeliveryDoc,
  EmailDoc,
  GrantDoc,
  HookDoc,
  MembershipDoc,
  OrganizationDoc,
  OutboxDoc,
  ProtectionDoc,
  PullRequestDoc,
  RepositoryDoc,
  SeedStampDoc,
  StatusDoc,
  TeamDoc,
  TeamMemberDoc,
  TokenDoc,
  UserDoc,
  WorkflowDoc,
  WorkflowRunDoc,
} from './types';

/**
 * All that the sandbox GitHub knows besides the contents of repositories.
 * Keys of people, organisations, teams and repositories are lower case, since
 * GitHub compares them without case.
 */
export class GithubStore {
  readonly #db: DocumentDatabase;
  /** Scope `''`, key login. */
  readonly users: Collection<UserDoc>;
  /** Scope `''`, key an e-mail address in lower case. */
  readonly emails: Collection<EmailDoc>;
  /** Scope `''`, key login. */
  readonly organizations: Collection<OrganizationDoc>;
  /** Scope organisation, key login. */
  readonly memberships: Collection<MembershipDoc>;
  /** Scope organisation, key slug. */
  readonly teams: Collection<TeamDoc>;
  /** Scope number of the team, key login. */
  readonly teamMembers: Collection<TeamMemberDoc>;
  /** Scope number of the repository, key number of the team. */
  readonly teamGrants: Collection<GrantDoc>;
  /** Scope number of the repository, key login. */
  readonly collaborators: Collection<GrantDoc>;
  /** Scope owner, key name. */
  readonly repositories: Collection<RepositoryDoc>;
  /** Scope number of the repository, key number of the pull request. */
  readonly pulls: Collection<PullRequestDoc>;
  /** Scope number of the repository, key branch. */
  readonly protections: Collection<ProtectionDoc>;
  /** Scope number of the repository. */
  readonly statuses: Collection<StatusDoc>;
  /** Scope number of the repository, key path. */
  readonly workflows: Collection<WorkflowDoc>;
  /** Scope number of the repository. */
  readonly runs: Collection<WorkflowRunDoc>;
  /** Scope `org:<login>` or `repo:<number>`. */
  readonly hooks: Collection<HookDoc>;
  /** Scope number of the hook. */
  readonly deliveries: Collection<DeliveryDoc>;
  /** Webhooks to be sent: scope number of the hook, key of the delivery. */
  readonly outbox: Collection<OutboxDoc>;
  /** Scope number of the repository. */
  readonly autolinks: Collection<AutolinkDoc>;
  /** Scope `portal` or `person`, key SHA-256 of the token. */
  readonly tokens: Collection<TokenDoc>;
  /** Scope `repository` or `organization`, key its name. */
  readonly seeds: Collection<SeedStampDoc>;

  /** @param file - path of the SQLite database */
  constructor(file: string) {
    const db = new DocumentDatabase(file);
    this.#db = db;
    this.users = new Collection(db, 'user');
    this.emails = new Collection(db, 'email');
    this.organizations = new Collection(db, 'organization');
    this.memberships = new Collection(db, 'membership');
    this.teams = new Collection(db, 'team');
    this.teamMembers = new Collection(db, 'team-member');
    this.teamGrants = new Collection(db, 'team-grant');
    this.collaborators = new Collection(db, 'collaborator');
    this.repositories = new Collection(db, 'repository');
    this.pulls = new Collection(db, 'pull');
    this.protections = new Collection(db, 'protection');
    this.statuses = new Collection(db, 'status');
    this.workflows = new Collection(db, 'workflow');
    this.runs = new Collection(db, 'run');
    this.hooks = new Collection(db, 'hook');
    this.deliveries = new Collection(db, 'delivery');
    this.outbox = new Collection(db, 'outbox');
    this.autolinks = new Collection(db, 'autolink');
    this.tokens = new Collection(db, 'token');
    this.seeds = new Collection(db, 'seed');
  }

  /** Runs `fn` so that all of its writes happen, or none. */
  transaction<T>(fn: () => T): T {
    return this.#db.transaction(fn);
  }

  /** Removes a repository with all that belongs to it. */
  removeRepository(id: number): void {
    this.transaction(() => {
      const repository = this.repositories.byId(id);
      if (!repository) {
        return;
      }
      for (const hook of this.hooks.list(`repo:${id}`)) {
        this.removeDeliveries(hook.id);
      }
      this.hooks.removeScope(`repo:${id}`);
      for (const collection of [
        this.teamGrants,
        this.collaborators,
        this.pulls,
        this.protections,
        this.statuses,
        this.workflows,
        this.runs,
        this.autolinks,
      ]) {
        collection.removeScope(id);
      }
      this.repositories.remove(
        repository.owner.toLowerCase(),
        repository.name.toLowerCase(),
      );
    });
  }

  /** Removes all that was or will be sent to a hook. */
  removeDeliveries(hookId: number): void {
    this.deliveries.removeScope(hookId);
    this.outbox.removeScope(hookId);
  }

  clear(): void {
    this.#db.clear();
  }

  close(): void {
    this.#db.close();
  }
}
