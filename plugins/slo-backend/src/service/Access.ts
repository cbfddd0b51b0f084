import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Something that may need a permission. */
export type Need =
  | { permission: BasicPermission }
  | { permission: ResourcePermission<'catalog-entity'>; resourceRef: string };

/** What {@link Access} needs. */
export interface AccessOptions {
  auth: AuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  /** Beginnings of the subjects of external callers that may ask the gate. */
  gateSubjects: string[];
}

/** External callers have a subject of this form; other plugins do not. */
const EXTERNAL = 'external:';

/** Who may do what; asked by every route and action before anything else. */
export class Access {
  readonly #options: AccessOptions;

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /**
   * Lets only those pass who have a permission.
   *
   * @throws NotAllowedError naming the permission
   */
  async require(credentials: BackstageCredentials, need: Need): Promise<void> {
    const [allowed] = await this.check(credentials, [need]);
    if (!allowed) {
      const on = 'resourceRef' in need ? ` on ${need.resourceRef}` : '';
      throw new NotAllowedError(
        `This needs the permission '${need.permission.name}'${on}, which you do not have.`,
      );
    }
  }

  /** Which of several permissions somebody has, in one question. */
  async check(
    credentials: BackstageCredentials,
    needs: Need[],
  ): Promise<boolean[]> {
    const decisions = await this.#options.permissions.authorize(needs, {
      credentials,
    });
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /**
   * Lets only external callers pass that the configuration names. The issuer
   * of GitHub's tokens serves every organization in the world, so its signature
   * alone says nothing.
   *
   * @throws NotAllowedError naming the subject
   */
  requireKnownCaller(credentials: BackstageCredentials): void {
    const { auth, gateSubjects } = this.#options;
    if (!auth.isPrincipal(credentials, 'service')) {
      return;
    }
    const { subject } = credentials.principal;
    const known =
      !subject.startsWith(EXTERNAL) ||
      gateSubjects.some(prefix => subject.startsWith(prefix));
    if (!known) {
      throw new NotAllowedError(
        `'${subject}' may not ask the gate: its subject begins with nothing that slo.gate.subjects lists.`,
      );
    }
  }

  isPerson(credentials: BackstageCredentials): boolean {
    return this.#options.auth.isPrincipal(credentials, 'user');
  }

  /** Entity ref of the person, or subject of the service. */
  nameOf(credentials: BackstageCredentials): string {
    const { auth } = this.#options;
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'nobody';
  }

  /**
   * Everything through which the person who asks owns things.
   *
   * @throws InputError when a service asks, which owns nothing
   */
  async ownershipOf(credentials: BackstageCredentials): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new InputError(
        "The parameter 'mine' needs a signed-in person, but a service asks; name an 'owner' instead.",
      );
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return ownershipEntityRefs.map(ref => ref.toLowerCase());
  }
}
