import { useEffect, useState } from 'react';
import { type Moment, formatAge, formatUtc } from '../../format/time';

const refreshMs = 30_000;

/** Props of {@link Age}. */
export interface AgeProps {
  /** When it was: ISO 8601 text or a date. */
  time: Moment;
}

/** How long ago something was; the full time in UTC is its title. */
export function Age(props: AgeProps) {
  const { time } = props;
  const [now, setNow] = useState(() => new Date());

  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), refreshMs);
    return () => clearInterval(timer);
  }, []);

  const iso = typeof time === 'string' ? time : time.toISOString();
  return (
    <time dateTime={iso} title={formatUtc(time)}>
      {formatAge(time, now)}
    </time>
  );
}
