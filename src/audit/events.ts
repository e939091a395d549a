import { type ReferenceNoun, type RecordNoun, referenceNouns, recordNouns } from './nouns.js';

/** What a line may say besides who, when, which record and from where: ids, counts, names of fields; never a value. */
export interface Details {
  /** Ids of the records that were shown. */
  ids: string[];
  /** Names of the fields that were written. */
  fields: string[];
  /** How many lines were shown. */
  count: number;
  /** Whether the list was searched by name or number; never for what. */
  searched: boolean;
  /** Id of the other file of a merge. */
  otherClientId: string;
  /** Whether the system proposed it, so that nobody's word stands behind it. */
  proposed: boolean;
  /** Which tap of the appointment day. */
  event: string;
  /** Whose copy of a summary. */
  audience: string;
  language: string;
  /** Where a packet went. */
  state: string;
  /** The name of a report. */
  report: string;
  role: string;
  /** What was shown, or should have been: a code, a passkey, a password. */
  proof: string;
  /** Permissions of a token. */
  scopes: string[];
  /** The permission that was asked for and is not there. */
  permission: string;
  /** The pattern of the address, without what stood in it. */
  route: string;
  /** The code of a problem, such as `summary.audience_not_yours`. */
  code: string;
  /** Kind and channel of a reminder. */
  kind: string;
  channel: string;
  attempt: number;
  /** How many reminders came to be owed, or no longer are. */
  scheduled: number;
  skipped: number;
  superseded: number;
  cancelled: number;
  optedOut: number;
  /** Of an export: CSV or JSON, and its period. */
  format: string;
  from: string;
  to: string;
  /** How many rules of the reminder plan. */
  rules: number;
  /** Which of the purposes for breaking the glass, and for how many hours it stays broken. */
  purpose: string;
  hours: number;
  /** Whether a supervisor found it justified. */
  finding: string;
  /** Whether two people purged a case file, or the policy that a supervisor set. */
  basis: string;
  /** Which key was changed: `master`, or `organization`. */
  key: string;
  /** How many values were wrapped anew, do not open, and how many former keys were destroyed. */
  rewrapped: number;
  broken: number;
  retired: number;
}
export type DetailKey = keyof Details;

/**
 * In which way an event shows a person what is in a case file; "who has looked" and the access review go by it.
 * `list`: as one of several; `read`: the file or a record of it; `summary`, `print`: to carry it along; `break_glass`: its
 * wall was opened; `refused`: it was asked for and not shown.
 */
export const lookWays = ['list', 'read', 'summary', 'print', 'break_glass', 'refused'] as const;
export type Look = (typeof lookWays)[number];

interface Told<D extends DetailKey> {
  /** What happened, for the person who reads the audit. */
  means: string;
  details: readonly D[];
  looks?: Look;
}

const says = <D extends DetailKey = never>(means: string, ...details: D[]): Told<D> => ({ means, details });
const shows = <D extends DetailKey = never>(looks: Look, means: string, ...details: D[]): Told<D> => ({
  means,
  details,
  looks,
});

/** What is said of each kind of record in a case file. */
const ofRecords = <N extends RecordNoun>(nouns: readonly N[]) =>
  Object.fromEntries(
    nouns.flatMap((noun) => {
      const one = called(noun);
      return [
        [`${noun}.created`, says(`${one} was added to a case file.`)],
        [`${noun}.read`, shows('read', `${one} was shown.`)],
        [
          `${noun}.listed`,
          shows('read', `Records of the kind "${noun.replaceAll('_', ' ')}" were shown in a list.`, 'ids'),
        ],
        [`${noun}.changed`, says(`${one} was changed.`, 'fields', 'proposed')],
        [`${noun}.deleted`, says(`${one} was deleted.`)],
      ];
    }),
  ) as Record<`${N}.${'created' | 'deleted'}`, Told<never>> &
    Record<`${N}.read`, Told<never>> &
    Record<`${N}.listed`, Told<'ids'>> &
    Record<`${N}.changed`, Told<'fields' | 'proposed'>>;

/** What is said of the lists that an organisation keeps; nothing in them is about a person, so reads are not noted. */
const ofReferences = <N extends ReferenceNoun>(nouns: readonly N[]) =>
  Object.fromEntries(
    nouns.flatMap((noun) => [
      [`${noun}.created`, says(`${called(noun)} was added to the organisation's list.`)],
      [`${noun}.changed`, says(`${called(noun)} of the organisation's list was changed.`, 'fields')],
    ]),
  ) as Record<`${N}.created`, Told<never>> & Record<`${N}.changed`, Told<'fields'>>;

const called = (noun: string) => {
  const words = noun.replaceAll('_', ' ');
  return `${/^[aeiou]/.test(words) ? 'An' : 'A'} ${words}`;
};

/**
 * Every event that the audit knows. A line with another name does not compile; one with another detail is refused when it
 * is written. docs/audit.md is made of this list.
 */
export const events = {
  'client.created': says('A case file was opened.'),
  'client.read': shows('read', 'A case file was shown, with its letters and appointments.'),
  'client.listed': shows('list', 'Case files were shown in a list: code, name, what is next.', 'ids', 'searched'),
  'client.changed': says('The first page of a case file was changed.', 'fields'),
  'client.closed': says('A case file was closed.', 'fields'),
  'client.reopened': says('A closed case file was opened again.', 'fields'),
  'client.merged': says('Two files of one person were made one.', 'otherClientId'),
  'break_glass.opened': shows(
    'break_glass',
    'Somebody whom a restricted file does not let in opened it.',
    'purpose',
    'hours',
  ),
  'break_glass.listed': says('The list of who broke the glass was shown.', 'ids'),
  'break_glass.reviewed': says('A supervisor looked into why the glass was broken.', 'finding'),
  'break_glass.ended': says('A restricted file was closed again to whom it does not let in.'),
  'client.duplicates_shown': shows('list', 'People who share a name, number or date of birth were shown.', 'ids'),
  'client.timeline_read': shows('read', 'The timeline of a case file was shown.'),
  'client.holdings_read': shows('read', 'What is held about a person was counted and shown.'),
  'intake.created': says('An intake page was saved.'),
  ...ofRecords(recordNouns),
  'appointment.rescheduled': says('An appointment was moved.'),
  'appointment.cancelled': says('An appointment was cancelled.'),
  'appointment.live': says('Somebody arrived, was called in, came out or was detained.', 'event'),
  'appointment.overdue': says('Somebody was not out by the time agreed, and the alarm was raised.'),
  'appointment.overdue_acknowledged': says('Somebody said that they are seeing to a person who is not out.'),
  'appointment.outcome': says('What came of an appointment was written down.', 'fields'),
  'document.opened': shows('read', 'The content of a document was taken out.'),
  'packet.moved': says('A packet was approved, issued, returned, lost or destroyed.', 'state'),
  'venue_observation.created': says('A count of a waiting room was added.'),
  'venue_observation.changed': says('A count of a waiting room was changed.', 'fields'),
  'venue_observation.deleted': says('A count of a waiting room was deleted.'),
  'summary.read': shows('summary', 'A case summary was shown on screen.', 'audience', 'language'),
  'summary.printed': shows('print', 'A case summary was made as a PDF.', 'audience', 'language'),
  'patterns.read': says('A report of figures was shown.', 'report'),
  'release.previewed': says('Figures were shown as they could leave the office.', 'report'),
  'release.published': says('Figures left the office.', 'report'),
  'release.proposed': says('Small figures were proposed to leave the office, with consent.', 'report'),
  'release.approved': says('A second person agreed, and small figures left the office.', 'report'),
  'release.listed': says('The list of figures that left the office was shown.', 'ids'),
  'release.read': says('Figures that left the office were shown.'),
  'patterns.exported': says('Figures were taken out as a file.', 'report', 'format', 'count'),
  'pattern_alert.raised': says('Something new was noticed in the figures.'),
  'pattern_alert.acknowledged': says('A supervisor said what the office makes of something new in the figures.'),
  'patterns.book_ready': says('Supervisors were told that the book of the month before can be opened.'),
  'patterns.rebuilt': says('The pattern ledger was made anew.'),
  'retention.policy_changed': says('How long closed files are kept was changed.', 'fields'),
  'retention.due_listed': shows('list', 'Case files that are due to be reviewed were shown, by code.', 'ids'),
  'retention.review_read': shows('read', 'What was decided about keeping a case file was shown.'),
  'retention.kept': says('Somebody decided that a closed case file is still needed.'),
  'hold.placed': says('A legal hold was placed on a case file.'),
  'hold.lifted': says('A legal hold was lifted.'),
  'hold.listed': shows('list', 'Case files under a legal hold were shown, by code.', 'ids'),
  'purge.proposed': says('Somebody proposed that a case file be purged.'),
  'purge.withdrawn': says('A proposal to purge a case file was taken back, or no longer holds.'),
  'purge.done': says('A case file was purged: its key, then so many rows.', 'basis', 'count'),
  'purge.listed': says('Proposals to purge and certificates of purges were shown in a list.', 'ids'),
  'purge.read': says('A proposal to purge, or the certificate of a purge, was shown.'),
  'purge.printed': says('The certificate of a purge was made as a PDF.'),
  'legal_demand.created': says('A demand for records was written down.'),
  'legal_demand.read': says('A demand for records was shown.'),
  'legal_demand.listed': says('Demands for records were shown in a list.', 'ids'),
  'legal_demand.changed': says('What is known of a demand for records, or what was answered, was changed.', 'fields'),
  'legal_demand.holds_placed': says('Legal holds were placed for a demand for records.', 'count'),
  'calendar.created': says('Somebody gave out an address of their calendar.'),
  'calendar.revoked': says('Somebody took back the address of their calendar.'),
  'calendar.fetched': says('A program fetched the calendar of somebody.'),
  'reminder.created': says('Somebody made a reminder of their own.', 'kind'),
  'reminder.read': shows('read', 'A reminder was shown.'),
  'reminder.listed': shows('list', 'Reminders were shown in a list.', 'ids'),
  'reminder.previewed': shows('read', 'The words of a reminder were shown.'),
  'reminder.changed': says('A reminder was moved.', 'fields'),
  'reminder.cancelled': says('A reminder was cancelled.'),
  'reminder.acknowledged': says('Somebody took note of a reminder.'),
  'reminder.retried': says('Another try was asked for, of a reminder that could not be delivered.'),
  'reminder.derived': says(
    'Reminders came to be owed, or no longer are, as the records changed.',
    'scheduled',
    'skipped',
    'superseded',
    'cancelled',
    'optedOut',
  ),
  'reminder.sent': says('A reminder was handed to its channel, which took it.', 'kind', 'channel', 'attempt'),
  'reminder.postponed': says('A reminder was not taken and will be tried again.', 'kind', 'channel', 'attempt', 'code'),
  'reminder.failed': says(
    'A reminder was not taken and will not be tried again.',
    'kind',
    'channel',
    'attempt',
    'code',
  ),
  'reminder.unconfirmed': says(
    'A reminder was handed to its channel, and nobody knows whether it was taken.',
    'kind',
    'channel',
    'attempt',
    'code',
  ),
  'reminder.skipped': says('A reminder was too late to be of use.', 'kind', 'channel', 'code'),
  'reminder.delivered': says('The provider reported that a reminder arrived.', 'kind', 'channel'),
  'reminder.undelivered': says('The provider reported that a reminder did not arrive.', 'kind', 'channel', 'code'),
  'reminder.redacted': says('The provider was made to forget the words of reminders.', 'count'),
  'texts.stopped': says('A number asked for no more text messages; so many case files have it.', 'count'),
  'texts.started': says('A number asked for text messages again; so many case files have it.', 'count'),
  'reminder_plan.changed': says('The plan of reminders was changed.', 'rules'),
  'reminder_wording.changed': says("The organisation's own words of reminders were changed.", 'kind', 'fields'),
  'notice.listed': says('Somebody read the list of their notices.', 'ids'),
  'notice.read': says('Somebody opened a notice.'),
  ...ofReferences(referenceNouns),
  'organization.created': says('The organisation was made.'),
  'organization.changed': says('What the organisation says of itself was changed.', 'fields'),
  'keys.made': says('The organisation got a new key, under which all else is now wrapped anew.'),
  'keys.status_read': shows('read', 'Which keys there are, and how far a change of them is, was shown.'),
  'keys.rotated': says('What a former key held was wrapped anew.', 'key', 'rewrapped', 'broken', 'retired'),
  'lockdown.begun': says('Everybody was signed out, and only administrators can sign in.', 'count'),
  'lockdown.ended': says('Everybody may sign in again.'),
  'user.created': says('A user was made.', 'role'),
  'user.changed': says(
    'A user, their role, language or state was changed, by themselves or an administrator.',
    'fields',
    'role',
  ),
  'password.set': says('Somebody chose a password through a link.'),
  'password.changed': says('Somebody changed their own password.'),
  'password.reset': says('A link for a new password was made.'),
  'second_factor.enrolled': says('Somebody enrolled an authenticator app, or another in its place.'),
  'second_factor.removed': says('Somebody took their own authenticator app off.'),
  'passkey.enrolled': says('Somebody enrolled a passkey.', 'ids'),
  'passkey.renamed': says('Somebody gave a passkey another name.', 'ids'),
  'passkey.removed': says('Somebody took one of their passkeys off.', 'ids'),
  'passkey.counter_fell': says('A passkey was refused that counts fewer uses than before: it may have been copied.'),
  'recovery_codes.made': says('Somebody was given new recovery codes; those before ended.', 'count'),
  'recovery_codes.used': says('A recovery code took the place of the second factor; so many are left.', 'count'),
  'second_factor.reset': says("Somebody's second factors were taken off by an administrator."),
  'step_up.shown': says('Somebody showed a second factor, or the password, once more.', 'proof'),
  'step_up.refused': says('Somebody signed in gave a wrong code, passkey or password.', 'proof'),
  'session.started': says('Somebody signed in.', 'proof'),
  'session.refused': says('A sign-in was refused.'),
  'session.ended': says('Somebody signed out.'),
  'session.listed': says("An administrator looked at somebody's sessions."),
  'session.revoked': says('One session or token was ended, by its owner or by an administrator.', 'ids'),
  'session.all_revoked': says('All sessions and tokens of a user were ended, but the one in use.'),
  'token.created': says('A token for a program was made.', 'scopes'),
  'token.revoked': says('A token was revoked.'),
  'access.refused': shows(
    'refused',
    'Somebody asked for what is not theirs and was refused.',
    'permission',
    'route',
    'code',
  ),
  'client.access_read': says('The list of who has looked into a case file was shown.'),
  'access_review.drawn': says('Looks into case files were drawn by lot for supervisors to judge.', 'count'),
  'access_review.listed': says('The looks that were drawn by lot were shown.', 'ids'),
  'access_review.confirmed': says('A supervisor confirmed that there was a reason to look into a file.'),
  'access_review.questioned': says('A supervisor questioned a look into a file.'),
  'audit.read': says('The audit was read.', 'count'),
  'audit.exported': says('Lines of the audit were taken out as a file.', 'count', 'format', 'from', 'to'),
} as const satisfies Record<string, Told<DetailKey>>;

type Catalogue = typeof events;
type DetailsOfEvents = {
  [E in keyof Catalogue]: { [K in Catalogue[E]['details'][number]]?: Details[K] | undefined };
};

declare module '../platform/database/work.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what the platform leaves open is filled in here
  interface AuditEvents extends DetailsOfEvents {}
}

export type EventName = keyof Catalogue;

const byName: ReadonlyMap<string, Told<DetailKey>> = new Map(Object.entries(events));

export const isEvent = (name: string): name is EventName => byName.has(name);

/** In which way each event shows what is in a case file; the others are not in it. */
export const wayOf: Readonly<Record<string, Look>> = Object.fromEntries(
  [...byName].flatMap(([name, { looks }]) => (looks ? [[name, looks]] : [])),
);

/** @throws Error for an event, or a detail of it, that is not in the catalogue: nothing else may reach the table */
export function mustBeListed(event: string, details: object | undefined): void {
  const told = byName.get(event);
  if (!told) throw new Error(`The audit knows no event ${event}: add it to src/audit/events.ts.`);
  for (const [key, value] of Object.entries(details ?? {}))
    if (value !== undefined && !(told.details as readonly string[]).includes(key))
      throw new Error(`The audit keeps no detail ${key} of ${event}: see src/audit/events.ts.`);
}
