import type { SloDetail } from '@arctiq/plugin-slo-common';
import { SectionCard } from '@arctiq/ui-kit';
import { Button } from '@backstage/ui';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useRead } from '../../hooks/useRead';
import { Code } from '../Code';
import { ReadPanel } from '../ReadPanel';
import styles from './SloDetailPage.module.css';

function CopyButton(props: { text: string }) {
  const { text } = props;
  const toastApi = useApi(toastApiRef);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toastApi.post({ title: 'Copied', status: 'success', timeout: 3000 });
    } catch (error) {
      toastApi.post({
        title: 'The browser did not let it be copied',
        description: `Select the text instead. ${error}`,
        status: 'warning',
      });
    }
  }
  return (
    <Button variant="secondary" size="small" onPress={copy}>
      Copy
    </Button>
  );
}

function Rules(props: { slo: SloDetail }) {
  const { slo } = props;
  const [namespace, component, name] = slo.id.split('/');
  const read = useRead(
    JSON.stringify(['rules', slo.id]),
    (api, options) => api.rules({ namespace, component, name }, options),
    { once: true },
  );
  return (
    <ReadPanel read={read} what="Alert rules">
      {text => (
        <>
          <CopyButton text={text} />
          <Code label="Alert rules">{text}</Code>
        </>
      )}
    </ReadPanel>
  );
}

/** Recording and alert rules made of the same definition. */
export function RulesCard(props: { slo: SloDetail }) {
  const [shown, setShown] = useState(false);
  return (
    <SectionCard
      title="Alert rules for Prometheus"
      aside={
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={shown}
          onPress={() => setShown(!shown)}
        >
          {shown ? 'Hide the rules' : 'Show the rules'}
        </Button>
      }
    >
      <p className={styles.quiet}>
        Generated from the definition: they page on a fast burn and open a
        ticket on a slow one.
      </p>
      {shown && <Rules slo={props.slo} />}
    </SectionCard>
  );
}
