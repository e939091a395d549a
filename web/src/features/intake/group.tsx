import type { ReactNode } from 'react';
import fields from '../../forms/fields.module.css';
import styles from './intake.module.css';

/** One step of the telling. */
export function Group({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {says && <p className="muted">{says}</p>}
      {children}
    </fieldset>
  );
}

export function Grid({ children }: { children: ReactNode }) {
  return <div className={fields.grid}>{children}</div>;
}
