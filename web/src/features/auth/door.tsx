import { useEffect, type ReactNode } from 'react';
import styles from './door.module.css';

/** The plain page around everything that happens before one is signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Letterbox`;
  }, [title]);
  return (
    <main className={styles.door}>
      <p className={`${styles.name} no-print`}>Letterbox</p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
