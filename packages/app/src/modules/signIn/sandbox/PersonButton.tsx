import { RiArrowRightLine } from '@remixicon/react';
import { describePersona } from './personas';
import styles from './PersonButton.module.css';
import type { FeaturedPerson } from './types';

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map(word => word[0])
    .slice(0, 2)
    .join('');
}

/** A featured person: name, role, team, and what the portal is for them. */
export function PersonButton(props: {
  person: FeaturedPerson;
  disabled: boolean;
  onChoose: (entityRef: string) => void;
}) {
  const { person, disabled, onChoose } = props;
  const { role, sees } = describePersona(person.persona);
  return (
    <button
      type="button"
      className={styles.button}
      disabled={disabled}
      onClick={() => onChoose(person.entityRef)}
    >
      <span className={styles.avatar} aria-hidden="true">
        {initials(person.displayName)}
      </span>
      <span className={styles.text}>
        <span className={styles.name}>{person.displayName}</span>
        <span className={styles.role}>
          {role}
          {person.teamTitle && `, ${person.teamTitle}`}
        </span>
        <span className={styles.sees}>{sees}</span>
      </span>
      <RiArrowRightLine className={styles.arrow} aria-hidden="true" />
    </button>
  );
}
