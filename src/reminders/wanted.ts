import {
  type Audience,
  directionOf,
  isUrgent,
  kindOfAppointment,
  type PlanRules,
  type PlannedKind,
  type Rule,
} from './plan.js';
import type { LiveState } from '../appointments/appointment.values.js';
import type { AppointmentFacts, ClientFacts, Colleague, PrintFacts } from './reminders.queries.js';
import { atOnce, countsDays, momentAfterDate, momentAt } from './schedule.js';
import type { RecipientType, ReminderChannel, ReminderContent, ReminderKind } from './reminder.values.js';
import { wordingLanguage } from './wording.js';

/** A reminder as it should be, by what is known now. */
export interface Wanted {
  kind: ReminderKind;
  recipientType: RecipientType;
  recipientId: string;
  offset: string;
  basis: string;
  /** By the plan, before quiet hours are minded. */
  moment: Date;
  zone: string;
  usefulUntil: Date;
  channel: ReminderChannel;
  content: ReminderContent;
  language: string;
  /** Whether quiet hours hold for it: not for what waits silently in the application. */
  mindsQuiet: boolean;
}

export interface PlanInForce extends PlanRules {
  version: number;
  /** Zone of the organisation, by whose wall clock dates without a place are meant. */
  zone: string;
  /** Whether e-mail really leaves the house. */
  emailWorks: boolean;
}

const day = 86_400_000;
/** How long a note about something that should have happened is still of use. */
const usefulDaysAfter = 14;

/** What is owed about an appointment; nothing for one that does not stand. */
export function wantedOfAppointment(facts: AppointmentFacts, plan: PlanInForce): Wanted[] {
  // A file may be closed by mistake; a person inside an office is looked for all the same.
  const urgent = alarmsOf(facts, plan);
  return facts.clientStatus === 'open' ? [...plannedOf(facts, plan), ...urgent] : urgent;
}

function plannedOf(facts: AppointmentFacts, plan: PlanInForce): Wanted[] {
  const kind = kindOfAppointment(facts.kind);
  const ahead = stands(facts) && facts.liveState === 'not_started';
  const wanted = (rule: Rule): boolean => {
    if (isUrgent(rule.kind)) return false;
    if (rule.kind === 'debrief_missing') return awaitsOutcome(facts);
    return ahead && (rule.kind === kind || rule.kind === 'packet_prepare');
  };
  return plan.rules.filter(wanted).flatMap((rule) =>
    recipientsOf(rule, facts, facts.companions, plan).flatMap((recipient) =>
      rule.offsets.map((offset): Wanted => {
        const moment = momentAt(facts.startsAt, facts.zone, offset, directionOf(rule.kind), rule.at);
        return {
          ...recipient,
          kind: rule.kind,
          offset,
          basis: facts.startsAt.toISOString(),
          moment,
          zone: facts.zone,
          usefulUntil:
            directionOf(rule.kind) === 'before' ? facts.startsAt : new Date(moment.getTime() + usefulDaysAfter * day),
        };
      }),
    ),
  );
}

/**
 * An appointment stands unless it was called off or is over. One that was moved stands at its new time, unless another
 * appointment took its place.
 */
function stands({ status, outcome, nextAppointmentId }: AppointmentFacts): boolean {
  if (status === 'proposed' || status === 'scheduled') return true;
  const moved = status === 'rescheduled_by_ice' || status === 'rescheduled_by_counsel';
  return moved && outcome === null && nextAppointmentId === null;
}

const awaitsOutcome = (facts: AppointmentFacts) =>
  facts.outcome === null && (stands(facts) || facts.status === 'completed');

const inside: ReadonlySet<LiveState> = new Set(['arrived', 'called_in', 'overdue']);
/** How long an alarm about a person who is not out goes on being tried. */
const usefulHoursOfAlarm = 24;

/**
 * The ladder while somebody is inside past the time that was agreed, until one who was alarmed says that they are seeing
 * to it; at its end, and at once when somebody is known to be detained, the search for where they are held.
 */
function alarmsOf(facts: AppointmentFacts, plan: PlanInForce): Wanted[] {
  if (facts.status === 'cancelled') return [];
  const rules = plan.rules.filter(({ kind }) => isUrgent(kind));
  if (facts.liveState === 'detained_confirmed') {
    const since = facts.calledInAt ?? facts.arrivedAt ?? facts.startsAt;
    const basis = facts.startsAt.toISOString();
    const looked = facts.existing.some(
      (row) => row.kind === 'locator_check' && row.offset !== atOnce && row.basis !== basis && wasSaid(row),
    );
    if (looked) return [];
    return rules
      .filter(({ kind }) => kind === 'locator_check')
      .flatMap((rule) => recipientsOf(rule, facts, facts.companions, plan))
      .map((recipient) => alarm(recipient, 'locator_check', atOnce, basis, since, facts));
  }
  const { dueOutBy } = facts;
  if (!inside.has(facts.liveState) || !dueOutBy) return [];
  const basis = dueOutBy.toISOString();
  const seenTo = facts.existing.some(
    (row) => row.kind === 'overdue_at_ice' && row.basis === basis && row.state === 'acknowledged',
  );
  if (seenTo) return [];
  return rules.flatMap((rule) =>
    recipientsOf(rule, facts, facts.companions, plan).flatMap((recipient) =>
      rule.offsets.map((offset) =>
        alarm(recipient, rule.kind, offset, basis, momentAt(dueOutBy, facts.zone, offset, 'after', rule.at), facts),
      ),
    ),
  );
}

const wasSaid = ({ state }: AppointmentFacts['existing'][number]) =>
  state === 'sent' || state === 'delivered' || state === 'acknowledged' || state === 'escalated';

function alarm(
  recipient: Recipient,
  kind: PlannedKind,
  offset: string,
  basis: string,
  moment: Date,
  { zone }: AppointmentFacts,
): Wanted {
  const usefulUntil = new Date(moment.getTime() + usefulHoursOfAlarm * 3_600_000);
  return { ...recipient, kind, offset, basis, moment, zone, usefulUntil };
}

/** Watching the mail after fingerprints, until a letter has come. */
export function wantedOfPrint(facts: PrintFacts, plan: PlanInForce): Wanted[] {
  if (facts.clientStatus !== 'open' || facts.letterCame) return [];
  if (facts.method === 'none' || facts.takenOnPrecision === 'unknown') return [];
  return plan.rules
    .filter((rule) => rule.kind === 'fingerprint_watch')
    .flatMap((rule) =>
      recipientsOf(rule, facts, [], plan).flatMap((recipient) =>
        rule.offsets.filter(countsDays).map((offset): Wanted => {
          const moment = momentAfterDate(facts.takenOn, plan.zone, offset, rule.at);
          return {
            ...recipient,
            kind: rule.kind,
            offset,
            basis: facts.takenOn,
            moment,
            zone: plan.zone,
            usefulUntil: new Date(moment.getTime() + usefulDaysAfter * day),
          };
        }),
      ),
    );
}

type Recipient = Pick<Wanted, 'recipientType' | 'recipientId' | 'channel' | 'content' | 'language' | 'mindsQuiet'>;

function recipientsOf(
  rule: Rule,
  facts: ClientFacts & Partial<Pick<AppointmentFacts, 'supervisors' | 'hasEmergencyContacts'>>,
  companions: Colleague[],
  plan: PlanInForce,
): Recipient[] {
  const to: Record<Audience, () => Recipient[]> = {
    client: () => {
      const channel = clientChannel(rule.channels, facts);
      if (!channel) return [];
      const language = wordingLanguage(facts.language);
      return [
        {
          recipientType: 'client',
          recipientId: facts.clientId,
          channel,
          content: 'neutral',
          language,
          mindsQuiet: true,
        },
      ];
    },
    companions: () => companions.map((user) => userRecipient(rule, user, plan)),
    staff: () => (facts.responsible ? [userRecipient(rule, facts.responsible, plan)] : []),
    supervisors: () => (facts.supervisors ?? []).map((user) => userRecipient(rule, user, plan)),
    emergency_callers: () =>
      facts.responsible && facts.hasEmergencyContacts
        ? [
            {
              ...userRecipient(rule, facts.responsible, plan),
              channel: 'voice_task' as const,
              content: 'in_app_full' as const,
            },
          ]
        : [],
  };
  return to[rule.to]();
}

function userRecipient(rule: Rule, user: Colleague, plan: PlanInForce): Recipient {
  const byEmail = rule.channels[0] === 'email' && plan.emailWorks;
  return {
    recipientType: 'user',
    recipientId: user.id,
    channel: byEmail ? 'email' : 'in_app',
    content: byEmail ? 'neutral' : 'in_app_full',
    language: wordingLanguage(user.language),
    mindsQuiet: byEmail && !isUrgent(rule.kind),
  };
}

/**
 * The first of the plan's channels by which this person may be written to; where there is none, a member of staff is
 * asked to call. Null only where there is nobody to ask.
 */
export function clientChannel(channels: ReminderChannel[], facts: ClientFacts): ReminderChannel | null {
  const order = facts.channel === 'email' ? (['email', ...channels] as const) : channels;
  return order.find((channel) => mayUse(channel, facts)) ?? (facts.responsible ? 'voice_task' : null);
}

function mayUse(channel: ReminderChannel, facts: ClientFacts): boolean {
  // Who wants to be met, called, or told by somebody they trust is not written to.
  const writtenTo = facts.channel === null || facts.channel === 'sms' || facts.channel === 'email';
  switch (channel) {
    case 'sms':
      return (
        writtenTo &&
        facts.hasPhone &&
        facts.smsConsent === 'opted_in' &&
        !facts.smsWithdrawn &&
        facts.phoneSafeToText !== 'no'
      );
    case 'email':
      return writtenTo && facts.hasEmail;
    case 'voice_task':
      return facts.responsible !== null;
    case 'in_app':
      return false;
  }
}

/** Identifies a reminder among those of its subject. */
export const keyOf = (wanted: Pick<Wanted, 'kind' | 'recipientType' | 'recipientId' | 'offset' | 'basis'>) =>
  [wanted.kind, wanted.recipientType, wanted.recipientId, wanted.offset, wanted.basis].join('|');

export type { PlannedKind };
