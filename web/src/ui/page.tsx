import { useEffect, type ReactNode } from 'react';
import { useArrival } from '../lib/arrival.js';
import styles from './page.module.css';

interface Props {
  /** Also the title of the browser's window, so never anything of a person. */
  title: string;
  /** What stands as heading instead of the title. */
  heading?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}

export function Page({ title, heading, actions, children, wide = false }: Props) {
  useEffect(() => {
    document.title = `${title} · Letterbox`;
  }, [title]);
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      <header className={styles.header}>
        <h1>{heading ?? title}</h1>
        {actions && <div className={`ends ${styles.actions}`}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  /** Hash of the address by which a link leads here. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Shown beside the title, quietly. */
  aside?: ReactNode;
}

export function Section({ title, id, actions, aside, children }: SectionProps) {
  const here = useArrival<HTMLElement>(id);
  return (
    <section ref={here} tabIndex={id ? -1 : undefined} className={styles.section} aria-label={title}>
      <header className={styles.sectionHeader}>
        <h2>{title}</h2>
        {aside && <span className="muted">{aside}</span>}
        {actions && <div className={`ends ${styles.actions}`}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** What will appear here, and the one action that makes it appear. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
