import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayAt, dayInWords, today } from '../../lib/days.js';
import { useMay, useZone } from '../../lib/session.js';
import { Empty, Section } from '../../ui/page.js';
import { noticesQuery } from '../reminders/queries.js';
import { Notices } from './notices.js';
import { OversightOwed } from './oversight-owed.js';
import { pastQuery } from './queries.js';
import styles from './owed.module.css';

/** What somebody still has to do: what reminders ask of me, and past appointments of which nothing is written. */
export function Owed() {
  const { t, i18n } = useTranslation('today');
  const may = useMay();
  const now = today(useZone());
  const past = useQuery(pastQuery(now));
  const missing = (past.data?.items ?? []).filter(
    // Who is not out yet stands above in red.
    ({ outcome, status, liveState }) =>
      !outcome && liveState !== 'overdue' && (status === 'scheduled' || status === 'completed'),
  );
  const notices = useQuery(noticesQuery(i18n.language));
  return (
    <Section title={t('owed')}>
      {past.isSuccess && missing.length === 0 && notices.data?.items.length === 0 && <Empty>{t('nothingOwed')}</Empty>}
      <ul className={styles.owed}>
        <Notices notices={notices.data?.items ?? []} />
        {(may('break_glass.review') || may('access_review.judge')) && <OversightOwed />}
        {missing.map((appointment) => (
          <li key={appointment.id}>
            <span className={styles.what}>{t('debriefMissing')}</span>
            <Link to="/cases/$clientId" params={{ clientId: appointment.clientId }} className="code">
              {appointment.code}
            </Link>
            <span className="muted">
              {t('since', { day: dayInWords(dayAt(appointment.startsAt, appointment.zone), i18n.language) })}
            </span>
            <Button
              size="xs"
              variant="default"
              component={Link}
              to="/appointments/$appointmentId"
              params={{ appointmentId: appointment.id } as never}
            >
              {t('write')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
