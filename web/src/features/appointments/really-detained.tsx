import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../../lib/focus-back.js';
import styles from './day-page.module.css';

/** Asked before the one step that calls everybody and cannot be taken back. */
export function ReallyDetained({ yes, no }: { yes: () => void; no: () => void }) {
  const { t } = useTranslation('day');
  useFocusBack();
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') no();
  };
  return (
    <div className={styles.confirm} role="alertdialog" aria-label={t('reallyDetained')} onKeyDown={leave}>
      <p>{t('reallyDetained')}</p>
      <button type="button" className={styles.big} data-event="detained" autoFocus onClick={yes}>
        {t('yesDetained')}
      </button>
      <button type="button" className={styles.big} onClick={no}>
        {t('common:cancel')}
      </button>
    </div>
  );
}
