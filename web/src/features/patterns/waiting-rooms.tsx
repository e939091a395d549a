import { useTranslation } from 'react-i18next';
import type { OverviewReport } from '../../api/client.js';
import { dayInWords } from '../../lib/days.js';
import { Empty, Section } from '../../ui/page.js';
import table from '../../ui/table.module.css';
import styles from './patterns.module.css';

const shown = 12;
const counted = ['attorneysSeen', 'unrepresentedSeen', 'othersSeen', 'detainedKnown'] as const;

/** What was seen in waiting rooms, latest first; how many, never who. */
export function WaitingRooms({ observations }: { observations: OverviewReport['venueObservations'] }) {
  const { t, i18n } = useTranslation(['patterns', 'venueCounts']);
  const latest = observations.toReversed().slice(0, shown);
  return (
    <Section title={t('waitingRooms')}>
      {latest.length === 0 ? (
        <Empty>{t('noWaitingRooms')}</Empty>
      ) : (
        <table className={`${table.table} ${table.cards} ${styles.seen}`} aria-label={t('waitingRoomsTable')}>
          <thead>
            <tr>
              <th scope="col">{t('seenOn')}</th>
              <th scope="col">{t('where')}</th>
              {counted.map((name) => (
                <th key={name} scope="col">
                  {t(`venueCounts:fields.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {latest.map((one, at) => (
              <tr key={`${one.observedOn} ${at}`}>
                <th scope="row">
                  <time dateTime={one.observedOn}>{dayInWords(one.observedOn, i18n.language)}</time>
                </th>
                <td>{one.placeName}</td>
                {counted.map((name) => (
                  <td key={name} data-label={t(`venueCounts:fields.${name}`)}>
                    {one[name] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
