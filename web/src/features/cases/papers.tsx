import { useTranslation } from 'react-i18next';
import styles from './case-page.module.css';

interface Props {
  clientId: string;
  appointmentId?: string;
}

/** The packet to carry, for each of those who carry one. */
export function Papers({ clientId, appointmentId }: Props) {
  const { t } = useTranslation('cases');
  return (
    <div className={styles.papers}>
      <span className="muted">{t('print')}</span>
      {(['client', 'accompanier', 'attorney'] as const).map((audience) => (
        <a
          key={audience}
          target="_blank"
          rel="noreferrer"
          href={`/api/clients/${clientId}/summary.pdf?audience=${audience}${appointmentId ? `&appointmentId=${appointmentId}` : ''}`}
        >
          {t(`paper.${audience}`)}
        </a>
      ))}
    </div>
  );
}
