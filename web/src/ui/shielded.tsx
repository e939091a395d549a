import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamesHidden } from '../lib/shared-screen.js';
import styles from './shielded.module.css';

interface Props {
  /** Words on what is tapped. */
  says?: string;
  children: ReactNode;
}

/** What tells who somebody is, behind a tap while others may see the screen. */
export function Shielded({ says, children }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const [shown, setShown] = useState(false);
  if (!hidden || shown) return children;
  return (
    <button type="button" className={styles.hidden} onClick={() => setShown(true)}>
      {says ?? t('who.show')}
    </button>
  );
}
