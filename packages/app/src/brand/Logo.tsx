import { LogoMark } from './LogoMark';
import styles from './Logo.module.css';

/** The mark with the name of the portal beside it, in the colour around it. */
export function Logo(props: { size?: number }) {
  const { size = 32 } = props;
  return (
    <span className={styles.logo} style={{ fontSize: size * 0.56 }}>
      <LogoMark size={size} />
      <span>
        Arctiq <span className={styles.light}>Portal</span>
      </span>
    </span>
  );
}
