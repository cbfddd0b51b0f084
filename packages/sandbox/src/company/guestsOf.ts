import type { Github } from '../github/Github';
import type { Guest } from '../prometheus/telemetry/guests';

/** Minutes from the creation of a repository to the first scrape of its pods. */
const minutesToProduction = 4;

/** Services that people created and pushed: they run a little later. */
export function guestsOf({ store }: Github): Guest[] {
  return store.repositories.all().flatMap(repository => {
    const isSeeded = store.seeds.get('repository', repository.name);
    const isPushed = repository.refs[`refs/heads/${repository.defaultBranch}`];
    if (isSeeded || !isPushed || repository.archived) {
      return [];
    }
    const [grant] = store.teamGrants.list(repository.id);
    return [
      {
        name: repository.name,
        team: grant?.subject ?? 'default',
        since: Date.parse(repository.createdAt) + minutesToProduction * 60_000,
      },
    ];
  });
}
