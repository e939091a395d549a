import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayAt, dayInWords, today } from '../../lib/days.js';
import { useMay, useZone } from '../../lib/session.js';
import { Empty, Page, Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { AppointmentRow, Appointments } from '../appointments/appointment-row.js';
import { overdueQuery } from '../appointments/queries.js';
import { Administering } from './administering.js';
import { OverduePeople } from './overdue-people.js';
import { Owed } from './owed.js';
import { comingQuery } from './queries.js';

/** Who is in danger, who goes where today, and what is owed; in this order. */
export function TodayPage() {
  const { t, i18n } = useTranslation('today');
  const may = useMay();
  const zone = useZone();
  const now = today(zone);
  const sees = may('appointment.read');
  const days = useQuery({ ...comingQuery(now), enabled: sees });
  const overdue = useQuery({ ...overdueQuery, enabled: sees });
  const items = days.data?.items ?? [];
  const todays = items.filter(({ startsAt, zone: there }) => dayAt(startsAt, there) === now);
  const later = items.filter(({ startsAt, zone: there }) => dayAt(startsAt, there) > now);
  if (!sees) return <Administering />;
  return (
    <Page title={t('common:place.today')} heading={dayInWords(now, i18n.language)}>
      <OverduePeople people={overdue.data ?? []} />
      <Section title={t('todays')}>
        <ProblemNotice error={days.error} retry={() => void days.refetch()} />
        {days.isPending && <Waiting />}
        {days.isSuccess && todays.length === 0 && <Empty>{t('nothingToday')}</Empty>}
        <Appointments>
          {todays.map((appointment) => (
            <AppointmentRow key={appointment.id} appointment={appointment} />
          ))}
        </Appointments>
      </Section>
      {may('case.read') && <Owed />}
      <Section title={t('coming')} actions={<Link to="/appointments">{t('allAppointments')}</Link>}>
        {days.isSuccess && later.length === 0 && (
          <Empty>
            {t('nothingComing')} {may('case.write') && <Link to="/log-a-letter">{t('common:place.log')}</Link>}
          </Empty>
        )}
        {[...new Set(later.map(({ startsAt, zone: there }) => dayAt(startsAt, there)))].map((day) => (
          <div key={day}>
            <h3 style={{ fontSize: '0.95rem', marginTop: 14 }}>{dayInWords(day, i18n.language)}</h3>
            <Appointments>
              {later
                .filter(({ startsAt, zone: there }) => dayAt(startsAt, there) === day)
                .map((appointment) => (
                  <AppointmentRow key={appointment.id} appointment={appointment} />
                ))}
            </Appointments>
          </div>
        ))}
      </Section>
    </Page>
  );
}
