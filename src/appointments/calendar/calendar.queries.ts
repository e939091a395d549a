import { Permission } from '../../auth/permissions.js';
import { maySeeSql } from '../../clients/client.policy.js';
import type { Work } from '../../platform/database/work.js';
import type { AppointmentStatus } from '../appointment.values.js';
import { accompanierHorizon, accompaniesSql } from '../appointment.policy.js';

export interface CalendarRow {
  id: string;
  version: number;
  updatedAt: Date;
  code: string;
  startsAt: Date;
  zone: string;
  status: AppointmentStatus;
  /** Whether another appointment took its place. */
  replaced: boolean;
}

const daysBack = 30;

/** The appointments of one's own cases and those to which one comes along, as far as one may see them at this moment. */
export async function calendarOf(work: Work): Promise<{ language: string | null; appointments: CalendarRow[] }> {
  const seen = work.may(Permission.CaseRead) ? `(c.assigned_attorney_id = $2 AND ${maySeeSql('$2', '$3')})` : 'false';
  const appointments = await work.sql<CalendarRow>(
    `SELECT a.id, a.version, a.updated_at AS "updatedAt", c.code, a.starts_at AS "startsAt", a.zone, a.status,
            a.next_appointment_id IS NOT NULL AS replaced
     FROM appointments a JOIN clients c ON c.organization_id = a.organization_id AND c.id = a.client_id
     WHERE a.organization_id = $1 AND a.starts_at > $3::timestamptz - interval '${daysBack} days'
       AND (${seen} OR ${accompaniesSql('$2', '$4')}) ORDER BY a.starts_at, a.id`,
    [work.organizationId, work.actor.userId, work.now, accompanierHorizon(work)],
  );
  const [user] = await work.sql<{ language: string | null }>(
    'SELECT language FROM users WHERE organization_id = $1 AND id = $2',
    [work.organizationId, work.actor.userId],
  );
  return { language: user?.language ?? null, appointments };
}
