import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LiveButtons } from './live-buttons.js';
import type { KeptAppointment } from './kept-day.js';
import { appointmentQuery } from './queries.js';
import { WhenAndWhere } from './when-and-where.js';

/** The day of an appointment as it is known without a line: when, where, and four buttons. */
export function KeptDayView({ appointment }: { appointment: KeptAppointment }) {
  const { t } = useTranslation('day');
  // What the server answers to a tap, before the page itself is asked for again.
  const { data } = useQuery({ ...appointmentQuery(appointment.id), enabled: false });
  return (
    <>
      <div>
        <p className="code">{appointment.code}</p>
        <WhenAndWhere appointment={appointment} />
      </div>
      <LiveButtons appointment={data ?? appointment} />
      <p className="muted">{t('notKept')}</p>
    </>
  );
}
