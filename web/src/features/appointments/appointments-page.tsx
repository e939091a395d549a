import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, dayAt, dayInWords, daysBetween, today } from '../../lib/days.js';
import { useMay, useZone } from '../../lib/session.js';
import { Countdown } from '../../ui/countdown.js';
import { Empty, Page, Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { AppointmentRow, Appointments } from './appointment-row.js';
import { daySheetQuery } from './queries.js';

const spanDays = 28;

/** Four weeks of the day sheet; which four, and whose, stands in the address. */
export function AppointmentsPage() {
  const { t, i18n } = useTranslation('appointments');
  const now = today(useZone());
  const may = useMay();
  const { from: asked, mine } = useSearch({ from: '/signed-in/frame/appointments' });
  const navigate = useNavigate();
  const from = asked ?? now;
  const days = useQuery(daySheetQuery(from, addDays(from, spanDays - 1), mine ?? false));
  const items = days.data?.items ?? [];
  const show = (next: { from?: string; mine?: boolean }) => void navigate({ to: '/appointments', search: next });
  const kept = mine ? { mine } : {};
  return (
    <Page
      title={t('common:place.appointments')}
      actions={
        <>
          <Button variant="default" size="sm" onClick={() => show({ ...kept, from: addDays(from, -spanDays) })}>
            {t('earlier')}
          </Button>
          {from !== now && (
            <Button variant="default" size="sm" onClick={() => show(kept)}>
              {t('thisWeek')}
            </Button>
          )}
          <Button variant="default" size="sm" onClick={() => show({ ...kept, from: addDays(from, spanDays) })}>
            {t('later')}
          </Button>
        </>
      }
    >
      {may('case.read') && (
        <Checkbox
          label={t('mine')}
          checked={mine ?? false}
          onChange={({ currentTarget }) =>
            show({ ...(asked ? { from: asked } : {}), ...(currentTarget.checked ? { mine: true } : {}) })
          }
        />
      )}
      <ProblemNotice error={days.error} retry={() => void days.refetch()} />
      {days.isPending && <Waiting />}
      {days.isSuccess && items.length === 0 && (
        <Empty>
          {t('none')} {may('case.write') && <Link to="/log-a-letter">{t('common:place.log')}</Link>}
        </Empty>
      )}
      {[...new Set(items.map(({ startsAt, zone }) => dayAt(startsAt, zone)))].map((day) => (
        <Section key={day} title={dayInWords(day, i18n.language)} aside={<Countdown days={daysBetween(now, day)} />}>
          <Appointments>
            {items
              .filter(({ startsAt, zone }) => dayAt(startsAt, zone) === day)
              .map((appointment) => (
                <AppointmentRow key={appointment.id} appointment={appointment} />
              ))}
          </Appointments>
        </Section>
      ))}
    </Page>
  );
}
