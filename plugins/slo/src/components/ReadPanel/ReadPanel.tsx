import { StatePanel } from '@arctiq/ui-kit';
import type { ReactNode } from 'react';
import type { Read } from '../../hooks/useRead';
import { inSentence } from '../../words/names';

/** Props of {@link ReadPanel}. */
export interface ReadPanelProps<T> {
  read: Read<T>;
  /** What is read, at the start of a sentence: `The SLOs`. */
  what: string;
  /** Stands where the backend knows no such thing. */
  missing?: {
    title: string;
    detail?: ReactNode;
    action?: { label: string; href: string };
  };
  headingLevel?: 2 | 3 | 4;
  children: (
    value: T,
    ready: Extract<Read<T>, { state: 'ready' }>,
  ) => ReactNode;
}

/** Shows how far reading something is, and the thing where there is one. */
export function ReadPanel<T>(props: ReadPanelProps<T>) {
  const { read, what, missing, headingLevel = 3, children } = props;
  const common = { compact: true, headingLevel } as const;
  switch (read.state) {
    case 'loading':
      return (
        <StatePanel
          kind="loading"
          title={`Reading ${inSentence(what)}`}
          {...common}
        />
      );
    case 'forbidden':
      return (
        <StatePanel
          kind="forbidden"
          title={`${what}: you may not see this`}
          {...common}
        >
          <p>{read.message}</p>
          <p>Ask the platform team for it.</p>
        </StatePanel>
      );
    case 'missing':
      return (
        <StatePanel
          kind="empty"
          title={missing?.title ?? `${what}: there is no such thing`}
          action={missing?.action}
          {...common}
        >
          {missing?.detail ?? read.message}
        </StatePanel>
      );
    case 'failed':
      return (
        <StatePanel
          kind="failed"
          title={`${what} could not be read`}
          action={{ label: 'Try again', onPress: read.retry }}
          {...common}
        >
          {read.message}
        </StatePanel>
      );
    default:
      return <>{children(read.value, read)}</>;
  }
}
