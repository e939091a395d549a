import type { ReminderAnswer } from '../../api/client.js';

export const reminderStates = [
  'scheduled',
  'enqueued',
  'sent',
  'delivered',
  'unconfirmed',
  'failed',
  'carrier_blocked',
  'opted_out',
  'skipped_past_due',
  'cancelled',
  'superseded',
  'acknowledged',
  'escalated',
] as const satisfies readonly ReminderAnswer['state'][];
