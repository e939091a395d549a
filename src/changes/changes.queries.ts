import { firstIdOf } from '../audit/audit.queries.js';
import type { AuditEventName, Work } from '../platform/database/work.js';

/** Which lines the audit of the organisation has since an instant. */
export async function eventsSince(work: Work, since: Date): Promise<AuditEventName[]> {
  const rows = await work.sql<{ event: AuditEventName }>(
    'SELECT DISTINCT event FROM audit_events WHERE organization_id = $1 AND id >= $2',
    [work.organizationId, firstIdOf(since)],
  );
  return rows.map(({ event }) => event);
}
