import { insideStates } from '../appointments/appointment.values.js';
import { isUrgent, type PlannedKind } from './plan.js';
import { type Recipient, recipientsOf } from './recipients.js';
import type { AppointmentFacts } from './subjects.queries.js';
import { atOnce, momentAt } from './schedule.js';
import type { PlanInForce, Wanted } from './wanted.js';

/** How long an alarm about a person who is not out goes on being tried. */
const usefulHours = 24;

/**
 * The ladder while somebody is inside past the time that was agreed, until one who was alarmed says that they are seeing
 * to it; at its end the search for where they are held.
 */
export function ladderOf(facts: AppointmentFacts, plan: PlanInForce): Wanted[] {
  const { dueOutBy } = facts;
  if (facts.status === 'cancelled' || !insideStates.has(facts.liveState) || !dueOutBy) return [];
  const basis = dueOutBy.toISOString();
  const seenTo = facts.existing.some(
    (row) => row.kind === 'overdue_at_ice' && row.basis === basis && row.state === 'acknowledged',
  );
  if (seenTo) return [];
  return plan.rules
    .filter(({ kind }) => isUrgent(kind))
    .flatMap((rule) =>
      recipientsOf(rule, facts, facts.companions, plan).flatMap((recipient) =>
        rule.offsets.map((offset) =>
          alarm(recipient, rule.kind, offset, basis, momentAt(dueOutBy, facts.zone, offset, 'after', rule.at), facts),
        ),
      ),
    );
}

/** The search at once when somebody is known to be detained, unless the ladder asked for it already. */
export function searchOf(facts: AppointmentFacts, plan: PlanInForce): Wanted[] {
  if (facts.status === 'cancelled' || facts.liveState !== 'detained_confirmed') return [];
  const since = facts.calledInAt ?? facts.arrivedAt ?? facts.startsAt;
  const basis = facts.startsAt.toISOString();
  const askedFor = facts.existing.some(
    (row) => row.kind === 'locator_check' && row.offset !== atOnce && row.basis !== basis && wasSaid(row),
  );
  if (askedFor) return [];
  return plan.rules
    .filter(({ kind }) => kind === 'locator_check')
    .flatMap((rule) => recipientsOf(rule, facts, facts.companions, plan))
    .map((recipient) => alarm(recipient, 'locator_check', atOnce, basis, since, facts));
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
  const usefulUntil = new Date(moment.getTime() + usefulHours * 3_600_000);
  return { ...recipient, kind, offset, basis, moment, zone, usefulUntil };
}
