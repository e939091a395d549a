import { useState, type ReactNode } from 'react';
import styles from './folded.module.css';

interface Props {
  title: string;
  /** What it is for, said while it is folded. */
  says?: string;
  /** Forces it open, for a message inside. */
  open?: boolean;
  children: ReactNode;
}

/** An optional group of fields. */
export function Folded({ title, says, open = false, children }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const shown = unfolded || open;
  return (
    <details className={styles.folded} open={shown} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        {title}
        {says && <span className="muted"> {says}</span>}
      </summary>
      {shown && <div className={styles.inside}>{children}</div>}
    </details>
  );
}
