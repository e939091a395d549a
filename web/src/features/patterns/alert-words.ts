import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PatternAlertAnswer } from '../../api/client.js';
import { dayInWords } from '../../lib/days.js';
import { officesQuery, placesQuery } from '../settings/queries.js';

/** Says in the language of the page what is new: how many letters of which kind came in which week. */
export function useAlertWords(): (alert: PatternAlertAnswer) => string {
  const { t, i18n } = useTranslation(['patterns', 'places', 'arrest', 'fingerprintEvent']);
  const { data: places = [] } = useQuery(placesQuery);
  const { data: offices = [] } = useQuery(officesQuery);
  const kindOf = ({ by, key }: PatternAlertAnswer) => {
    if (by === 'place') return places.find(({ id }) => id === key)?.name ?? t('noPlace');
    if (by === 'office') return offices.find(({ id }) => id === key)?.name ?? t('release.groupings.office');
    if (by === 'county') return t(`places:county.${key}`);
    if (by === 'chargeLevel') return t([`arrest:values.chargeLevel.${key}`, `arrest:values.any.${key}`]);
    if (by === 'printReason') return t([`fingerprintEvent:values.reason.${key}`, `fingerprintEvent:values.any.${key}`]);
    return t('news.allLetters');
  };
  return (alert) => t('news.says', { kind: kindOf(alert), count: alert.n, day: dayInWords(alert.week, i18n.language) });
}
