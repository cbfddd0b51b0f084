import {
  PullRequestComponent,
  Viewer,
} from '@arctiq/plugin-pull-requests-common';
import { Knex } from 'knex';
import { Directory, DirectoryStore, PersonRow } from './DirectoryStore';

const CHUNK = 200;

/** Keeps the directory in the database of the plugin. */
export class DatabaseDirectoryStore implements DirectoryStore {
  constructor(private readonly knex: Knex) {}

  /** {@inheritdoc DirectoryStore.replace} */
  async replace(directory: Directory): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx('components').delete();
      await tx.batchInsert(
        'components',
        directory.components.map(component => ({
          entity_ref: component.entityRef,
          repository: component.repository,
          title: component.title,
          owner_ref: component.ownerRef ?? null,
        })),
        CHUNK,
      );
      await tx('people').delete();
      await tx.batchInsert(
        'people',
        directory.people.map(person => ({
          entity_ref: person.entityRef,
          login: person.login,
          display_name: person.displayName ?? null,
        })),
        CHUNK,
      );
      await tx('teams').delete();
      await tx.batchInsert(
        'teams',
        directory.teams.map(team => ({
          entity_ref: team.entityRef,
          slug: team.slug,
        })),
        CHUNK,
      );
    });
  }

  /** {@inheritdoc DirectoryStore.componentsOf} */
  async componentsOf(
    repositories: string[],
  ): Promise<Map<string, PullRequestComponent[]>> {
    const rows = await this.knex('components')
      .whereIn('repository', repositories)
      .orderBy('entity_ref');
    const components = new Map<string, PullRequestComponent[]>();
    for (const row of rows) {
      const others = components.get(row.repository) ?? [];
      components.set(row.repository, [
        ...others,
        {
          entityRef: row.entity_ref,
          title: row.title,
          ownerRef: row.owner_ref ?? undefined,
        },
      ]);
    }
    return components;
  }

  /** {@inheritdoc DirectoryStore.peopleOf} */
  async peopleOf(logins: string[]): Promise<Map<string, PersonRow>> {
    const rows = await this.knex('people')
      .whereIn('login', logins)
      // Of two entries with one login the first one wins, always the same.
      .orderBy('entity_ref', 'desc');
    return new Map(
      rows.map(row => [
        row.login,
        {
          entityRef: row.entity_ref,
          login: row.login,
          displayName: row.display_name ?? undefined,
        },
      ]),
    );
  }

  /** {@inheritdoc DirectoryStore.viewerOf} */
  async viewerOf(userRef: string, ownershipRefs: string[]): Promise<Viewer> {
    const person = await this.knex('people')
      .where({ entity_ref: userRef })
      .first('login');
    const teams = await this.knex('teams')
      .whereIn('entity_ref', ownershipRefs)
      .select('slug');
    return {
      login: person?.login,
      teamSlugs: teams.map(team => team.slug),
      ownershipRefs,
    };
  }
}
