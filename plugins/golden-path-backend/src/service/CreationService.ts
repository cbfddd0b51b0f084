import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ActingPerson,
  CheckAnswer,
  CheckRequest,
  CreationField,
  findTier,
  hasErrors,
  isMemberOf,
  mayActFor,
  OwnerOption,
  OwnersAnswer,
  Problem,
  teamSlugOf,
  titleOf,
} from '@arctiq/plugin-golden-path-common';
import { refOf } from '../catalog/entityFacts';
import { PersonReader } from '../catalog/PersonReader';
import { RepositorySource } from '../github/RepositorySource';
import { NameService } from './NameService';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

function problem(field: CreationField, code: string, message: string): Problem {
  return { field, code, message, severity: 'error' };
}

/** Ref of the wanted kind from what a form holds, or undefined. */
function toRef(value: string, kind: string): string | undefined {
  try {
    const ref = parseEntityRef(value, {
      defaultKind: kind,
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return ref.kind.toLowerCase() === kind
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

const NEARNESS = ['direct', 'through', 'none'] as const;

function membershipOf(
  person: ActingPerson,
  group: string,
): OwnerOption['membership'] {
  if (person.groups.includes(group)) {
    return 'direct';
  }
  return isMemberOf(person, group) ? 'through' : 'none';
}

/** Decides whether a creation as asked for would be accepted. */
export class CreationService {
  readonly #names: NameService;
  readonly #people: PersonReader;
  readonly #catalog: CatalogService;
  readonly #repositories: RepositorySource;
  readonly #organization: string;

  constructor(options: {
    names: NameService;
    people: PersonReader;
    catalog: CatalogService;
    repositories: RepositorySource;
    organization: string;
  }) {
    this.#names = options.names;
    this.#people = options.people;
    this.#catalog = options.catalog;
    this.#repositories = options.repositories;
    this.#organization = options.organization;
  }

  /** Groups that have a GitHub team, the nearest to the caller first. */
  async listOwners(credentials: UserCredentials): Promise<OwnersAnswer> {
    const [person, groups] = await Promise.all([
      this.#people.read(credentials),
      this.#catalog.getEntities(
        {
          filter: { kind: 'group' },
          fields: ['kind', 'metadata', 'spec.profile'],
        },
        { credentials },
      ),
    ]);
    const items = groups.items
      .filter(group => teamSlugOf(group, this.#organization))
      .map(group => ({
        entityRef: refOf(group),
        title: titleOf(group),
        membership: membershipOf(person, refOf(group)),
        mayAct: mayActFor(person, refOf(group)),
      }));
    items.sort(
      (a, b) =>
        NEARNESS.indexOf(a.membership) - NEARNESS.indexOf(b.membership) ||
        a.title.localeCompare(b.title),
    );
    return { items };
  }

  /** Everything that the form checks, so that a run can rely on it alone. */
  async check(
    request: CheckRequest,
    credentials: UserCredentials,
  ): Promise<CheckAnswer> {
    const ownerRef = toRef(request.owner, 'group');
    const systemRef = toRef(request.system, 'system');
    const [name, person, owner, system] = await Promise.all([
      this.#names.check(request.name, request.runId),
      this.#people.read(credentials),
      ownerRef && this.#catalog.getEntityByRef(ownerRef, { credentials }),
      systemRef && this.#catalog.getEntityByRef(systemRef, { credentials }),
    ]);

    const problems = [
      ...name.problems,
      ...this.#ownerProblems(request.owner, owner || undefined, person),
    ];
    if (!system) {
      problems.push(
        problem(
          'system',
          'system-unknown',
          `The catalog has no system "${request.system}": choose one from the list.`,
        ),
      );
    }
    if (!findTier(request.tier)) {
      problems.push(
        problem(
          'tier',
          'tier-unknown',
          `"${request.tier}" is not a tier: choose 1, 2 or 3.`,
        ),
      );
    }
    if (!owner || !system || hasErrors(problems)) {
      return { problems };
    }
    return {
      problems,
      resolved: {
        name: request.name,
        owner: refOf(owner),
        ownerName: teamSlugOf(owner, this.#organization)!,
        ownerTitle: titleOf(owner),
        system: refOf(system),
        systemName: system.metadata.name,
        tier: request.tier,
        repository: this.#repositories.place(request.name),
      },
    };
  }

  #ownerProblems(
    asked: string,
    owner: Entity | undefined,
    person: ActingPerson,
  ): Problem[] {
    if (!owner) {
      return [
        problem(
          'owner',
          'owner-unknown',
          `The catalog has no team "${asked}": choose one from the list.`,
        ),
      ];
    }
    const title = titleOf(owner);
    if (!mayActFor(person, refOf(owner))) {
      return [
        problem(
          'owner',
          'owner-not-member',
          `You are not a member of ${title}: choose one of your own teams, or ask somebody of ${title} to create the service.`,
        ),
      ];
    }
    if (!teamSlugOf(owner, this.#organization)) {
      return [
        problem(
          'owner',
          'owner-without-team',
          `${title} has no GitHub team in ${
            this.#organization
          }, so nobody could be given access: choose another team, or ask the platform team to add one.`,
        ),
      ];
    }
    return [];
  }
}
