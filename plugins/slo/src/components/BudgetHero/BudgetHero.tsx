import type { ReactNode } from 'react';
import type { StatusTone } from '@arctiq/ui-kit';
import styles from './BudgetHero.module.css';

/** Props of {@link BudgetHero}. */
export interface BudgetHeroProps {
  tone: StatusTone;
  /** Small words above the sentence. */
  kicker?: ReactNode;
  /** The answer, as one sentence. */
  sentence: ReactNode;
  /** The one figure of the page, and what it is. */
  figure?: { value: string; caption: string };
  /** Evidence below. */
  children?: ReactNode;
}

/** The top of a page: its question answered in a sentence and a figure. */
export function BudgetHero(props: BudgetHeroProps) {
  const { tone, kicker, sentence, figure, children } = props;
  return (
    <section className={`${styles.hero} ${styles[tone]}`} aria-label="Summary">
      <div className={styles.words}>
        {kicker && <div className={styles.kicker}>{kicker}</div>}
        <h2 className={styles.sentence}>{sentence}</h2>
      </div>
      {figure && (
        <p className={styles.figure}>
          <span className={styles.value}>{figure.value}</span>
          <span className={styles.caption}>{figure.caption}</span>
        </p>
      )}
      {children && <div className={styles.evidence}>{children}</div>}
    </section>
  );
}
