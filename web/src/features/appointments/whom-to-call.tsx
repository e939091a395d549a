import { useTranslation } from 'react-i18next';
import type { CaseSummaryAnswer } from '../../api/client.js';
import { phoneInWords } from '../../lib/typed-numbers.js';
import styles from './day-page.module.css';

/** One tap to the attorney, one to the office. */
export function WhomToCall({ summary }: { summary: CaseSummaryAnswer | undefined }) {
  const { t } = useTranslation('day');
  const { attorney, organisation, appointment } = summary ?? {};
  const office = organisation?.callBackNumber;
  return (
    <div className={styles.calls}>
      {attorney?.phone && (
        <a href={`tel:${attorney.phone}`}>
          {t('callAttorney', { name: attorney.name })} <span className="figures">{phoneInWords(attorney.phone)}</span>
        </a>
      )}
      {office && (
        <a href={`tel:${office}`}>
          {t('callOffice')} <span className="figures">{phoneInWords(office)}</span>
        </a>
      )}
      {appointment?.askFor && <p>{t('askFor', { whom: appointment.askFor })}</p>}
      {summary && !attorney?.phone && !office && <p className={styles.owed}>{t('nobodyToCall')}</p>}
    </div>
  );
}
