import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CalendarRow } from './calendar.queries.js';

const words = { en: 'appointment', es: 'cita' } as const;
/** Nobody knows how long it takes; an hour is what one keeps free. */
const hours = 1;

/**
 * The appointments as RFC 5545. It says the code of the case and "appointment", never what for, where or with whom: it
 * lies on telephones, and with whoever keeps calendars for others. Each change raises the SEQUENCE of its event.
 */
export function calendarText(rows: CalendarRow[], language: string | null, now: Date): string {
  const word = words[language === 'es' ? 'es' : 'en'];
  const calendar = ical({
    name: 'Letterbox',
    prodId: { company: 'letterbox', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null },
  });
  for (const { id, version, updatedAt, code, startsAt, zone, status, replaced } of rows) {
    calendar.createEvent({
      id: `${id}@letterbox`,
      sequence: version - 1,
      stamp: now,
      lastModified: updatedAt,
      start: new TZDate(startsAt.getTime(), zone),
      end: new TZDate(startsAt.getTime() + hours * 3_600_000, zone),
      timezone: zone,
      summary: `${code}: ${word}`,
      status: status === 'cancelled' || replaced ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
