import { Link } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useRef } from 'react';
import type { SloSort } from '../../api';
import { type Filters, isNarrowed, sorts } from '../../hooks/filters';
import { useChangeFilters, useSloLinks } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { nameOf } from '../../words/names';
import styles from './SlosPage.module.css';

interface Option {
  value: string;
  label: string;
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <label className={styles.choice}>
      {label}
      <select
        className={styles.field}
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Teams or systems that have SLOs, and the one in the address in any case. */
function useGroups(by: 'owner' | 'system', chosen: string | undefined) {
  const read = useRead(
    `rollups ${by}`,
    (api, options) => api.rollups(by, options),
    { once: true },
  );
  const known = read.state === 'ready' ? read.value : [];
  const options = known.map(({ ref, title }) => ({ value: ref, label: title }));
  if (chosen && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, label: nameOf(chosen) });
  }
  options.sort((a, b) => a.label.localeCompare(b.label));
  return [{ value: '', label: 'All' }, ...options];
}

const tiers: readonly Option[] = [
  { value: '', label: 'All' },
  { value: '1', label: 'Tier 1' },
  { value: '2', label: 'Tier 2' },
  { value: '3', label: 'Tier 3' },
];

/** Search, filters and order; all of it goes into the address. */
export function FilterBar(props: { filters: Filters }) {
  const { filters } = props;
  const change = useChangeFilters();
  const words = useRef<HTMLInputElement>(null);
  const links = useSloLinks();
  const teams = useGroups('owner', filters.owner);
  const systems = useGroups('system', filters.system);
  return (
    <form
      role="search"
      aria-label="SLOs"
      className={styles.filters}
      onSubmit={event => {
        event.preventDefault();
        change({ ...filters, q: words.current?.value.trim() || undefined });
      }}
    >
      <div className={styles.search}>
        <RiSearchLine className={styles.searchIcon} aria-hidden="true" />
        <input
          key={filters.q}
          ref={words}
          className={styles.field}
          type="search"
          name="q"
          defaultValue={filters.q}
          aria-label="Find an SLO or service"
          placeholder="Find an SLO or service"
          autoComplete="off"
        />
      </div>
      <Choice
        label="Team"
        value={filters.owner ?? ''}
        options={teams}
        onChange={owner =>
          change({ ...filters, view: 'all', owner: owner || undefined })
        }
      />
      <Choice
        label="System"
        value={filters.system ?? ''}
        options={systems}
        onChange={system => change({ ...filters, system: system || undefined })}
      />
      <Choice
        label="Tier"
        value={filters.tier === undefined ? '' : String(filters.tier)}
        options={tiers}
        onChange={tier =>
          change({ ...filters, tier: tier ? Number(tier) : undefined })
        }
      />
      <Choice
        label="Order"
        value={filters.sort}
        options={sorts.map(({ id, label }) => ({ value: id, label }))}
        onChange={sort => change({ ...filters, sort: sort as SloSort })}
      />
      {isNarrowed(filters) && (
        <Link href={links.list({ view: filters.view, sort: filters.sort })}>
          Clear filters
        </Link>
      )}
    </form>
  );
}
