import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamesHidden } from '../lib/shared-screen.js';
import styles from './person-name.module.css';

interface Props {
  legalName?: string | null;
  preferredName?: string | null;
}

/** A person's name, behind a tap while the screen is shared. */
export function PersonName({ legalName, preferredName }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const [shown, setShown] = useState(false);
  if (!legalName && !preferredName) return null;
  if (hidden && !shown) {
    return (
      <button type="button" className={styles.hidden} onClick={() => setShown(true)}>
        {t('who.showName')}
      </button>
    );
  }
  return (
    <>
      {legalName ?? preferredName}
      {legalName && preferredName && preferredName !== legalName && (
        <span className="muted"> {t('calledName', { name: preferredName })}</span>
      )}
    </>
  );
}
