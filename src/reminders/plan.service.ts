import { Injectable } from '@nestjs/common';
import { Channels, channelNames } from '../platform/channels/channels.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import type { PlanAnswer, PutPlan } from './plan.dto.js';
import {
  audiences,
  channelsOf,
  directionOf,
  isUrgent,
  plannedKinds,
  type Rule,
  usualPlan,
  withLadder,
} from './plan.js';
import { ReminderPlan } from './reminder.entity.js';
import { atOnce, countsDays } from './schedule.js';
import type { PlanInForce } from './wanted.js';

@Injectable()
export class PlanService {
  private readonly inForceOf = new WeakMap<Work, Promise<PlanInForce>>();

  constructor(private readonly channels: Channels) {}

  /** The plan that holds in this work, read once. */
  inForce(work: Work): Promise<PlanInForce> {
    const known = this.inForceOf.get(work) ?? this.read(work);
    this.inForceOf.set(work, known);
    return known;
  }

  async get(work: Work): Promise<PlanAnswer> {
    return this.answer(await this.inForce(work));
  }

  /**
   * Replaces the plan. The sweep derives again what stands by the old one; what was sent stays sent.
   * @throws Problem 412 when somebody else changed it meanwhile, 422 for rules that reach nobody
   */
  async put(work: Work, version: number, { quietHours, rules }: PutPlan): Promise<PlanAnswer> {
    const errors = rules.flatMap((rule, at) => wrongOf(rule, at, rules));
    if (quietHours && quietHours.from === quietHours.to) {
      errors.push({
        field: 'quietHours.to',
        code: 'plan.quiet_all_day',
        message: 'Quiet hours must begin and end at different times.',
      });
    }
    if (errors.length > 0) throw Problem.invalid(errors);
    const stored = { quietHours: quietHours ?? null, rules };
    const [current] = await work.manager.findBy(ReminderPlan, { organizationId: work.organizationId });
    if (!current && version === 0) await this.first(work, stored);
    else if (current) await work.change(ReminderPlan, 'reminder_plan', current, version, { rules: stored });
    else throw Problem.stale('reminder_plan', 0);
    work.audit({ event: 'reminder_plan.changed', subjectType: 'reminder_plan', details: { rules: rules.length } });
    this.inForceOf.delete(work);
    return this.get(work);
  }

  private async first(work: Work, rules: ReminderPlan['rules']): Promise<void> {
    const stamp = {
      createdAt: work.now,
      createdBy: work.actor.userId,
      updatedAt: work.now,
      updatedBy: work.actor.userId,
    };
    const row = { id: work.newId(), organizationId: work.organizationId, version: 1, ...stamp, rules };
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(ReminderPlan), [row]);
    if ((await work.execute(`${text} ON CONFLICT DO NOTHING`, parameters)) === 0)
      throw Problem.stale('reminder_plan', 1);
  }

  private async read(work: Work): Promise<PlanInForce> {
    const [row] = await work.sql<{ zone: string; version: number | null; rules: ReminderPlan['rules'] | null }>(
      `SELECT o.zone, p.version, p.rules FROM organizations o
       LEFT JOIN reminder_plans p ON p.organization_id = o.organization_id WHERE o.organization_id = $1`,
      [work.organizationId],
    );
    if (!row) throw Problem.notFound('organization');
    const stored = row.rules ?? usualPlan;
    return {
      ...stored,
      rules: withLadder(stored.rules),
      version: row.version ?? 0,
      zone: row.zone,
      emailWorks: !this.channels.of('email').standIn,
    };
  }

  private answer({ version, quietHours, rules }: PlanInForce): PlanAnswer {
    const drivers = channelNames.map((name) => {
      const { driver, standIn } = this.channels.of(name);
      return { name, driver, standIn };
    });
    return {
      version,
      quietHours,
      rules,
      usual: version === 0,
      drivers,
      kinds: plannedKinds.map((kind) => ({ kind, direction: directionOf(kind) })),
      audiences: audiences.map((to) => ({ to, channels: channelsOf[to] })),
    };
  }
}

function wrongOf(rule: Rule, at: number, rules: Rule[]): FieldError[] {
  const field = `rules.${at}`;
  const errors: FieldError[] = [];
  const wrong = (name: string, code: string, message: string) =>
    errors.push({ field: `${field}.${name}`, code, message });
  if (rules.findIndex((other) => other.kind === rule.kind && other.to === rule.to) < at) {
    wrong(
      'to',
      'plan.rule_repeated',
      'There is a rule for this kind and these people already. Put all offsets into one.',
    );
  }
  const unfit = rule.channels.filter((channel) => !channelsOf[rule.to].includes(channel));
  if (unfit.length > 0) wrong('channels', 'plan.channel_unfit', `Choose from: ${channelsOf[rule.to].join(', ')}.`);
  const aboutStaff =
    rule.kind === 'fingerprint_watch' ||
    rule.kind === 'packet_prepare' ||
    rule.kind === 'debrief_missing' ||
    isUrgent(rule.kind);
  if (aboutStaff && rule.to === 'client')
    wrong('to', 'plan.not_for_clients', 'This is for staff, or for those who come along.');
  if (!isUrgent(rule.kind)) {
    if (rule.to === 'supervisors' || rule.to === 'emergency_callers')
      wrong('to', 'plan.only_for_alarms', 'These people are asked only when somebody is not out: overdue_at_ice.');
    if (rule.offsets.includes(atOnce))
      wrong('offsets', 'plan.at_once_only_for_alarms', 'Only an alarm goes out at once; give a time such as PT2H.');
  } else if (rule.offsets.some(countsDays)) {
    wrong(
      'offsets',
      'plan.alarm_in_days',
      'Somebody who is not out cannot wait for days: give minutes, such as PT10M.',
    );
  }
  if (rule.kind === 'fingerprint_watch') {
    if (rule.to !== 'staff')
      wrong('to', 'plan.only_for_staff', 'Nobody comes along to fingerprints: this is for staff.');
    if (!rule.offsets.every(countsDays))
      wrong('offsets', 'plan.days_only', 'A print has a date without a time: count days, such as P10D.');
  }
  return errors;
}
