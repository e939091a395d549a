import { auditEventNames } from '../../api/choices.js';
import type { AuditEventName } from '../../api/client.js';
import { isDay } from '../../lib/days.js';

/** Which lines of the audit; stands in the address, and names nobody: ids and days alone. */
export interface AuditFilters {
  event?: AuditEventName;
  user?: string;
  client?: string;
  record?: string;
  from?: string;
  to?: string;
}

const id = (value: unknown) => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined);
const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);

export function auditFilters(search: Record<string, unknown>): AuditFilters {
  const filters = {
    event: auditEventNames.find((name) => name === search.event),
    user: id(search.user),
    client: id(search.client),
    record: id(search.record),
    from: day(search.from),
    to: day(search.to),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The same, as the API asks for it. */
export const askedOf = ({ event, user, client, record, from, to }: AuditFilters) => ({
  ...(event ? { event } : {}),
  ...(user ? { userId: user } : {}),
  ...(client ? { clientId: client } : {}),
  ...(record ? { subjectId: record } : {}),
  ...(from ? { $from: from } : {}),
  ...(to ? { to } : {}),
});
