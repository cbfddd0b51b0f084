import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { SandboxClient } from './SandboxClient';
import type { Person } from './types';

const debounceMs = 200;
const limit = 20;

interface Found {
  search: string;
  people: Person[];
  failed: boolean;
}

function useFound(client: SandboxClient, search: string): Found | undefined {
  const [found, setFound] = useState<Found>();

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const next = await client
        .people({ search, limit, signal: abort.signal })
        .then(page => ({ search, people: page.items, failed: false }))
        .catch(() => ({ search, people: [], failed: true }));
      if (!abort.signal.aborted) {
        setFound(next);
      }
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, search]);

  return found;
}

/** Finds anybody of the catalog by name or team. */
export function PersonSearch(props: {
  client: SandboxClient;
  disabled: boolean;
  onChoose: (entityRef: string) => void;
}) {
  const { client, disabled, onChoose } = props;
  const [search, setSearch] = useState('');
  const trimmed = search.trim();
  const found = useFound(client, trimmed);
  const loading = found?.search !== trimmed;

  return (
    <Autocomplete<Person>
      options={loading ? [] : found.people}
      loading={loading}
      loadingText="Searching"
      noOptionsText={
        found?.failed
          ? 'The people could not be read. Type again to retry.'
          : `Nobody is called "${trimmed}"`
      }
      getOptionLabel={person => person.displayName}
      getOptionKey={person => person.entityRef}
      // The backend has filtered already.
      filterOptions={people => people}
      isOptionEqualToValue={(a, b) => a.entityRef === b.entityRef}
      inputValue={search}
      onInputChange={(_, value, reason) => {
        if (reason !== 'reset') {
          setSearch(value);
        }
      }}
      // Choosing signs in; nothing stays chosen in the field.
      value={null as unknown as Person}
      onChange={(_, person) => person && onChoose(person.entityRef)}
      blurOnSelect
      disabled={disabled}
      renderOption={(optionProps, person) => (
        <li {...optionProps} key={person.entityRef}>
          <span>
            {person.displayName}
            {person.teamTitle && (
              <span style={{ color: 'var(--bui-fg-secondary)' }}>
                {' '}
                · {person.teamTitle}
              </span>
            )}
          </span>
        </li>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label="Anybody else"
          placeholder="Type a name or a team"
          size="small"
        />
      )}
    />
  );
}
