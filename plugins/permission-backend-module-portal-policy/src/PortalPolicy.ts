import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyTable, type PolicyRow } from './decisions';
import { readPerson, type Person, type SpecialGroups } from './person';

/** Names come from the caller, who must not be able to fill the memory or the log. */
const MAX_REMEMBERED_NAMES = 100;
const MAX_LOGGED_LENGTH = 100;

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Decides by {@link policyTable}; whatever is not in it is denied, and so is
 * everybody who is not a signed-in person. Services never get here: the
 * permissions service lets them pass without asking.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #groups: SpecialGroups;
  readonly #rows: ReadonlyMap<string, PolicyRow>;
  readonly #userInfo: UserInfoService;
  readonly #people = new WeakMap<BackstageCredentials, Promise<Person>>();
  readonly #unknownNames = new Set<string>();

  /** @param options - services, and the groups whose members may more than others */
  constructor(options: {
    auth: AuthService;
    logger: LoggerService;
    groups: SpecialGroups;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#groups = options.groups;
    this.#userInfo = options.userInfo;
    this.#rows = new Map(policyTable.map(row => [row.permission.name, row]));
  }

  /** {@inheritDoc @backstage/plugin-permission-node#PermissionPolicy.handle} */
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const row = this.#rows.get(permission.name);
    if (!row || !isSamePermission(row.permission, permission)) {
      this.#logUnknown(permission.name);
      return DENY;
    }
    if (!user || !this.#auth.isPrincipal(user.credentials, 'user')) {
      return DENY;
    }
    return row.rule.decide(
      row.permission,
      await this.#getPerson(user.credentials),
    );
  }

  /** All permissions of one request share the credentials, so that one lookup serves them. */
  #getPerson(credentials: BackstageCredentials): Promise<Person> {
    let person = this.#people.get(credentials);
    if (!person) {
      person = this.#userInfo
        .getUserInfo(credentials)
        .then(info => readPerson(info, this.#groups));
      this.#people.set(credentials, person);
    }
    return person;
  }

  #logUnknown(name: string): void {
    const shown = JSON.stringify(name.slice(0, MAX_LOGGED_LENGTH));
    if (
      this.#unknownNames.has(shown) ||
      this.#unknownNames.size >= MAX_REMEMBERED_NAMES
    ) {
      return;
    }
    this.#unknownNames.add(shown);
    this.#logger.debug(
      `Denied permission ${shown}: it has no row of that kind in the policy table`,
    );
  }
}

/** A caller may send a known name as another kind, to which the conditions would not apply. */
function isSamePermission(known: Permission, asked: Permission): boolean {
  return (
    known.type === asked.type &&
    (known.type !== 'resource' ||
      asked.type !== 'resource' ||
      known.resourceType === asked.resourceType)
  );
}
