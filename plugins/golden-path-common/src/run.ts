/**
 * The page of a scaffolder run. It is also the marker by which a run knows the
 * repository that it made: GitHub stores it as the repository's homepage in the
 * very call that creates the repository, so no crash can come between the two.
 *
 * @param portalUrl - public address of the portal, without a trailing slash or with
 * @param runId - id of the scaffolder task
 */
export function runUrl(portalUrl: string, runId: string): string {
  return `${portalUrl.replace(/\/+$/, '')}/create/tasks/${encodeURIComponent(
    runId,
  )}`;
}

/**
 * The id of the run that made a repository, read from its homepage, or
 * undefined when no run of a portal made it. The portal's address is not
 * compared: it may have changed between two attempts of one run.
 */
export function runIdOf(homepage: string | null | undefined) {
  const match = /\/create\/tasks\/([A-Za-z0-9._~-]+)\/?$/.exec(homepage ?? '');
  return match?.[1];
}
