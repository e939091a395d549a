import { lazy, startTransition, useState } from 'react';
import { useMe } from '../../lib/session.js';
import styles from './who.module.css';

const WhoMenu = lazy(() => import('./who-menu.js'));

/** Who I am. What is behind it is fetched when somebody asks; until it is there, the button stays. */
export function Who() {
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  if (wanted) return <WhoMenu />;
  return (
    <button
      type="button"
      className={styles.who}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => startTransition(() => setWanted(true))}
    >
      {me.user.displayName}
    </button>
  );
}
