import { useEffect, useRef, type ReactNode } from 'react';
import styles from './tabs.module.css';

interface Props {
  label: string;
  /** Names the side that is open; where it changes, its link is brought into sight. */
  open: string;
  /** Links, of which the router marks the one that is open. */
  children: ReactNode;
}

/** The sides of one thing, in one line: what has no room lies to the side, to be pushed there or reached by Tab. */
export function Tabs({ label, open, children }: Props) {
  const line = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>('[data-status="active"]');
    if (line.current && here) bringToMiddle(line.current, here);
  }, [open]);
  return (
    <nav
      ref={line}
      className={`${styles.tabs} no-print`}
      aria-label={label}
      // Browsers leave a link that has the focus half hidden.
      onFocus={({ currentTarget, target }) => bringToMiddle(currentTarget, target)}
    >
      {children}
    </nav>
  );
}

/** Pushes sideways alone: the page itself stays where it is. */
function bringToMiddle(line: HTMLElement, link: HTMLElement): void {
  const [around, inner] = [line.getBoundingClientRect(), link.getBoundingClientRect()];
  line.scrollLeft += inner.left + inner.width / 2 - (around.left + around.width / 2);
}
