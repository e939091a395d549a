import { useTranslation } from 'react-i18next';
import styles from './day-page.module.css';

/** The steps when somebody is held; unfolded as soon as somebody is. */
export function IfDetained({ steps, open }: { steps: string[]; open: boolean }) {
  const { t } = useTranslation('day');
  if (steps.length === 0) return null;
  return (
    <details key={String(open)} className={styles.steps} open={open} data-open={open || undefined}>
      <summary>{t('ifDetained')}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
