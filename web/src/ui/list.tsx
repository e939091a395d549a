import type { ReactNode } from 'react';
import styles from './list.module.css';

/** Entries below each other, with a line under each. */
export const List = ({ children }: { children: ReactNode }) => <ul className={`bare ${styles.list}`}>{children}</ul>;
