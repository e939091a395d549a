import { useTranslation } from 'react-i18next';

/** "today", "tomorrow", "in 9 days", "3 days ago". */
export function Countdown({ days }: { days: number }) {
  const { t } = useTranslation();
  if (days === 0) return t('countdown.today');
  if (days === 1) return t('countdown.tomorrow');
  return days > 0 ? t('countdown.ahead', { count: days }) : t('countdown.past', { count: -days });
}
