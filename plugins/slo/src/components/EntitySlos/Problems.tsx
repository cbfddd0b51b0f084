import type { DefinitionProblem } from '@arctiq/plugin-slo-common';
import { SectionCard, StatusBadge } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { useRead } from '../../hooks/useRead';
import styles from './EntitySlos.module.css';

function Place(props: { problem: DefinitionProblem }) {
  const { file, line, field } = props.problem;
  const name = `${file.split('/').pop()}${line ? `, line ${line}` : ''}`;
  return (
    <span className={styles.place}>
      {/^https?:/.test(file) ? (
        <Link
          href={line ? `${file}#L${line}` : file}
          target="_blank"
          rel="noopener noreferrer"
        >
          {name}
        </Link>
      ) : (
        name
      )}
      {field && <code>{field}</code>}
    </span>
  );
}

/** What is wrong in the file with the SLOs; nothing when nothing is. */
export function Problems(props: { entityRef: string }) {
  const { entityRef } = props;
  const read = useRead(`problems ${entityRef}`, (api, options) =>
    api.problems({ entityRef }, options),
  );
  const problems = read.state === 'ready' ? read.value : [];
  if (problems.length === 0) {
    return null;
  }
  return (
    <SectionCard title="What to mend in the definitions">
      <ul className={styles.problems}>
        {problems.map(problem => (
          <li
            key={`${problem.file} ${problem.line} ${problem.field} ${problem.message}`}
          >
            <StatusBadge
              tone={problem.severity === 'error' ? 'negative' : 'warning'}
            >
              {problem.severity === 'error' ? 'Error' : 'Warning'}
            </StatusBadge>
            <Place problem={problem} />
            <span className={styles.message}>{problem.message}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
