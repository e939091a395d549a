import { useTranslation } from 'react-i18next';
import type { OverviewReport } from '../../api/client.js';
import { Section } from '../../ui/page.js';
import { Bars } from './bars.js';
import { Finding } from './finding.js';
import { WaitingRooms } from './waiting-rooms.js';

/** Quartiles fall between days; a tenth is more than enough. */
const rounded = (days: number) => Math.round(days * 10) / 10;
const percent = (share: number) => Math.round(share * 100);

export function Findings({ report }: { report: OverviewReport }) {
  const { t } = useTranslation(['patterns', 'appointment', 'arrest', 'letter']);
  const { lag, detained, n } = report;
  const letters: [string, string] = ['', t('letters')];
  const place = report.places[0];
  // What is not known is in the table, but is no finding.
  const level = report.chargeLevels.find(({ chargeLevel }) => chargeLevel !== 'unknown');
  const levelName = (one: string | null) =>
    one ? t([`arrest:values.chargeLevel.${one}`, `arrest:values.any.${one}`]) : t('noArrest');
  return (
    <>
      <Section title={t('howLong')} aside={t('ofLetters', { count: n })}>
        {lag.n === 0 || lag.median === null || lag.q1 === null || lag.q3 === null ? (
          <Finding says={t('lagUnknown')} />
        ) : (
          <Finding says={t('lag', { median: rounded(lag.median), q1: rounded(lag.q1), q3: rounded(lag.q3), n: lag.n })}>
            <Bars
              caption={t('lagBins')}
              heads={[t('days'), t('letters')]}
              bars={lag.bins.map(({ from, to, n: count }) => ({
                label: to === null ? `${from}+` : `${from}–${to}`,
                n: count,
              }))}
            />
            <p>
              {lag.shareWithin10To21 !== null &&
                t('within10To21', { n: Math.round(lag.shareWithin10To21 * lag.n), of: lag.n })}{' '}
              {lag.approximate > 0 && t('approximate', { count: lag.approximate })}
            </p>
          </Finding>
        )}
      </Section>
      <Section title={t('whatHappens')}>
        {detained.of === 0 || !detained.wilson ? (
          <Finding says={t('detainedUnknown')} />
        ) : (
          <Finding
            says={t('detained', {
              n: detained.n,
              of: detained.of,
              low: percent(detained.wilson.low),
              high: percent(detained.wilson.high),
            })}
          >
            <Bars
              caption={t('outcomes', { count: report.attended })}
              heads={[t('outcome'), t('people')]}
              bars={report.outcomes.map(({ outcome, n: count }) => ({
                label: t([`appointment:values.outcome.${outcome}`, `appointment:values.any.${outcome}`]),
                n: count,
              }))}
            />
          </Finding>
        )}
      </Section>
      <Section title={t('who')}>
        {level && (
          <Finding says={t('levels', { level: levelName(level.chargeLevel), n: level.n, of: n })}>
            <Bars
              caption={t('byLevel')}
              heads={[t('level'), letters[1]]}
              bars={report.chargeLevels.map(({ chargeLevel, n: count }) => ({
                label: levelName(chargeLevel),
                n: count,
              }))}
            />
          </Finding>
        )}
        {place && (
          <Finding says={t('places', { place: place.name ?? t('noPlace'), n: place.n, of: n })}>
            <Bars
              caption={t('byPlace')}
              heads={[t('place'), letters[1]]}
              bars={report.places.map(({ name, n: count }) => ({ label: name ?? t('noPlace'), n: count }))}
            />
          </Finding>
        )}
        <Finding
          says={t('evidence', {
            n: report.evidenceGrades.reduce((sum, one) => sum + (one.evidenceGrade === 'hearsay' ? 0 : one.n), 0),
            of: n,
          })}
        >
          <Bars
            caption={t('byEvidence')}
            heads={[t('grade'), letters[1]]}
            bars={report.evidenceGrades.map(({ evidenceGrade, n: count }) => ({
              label: t(`letter:values.evidenceGrade.${evidenceGrade}`),
              n: count,
            }))}
          />
        </Finding>
      </Section>
      <WaitingRooms observations={report.venueObservations} />
    </>
  );
}
