import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  /** `danger` is for danger to a person only; a failed request is a `problem`. */
  tone: 'danger' | 'owed' | 'problem' | 'plain';
  title?: string;
  children: ReactNode;
}

export function Notice({ tone, title, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'problem' || tone === 'danger' ? 'alert' : 'note'}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
