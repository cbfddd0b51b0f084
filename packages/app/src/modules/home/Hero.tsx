import { ButtonLink, Link } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { RiAddLine, RiSearchLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import { greet } from './greet';
import styles from './Hero.module.css';
import type { Me } from './useMe';

function Teams(props: { teams: Me['teams'] }) {
  const { teams } = props;
  const entityHref = useEntityRefLink();
  if (teams.length === 0) {
    return <>You belong to no team of the catalog yet.</>;
  }
  return (
    <>
      You are in{' '}
      {teams.map((team, index) => (
        <span key={team.entityRef}>
          {index > 0 && (index === teams.length - 1 ? ' and ' : ', ')}
          <Link href={entityHref(team.entityRef)}>{team.title}</Link>
        </span>
      ))}
      .
    </>
  );
}

/** The top of the home page: a greeting, a search, and the way to a service. */
export function Hero(props: { me: Me | undefined }) {
  const { me } = props;
  const navigate = useNavigate();
  return (
    <header className={styles.hero}>
      <div className={styles.words}>
        <h1 className={styles.title}>
          {greet(new Date().getHours(), me?.displayName)}
        </h1>
        <p className={styles.teams}>
          {me ? <Teams teams={me.teams} /> : '\u00a0'}
        </p>
      </div>
      <form
        role="search"
        className={styles.search}
        onSubmit={event => {
          event.preventDefault();
          const query = new FormData(event.currentTarget).get('query');
          navigate(`/search?query=${encodeURIComponent(String(query))}`);
        }}
      >
        <RiSearchLine className={styles.searchIcon} aria-hidden="true" />
        <input
          className={styles.input}
          type="search"
          name="query"
          aria-label="Search the portal"
          placeholder="Find a service, API, team or document"
          autoComplete="off"
        />
      </form>
      <ButtonLink
        href="/create"
        size="medium"
        iconStart={<RiAddLine />}
        className={styles.create}
      >
        Create a service
      </ButtonLink>
    </header>
  );
}
