import type { ReactNode } from 'react';
import styles from './patterns.module.css';

/** An answer in a sentence, which opens into its figures. */
export function Finding({ says, children }: { says: string; children?: ReactNode }) {
  if (!children) return <p className={styles.plain}>{says}</p>;
  return (
    <details className={styles.finding}>
      <summary>{says}</summary>
      <div className={styles.figures}>{children}</div>
    </details>
  );
}
