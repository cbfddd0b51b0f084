/** Addresses that scripts/stages/browser.mjs hands to the tests. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set. Run the journeys with: npm test -- browser`,
    );
  }
  return value;
}

export const portalUrl = required('PORTAL_E2E_URL');
export const sandboxUrl = required('PORTAL_E2E_SANDBOX_URL');

/** The token of the portal's machine user on the sandbox's GitHub. */
export const githubToken = required('PORTAL_E2E_GITHUB_TOKEN');
