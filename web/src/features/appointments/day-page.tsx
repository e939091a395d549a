import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { summariesRead } from '../../api/client.js';
import type { Language } from '../../i18n/languages.js';
import { dayAt } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { Page, Section } from '../../ui/page.js';
import { PersonName } from '../../ui/person-name.js';
import { Alarm } from './alarm.js';
import { AlongSection } from './along-section.js';
import styles from './day-page.module.css';
import { IfDetained } from './if-detained.js';
import { LiveButtons } from './live-buttons.js';
import { useLiveTap } from './live-taps.js';
import { OutcomeSection } from './outcome-section.js';
import { appointmentQuery } from './queries.js';
import { WaitingRoom } from './waiting-room.js';
import { WhenAndWhere } from './when-and-where.js';
import { WhomToCall } from './whom-to-call.js';

/** The day itself, for a phone in a waiting room: when and where, whom to call, four buttons, and what to do if. */
export function DayPage() {
  const { appointmentId } = useParams({ from: '/signed-in/frame/appointments/$appointmentId' });
  const { t, i18n } = useTranslation(['day', 'appointment']);
  const { language } = i18n;
  const may = useMay();
  const { data: appointment } = useSuspenseQuery(appointmentQuery(appointmentId));
  const { clientId } = appointment;
  const summary = useQuery({
    queryKey: ['clients', clientId, 'summary', appointmentId, language],
    queryFn: () => summariesRead(clientId, { audience: 'accompanier', appointmentId, language: language as Language }),
    enabled: may('summary.read'),
    staleTime: 300_000,
  });
  const { pending } = useLiveTap(appointmentId);
  const isDetained =
    appointment.liveState === 'detained_confirmed' || pending.some(({ event }) => event === 'detained');
  const { startsAt, zone, code } = appointment;
  const place = summary.data?.appointment?.place;
  const person = summary.data?.person;
  return (
    <Page title={t('title')} heading={<span className="code">{code}</span>}>
      <div className={styles.head}>
        <WhenAndWhere appointment={appointment} />
        <p>
          {t(`appointment:values.kind.${appointment.kind}`)}
          {person?.name && (
            <>
              {' '}
              · <PersonName legalName={person.name} />
            </>
          )}
          {person?.speaks && <span className="muted"> · {person.speaks}</span>}
        </p>
        {may('case.read') && (
          <p>
            <Link to="/cases/$clientId" params={{ clientId }}>
              {t('toCase')}
            </Link>
          </p>
        )}
      </div>
      {may('appointment.live') && <LiveButtons appointment={appointment} />}
      <Alarm appointment={appointment} />
      <WhomToCall summary={summary.data} />
      <IfDetained steps={summary.data?.ifDetained ?? []} open={isDetained} />
      {place && (
        <Section title={t('gettingIn')}>
          <p className={styles.place}>
            {[place.addressLines.join(', '), place.entranceNotes].filter(Boolean).join('. ')}
          </p>
        </Section>
      )}
      <WaitingRoom placeId={appointment.placeId} observedOn={dayAt(startsAt, zone)} />
      <AlongSection appointment={appointment} />
      <OutcomeSection appointment={appointment} />
      {summary.data?.rights && summary.data.rights.length > 0 && (
        <Section title={t('rights')}>
          <ul className={styles.rights}>
            {summary.data.rights.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
