import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { Logo } from '../../brand';
import styles from './SignInScreen.module.css';

/** The frame of the first page: who we are, in one sentence. */
export function SignInScreen(props: {
  /** What the person has to do. */
  title: string;
  children: ReactNode;
}) {
  const { title, children } = props;
  const organization =
    useApi(configApiRef).getOptionalString('organization.name') ??
    'the company';
  return (
    <div className={styles.screen}>
      <main className={styles.main}>
        <header className={styles.header}>
          <Logo size={44} />
          <p className={styles.sentence}>
            Every service of {organization}: who owns it, how it is doing, and a
            paved way to the next one.
          </p>
        </header>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
