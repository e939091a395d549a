import { Permission } from '../auth/permissions.js';
import type { AuditEventName } from '../platform/database/work.js';

interface Topic {
  /** Without it, nobody is told. */
  needs: Permission;
  /** Lines of the audit after which what belongs to it may be another. Reading changes nothing. */
  after: RegExp;
}

/** What may have changed, in the words of the pages that show it; no more is said of it. */
const topics = {
  appointments: {
    needs: Permission.AppointmentRead,
    after: /^((appointment|accompaniment)\.(?!read$|listed$)|intake\.|client\.merged$)/,
  },
  cases: { needs: Permission.CaseRead, after: /^(client\.(created|changed|closed|reopened|merged)$|intake\.)/ },
  reminders: { needs: Permission.ReminderRead, after: /^(reminder\.(?!read$|listed$|previewed$)|texts\.)/ },
  notices: {
    needs: Permission.Self,
    after:
      /^(reminder\.(sent|failed|unconfirmed|skipped|undelivered)|notice\.read|break_glass\.opened|pattern_alert\.raised)$/,
  },
  oversight: {
    needs: Permission.BreakGlassRead,
    after: /^(break_glass\.(opened|reviewed|ended)|access_review\.(drawn|confirmed|questioned))$/,
  },
  patterns: {
    needs: Permission.PatternsRead,
    after: /^(pattern_alert\.|release\.(published|proposed|approved)$|venue_observation\.)/,
  },
} satisfies Record<string, Topic>;

export type TopicName = keyof typeof topics;
const names = Object.keys(topics) as TopicName[];

/** What may be another after these lines. */
export const topicsAfter = (events: AuditEventName[]): TopicName[] =>
  names.filter((name) => events.some((event) => topics[name].after.test(event)));

/** Those of the topics that somebody with these permissions is told of. */
export const topicsFor = (permissions: ReadonlySet<string>, said: string[]): TopicName[] =>
  names.filter((name) => said.includes(name) && permissions.has(topics[name].needs));
