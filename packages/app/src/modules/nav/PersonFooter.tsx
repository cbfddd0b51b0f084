import {
  errorApiRef,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { RiLogoutBoxRLine, RiUserLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import styles from './Navigation.module.css';

/** Who is signed in, and the way out. */
export function PersonFooter(props: { narrow?: boolean }) {
  const { narrow } = props;
  const identityApi = useApi(identityApiRef);
  const errorApi = useApi(errorApiRef);
  const [name, setName] = useState<string>();

  useEffect(() => {
    let ended = false;
    identityApi
      .getProfileInfo()
      .then(profile => !ended && setName(profile.displayName))
      .catch(error => errorApi.post(error, { hidden: true }));
    return () => {
      ended = true;
    };
  }, [identityApi, errorApi]);

  return (
    <div className={narrow ? styles.personNarrow : styles.person}>
      {!narrow && (
        <>
          <span className={styles.icon} aria-hidden="true">
            <RiUserLine />
          </span>
          <span className={styles.personName}>{name}</span>
        </>
      )}
      <button
        type="button"
        className={styles.iconButton}
        aria-label={name ? `Sign out ${name}` : 'Sign out'}
        title="Sign out"
        onClick={() => identityApi.signOut().catch(e => errorApi.post(e))}
      >
        <RiLogoutBoxRLine aria-hidden="true" />
      </button>
    </div>
  );
}
