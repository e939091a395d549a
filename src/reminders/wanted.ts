import { directionOf, isUrgent, kindOfAppointment, type PlanRules, type PlannedKind, type Rule } from './plan.js';
import { ladderOf, searchOf } from './alarms-wanted.js';
import { recipientsOf } from './recipients.js';
import type { AppointmentFacts, PrintFacts } from './subjects.queries.js';
import { countsDays, momentAfterDate, momentAt } from './schedule.js';
import type { RecipientType, ReminderChannel, ReminderContent, ReminderKind } from './reminder.values.js';

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
  /** In order, those to use when that fails. */
  others: ReminderChannel[];
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
  const urgent = [...ladderOf(facts, plan), ...searchOf(facts, plan)];
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
  const basis = facts.startsAt.toISOString();
  return plan.rules.filter(wanted).flatMap((rule) =>
    recipientsOf(rule, facts, facts.companions, plan).flatMap((recipient) =>
      rule.offsets.map((offset): Wanted => {
        const moment = momentAt(facts.startsAt, facts.zone, offset, directionOf(rule.kind), rule.at);
        return {
          ...recipient,
          kind: rule.kind,
          offset,
          basis,
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

/** Identifies a reminder among those of its subject. */
export const keyOf = (wanted: Pick<Wanted, 'kind' | 'recipientType' | 'recipientId' | 'offset' | 'basis'>) =>
  [wanted.kind, wanted.recipientType, wanted.recipientId, wanted.offset, wanted.basis].join('|');

export type { PlannedKind };
