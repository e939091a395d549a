import { Injectable } from '@nestjs/common';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Alarms } from './alarms.js';
import { PlanService } from './plan.service.js';
import { type NewReminder, reconcile, type Steps } from './reconcile.js';
import { Reminder, ReminderSubject } from './reminder.entity.js';
import { isPendingSql } from './due.queries.js';
import { appointmentFacts, type ClientFacts, printFacts, subjectsOfClients } from './subjects.queries.js';
import { wantedOfAppointment, wantedOfPrint } from './wanted.js';

/** Kinds of subject whose reminders follow from the plan. */
export type DerivedType = 'appointment' | 'fingerprint_event';

export interface Subject {
  type: DerivedType;
  id: string;
}

interface Marks {
  /** By id; `known`: whether others can see it already, and so may derive it at the same moment. */
  subjects: Map<string, Subject & { known: boolean }>;
  clients: Set<string>;
}

interface Derived {
  facts: ClientFacts;
  type: DerivedType;
  steps: Steps;
}

type OfSomething = Pick<Reminder, 'subjectType' | 'subjectId'>;

const isDerived = (one: OfSomething): one is OfSomething & { subjectType: DerivedType } =>
  one.subjectType === 'appointment' || one.subjectType === 'fingerprint_event';
const subjectOf = ({ subjectType: type, subjectId: id }: OfSomething & { subjectType: DerivedType }): Subject => ({
  type,
  id,
});

/** Rows of one statement, well below PostgreSQL's 65,535 parameters. */
const subjectsAtOnce = 50;

/**
 * Makes the reminders of a subject what they should be, in the transaction that changed the subject. Whatever marks a
 * subject, it is derived once per work, when all that the work changes is in place.
 */
@Injectable()
export class DerivationService {
  private readonly marked = new WeakMap<Work, Marks>();

  constructor(
    private readonly plans: PlanService,
    private readonly alarms: Alarms,
  ) {}

  /** @param known false for a subject that this very work made */
  mark(work: Work, subject: Subject, known: boolean): void {
    const { subjects } = this.marksOf(work);
    subjects.set(subject.id, { ...subject, known: known && (subjects.get(subject.id)?.known ?? true) });
  }

  /** What a reminder is about, if its reminders follow from the plan. */
  markSubjectOf(work: Work, reminder: OfSomething): void {
    if (isDerived(reminder)) this.mark(work, subjectOf(reminder), true);
  }

  /** Everything that a client still has ahead. */
  markClient(work: Work, clientId: string): void {
    this.marksOf(work).clients.add(clientId);
  }

  /** Derives what is marked. */
  private async flush(work: Work): Promise<void> {
    const marks = this.marked.get(work);
    if (!marks || (marks.subjects.size === 0 && marks.clients.size === 0)) return;
    const subjects = new Map(marks.subjects);
    const clients = [...marks.clients];
    marks.subjects.clear();
    marks.clients.clear();
    if (clients.length > 0) {
      for (const subject of await subjectsOfClients(work, clients)) {
        if (!subjects.has(subject.id)) subjects.set(subject.id, { ...subject, known: true });
      }
    }
    await this.lock(
      work,
      [...subjects.values()].filter(({ known }) => known),
    );
    await this.derive(work, [...subjects.values()]);
  }

  /** Waits until nobody else derives these subjects; one order for everybody. */
  async lock(work: Work, subjects: Subject[]): Promise<void> {
    if (subjects.length === 0) return;
    const ids = subjects.map(({ id }) => id).sort();
    await work.sql('SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id', [ids]);
  }

  /** Those of the subjects that nobody else derives at this moment; they are kept until the work ends. */
  async lockFree<S extends Subject>(work: Work, subjects: S[]): Promise<S[]> {
    const rows = await work.sql<{ id: string }>(
      'SELECT id FROM unnest($1::text[]) AS id WHERE pg_try_advisory_xact_lock(hashtextextended(id, 0))',
      [subjects.map(({ id }) => id).sort()],
    );
    const free = new Set(rows.map(({ id }) => id));
    return subjects.filter(({ id }) => free.has(id));
  }

  /** Derives subjects that this work has locked, or made. */
  async derive(work: Work, subjects: Subject[]): Promise<void> {
    for (let from = 0; from < subjects.length; from += subjectsAtOnce) {
      await this.deriveSome(work, subjects.slice(from, from + subjectsAtOnce), false);
    }
  }

  /**
   * Derives the locked subjects of reminders again, before these are sent: by the rules that made them, on what is known
   * now. Mostly nothing has changed.
   */
  async checkSubjectsOf(work: Work, reminders: OfSomething[]): Promise<void> {
    const subjects = new Map(reminders.filter(isDerived).map((one) => [one.subjectId, subjectOf(one)]));
    if (subjects.size > 0) await this.deriveSome(work, [...subjects.values()], true);
  }

  private async deriveSome(work: Work, subjects: Subject[], onlyChanges: boolean): Promise<void> {
    const idsOf = (type: DerivedType) => subjects.filter((subject) => subject.type === type).map(({ id }) => id);
    const [plan, appointments, prints] = await Promise.all([
      this.plans.inForce(work),
      appointmentFacts(work, idsOf('appointment')),
      printFacts(work, idsOf('fingerprint_event')),
    ]);
    const derived: Derived[] = [];
    const steps = (facts: ClientFacts, wanted: Parameters<typeof reconcile>[0]) =>
      reconcile(wanted, facts.existing, {
        quiet: plan.quietHours,
        now: work.now,
        optedOut: facts.smsConsent === 'opted_out' || facts.smsWithdrawn,
      });
    for (const facts of appointments)
      derived.push({ facts, type: 'appointment', steps: steps(facts, wantedOfAppointment(facts, plan)) });
    for (const facts of prints)
      derived.push({ facts, type: 'fingerprint_event', steps: steps(facts, wantedOfPrint(facts, plan)) });
    const there = new Set(derived.map(({ facts }) => facts.subjectId));
    await this.forget(
      work,
      subjects.filter(({ id }) => !there.has(id)),
    );
    await this.end(
      work,
      derived.flatMap(({ steps: { end } }) => end),
    );
    this.insert(work, derived);
    const changed = derived.filter(({ steps: { insert, end } }) => !onlyChanges || insert.length + end.length > 0);
    this.remember(work, changed, plan.version);
    for (const one of derived) noteIn(work, one);
  }

  /** Subjects that are gone: nothing is owed about them. */
  private async forget(work: Work, subjects: Subject[]): Promise<void> {
    if (subjects.length === 0) return;
    const parameters = [work.organizationId, subjects.map(({ id }) => id)];
    await work.execute(
      `UPDATE reminders r SET state = 'cancelled', version = r.version + 1, updated_at = $3, updated_by = $4
       WHERE r.organization_id = $1 AND r.subject_id = ANY($2) AND ${isPendingSql('$3')}`,
      [...parameters, work.now, work.actor.userId],
    );
    await work.execute('DELETE FROM reminder_subjects WHERE organization_id = $1 AND subject_id = ANY($2)', parameters);
  }

  private async end(work: Work, ended: Steps['end']): Promise<void> {
    if (ended.length === 0) return;
    await work.execute(
      `UPDATE reminders r SET state = e.state, version = r.version + 1, updated_at = $2, updated_by = $3
       FROM unnest($4::uuid[], $5::text[]) AS e (id, state)
       WHERE r.organization_id = $1 AND r.id = e.id AND ${isPendingSql('$2')}`,
      [work.organizationId, work.now, work.actor.userId, ended.map(({ id }) => id), ended.map(({ state }) => state)],
    );
  }

  private insert(work: Work, derived: Derived[]): void {
    const rows = derived.flatMap(({ facts, type, steps }) => steps.insert.map((one) => rowOf(work, type, facts, one)));
    if (rows.length === 0) return;
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(Reminder), rows);
    work.write({ text: `${text} ON CONFLICT DO NOTHING`, parameters });
    this.alarms.after(
      work,
      rows.filter(({ state }) => state === 'scheduled'),
    );
  }

  private remember(work: Work, derived: Derived[], planVersion: number): void {
    if (derived.length === 0) return;
    const rows = derived.map(({ facts, type }) => ({
      organizationId: work.organizationId,
      subjectType: type,
      subjectId: facts.subjectId,
      clientId: facts.clientId,
      subjectVersion: facts.subjectVersion,
      clientVersion: facts.clientVersion,
      planVersion,
      derivedAt: work.now,
    }));
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(ReminderSubject), rows);
    work.write({
      text: `${text} ON CONFLICT (organization_id, subject_type, subject_id) DO UPDATE SET client_id = excluded.client_id,
         subject_version = excluded.subject_version, client_version = excluded.client_version,
         plan_version = excluded.plan_version, derived_at = excluded.derived_at`,
      parameters,
    });
  }

  private marksOf(work: Work): Marks {
    let marks = this.marked.get(work);
    if (!marks) {
      marks = { subjects: new Map(), clients: new Set() };
      this.marked.set(work, marks);
    }
    work.beforeCommit('reminders', () => this.flush(work));
    return marks;
  }
}

function rowOf(work: Work, type: DerivedType, facts: ClientFacts, one: NewReminder) {
  return {
    ...one,
    id: work.newId(),
    organizationId: work.organizationId,
    version: 1,
    createdAt: work.now,
    createdBy: work.actor.userId,
    updatedAt: work.now,
    updatedBy: work.actor.userId,
    clientId: facts.clientId,
    subjectType: type,
    subjectId: facts.subjectId,
    attemptAt: one.dueAt,
    attempts: 0,
  };
}

function noteIn(work: Work, { facts, type, steps }: Derived): void {
  if (steps.insert.length === 0 && steps.end.length === 0) return;
  const count = (states: { state: string }[], state: string) => states.filter((one) => one.state === state).length;
  work.audit({
    event: 'reminder.derived',
    subjectType: type,
    subjectId: facts.subjectId,
    clientId: facts.clientId,
    details: {
      scheduled: count(steps.insert, 'scheduled'),
      skipped: count(steps.insert, 'skipped_past_due'),
      superseded: count(steps.end, 'superseded'),
      cancelled: count(steps.end, 'cancelled'),
      optedOut: count(steps.end, 'opted_out'),
    },
  });
}
