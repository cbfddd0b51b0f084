import { StatePanel } from '@arctiq/ui-kit';
import { useState } from 'react';
import { explain } from '../../../lib/explain';
import { PersonButton } from './PersonButton';
import { PersonSearch } from './PersonSearch';
import type { SandboxClient } from './SandboxClient';
import styles from './SandboxSignIn.module.css';
import { usePeople } from './usePeople';

/** Pick a person: four that stand for the portal's users, or anybody else. */
export function SandboxSignIn(props: {
  client: SandboxClient;
  /** Called when the cookie of the chosen person is set. */
  onSignedIn: () => Promise<void>;
}) {
  const { client, onSignedIn } = props;
  const people = usePeople(client);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  async function choose(entityRef: string) {
    setBusy(true);
    setError(undefined);
    try {
      await client.signIn(entityRef);
      await onSignedIn();
    } catch (problem) {
      setError(problem as Error);
      setBusy(false);
    }
  }

  if (people.state === 'loading') {
    return <StatePanel kind="loading" title="Looking for the people" />;
  }
  if (people.state === 'empty') {
    return (
      <StatePanel kind="loading" title="The catalog is being filled">
        The portal runs and has not read its people yet. That takes some seconds
        after the first start; this page goes on by itself.
      </StatePanel>
    );
  }
  if (people.state === 'failed') {
    return (
      <StatePanel kind="failed" title="The people cannot be read right now">
        {explain(people.error)}. This page tries again every two seconds.
      </StatePanel>
    );
  }
  return (
    <div>
      {error && (
        <div className={styles.error}>
          <StatePanel kind="failed" title="Signing in did not work" compact>
            {explain(error)}
          </StatePanel>
        </div>
      )}
      <ul className={styles.featured} aria-label="Featured people">
        {people.page.featured.map(person => (
          <li key={person.entityRef}>
            <PersonButton person={person} disabled={busy} onChoose={choose} />
          </li>
        ))}
      </ul>
      <PersonSearch client={client} disabled={busy} onChoose={choose} />
    </div>
  );
}
