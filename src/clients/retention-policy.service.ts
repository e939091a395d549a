import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { daysAfter } from '../platform/http/values.js';
import type { ClosingReason, FileRetentionClass } from './client.values.js';
import { RetentionPolicy } from './retention-policy.entity.js';
import type { RetentionPolicyFields } from './retention-policy.fields.js';

export type PolicyInForce = Required<RetentionPolicyFields> & Pick<RetentionPolicy, 'version' | 'purgesSince'>;

/** Of organisations that have said nothing else: a year, and nothing is purged unless people say so. */
const usual: PolicyInForce = {
  version: 0,
  shortMonths: 6,
  standardMonths: 12,
  extendedMonths: 84,
  monthsByReason: null,
  purgeAfterDays: null,
  purgesSince: null,
};

/** How long closed files are kept: when somebody looks at them again, and what happens when nobody does. */
@Injectable()
export class RetentionPolicyService {
  /** Version 0 stands for the usual periods. */
  async inForce(work: Work): Promise<PolicyInForce> {
    const row = await this.row(work);
    if (!row) return usual;
    const { version, shortMonths, standardMonths, extendedMonths, purgesSince } = row;
    const { monthsByReason = null, purgeAfterDays = null } = row;
    return { version, shortMonths, standardMonths, extendedMonths, monthsByReason, purgeAfterDays, purgesSince };
  }

  /**
   * When a file that is closed today is to be reviewed. A class that somebody chose for the file wins over the reason for
   * which it is closed.
   */
  async reviewDate(work: Work, file: { retentionClass: FileRetentionClass }, reason: ClosingReason): Promise<string> {
    const { shortMonths, standardMonths, extendedMonths, monthsByReason } = await this.inForce(work);
    const ofReason = monthsByReason?.find(({ closingReason }) => closingReason === reason)?.months;
    const months = { short: shortMonths, standard: ofReason ?? standardMonths, extended: extendedMonths };
    return Temporal.PlainDate.from(await work.today())
      .add({ months: months[file.retentionClass] })
      .toString();
  }

  /** Replaces the policy; review dates that are set already stay. @throws Problem 412 when somebody else changed it, 422 */
  async put(work: Work, version: number, input: RetentionPolicyFields): Promise<PolicyInForce> {
    const reasons = (input.monthsByReason ?? []).map(({ closingReason }) => closingReason);
    const twice = reasons.findIndex((reason, at) => reasons.indexOf(reason) < at);
    if (twice >= 0)
      throw Problem.invalidField(
        `monthsByReason.${twice}.closingReason`,
        'retention_policy.reason_repeated',
        'This reason has a period already. Name each reason once.',
      );
    const current = await this.row(work);
    if (!current && version !== 0) throw Problem.stale('retention_policy', 0);
    const before = await this.inForce(work);
    const { shortMonths, standardMonths, extendedMonths, monthsByReason = null, purgeAfterDays = null } = input;
    const values = { shortMonths, standardMonths, extendedMonths, monthsByReason, purgeAfterDays };
    const stored = { ...values, purgesSince: sinceWhen(await work.today(), before, purgeAfterDays) };
    if (current) await work.change(RetentionPolicy, 'retention_policy', current, version, stored);
    else await work.insert(RetentionPolicy, [stored]);
    const fields = Object.entries(values).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(before[name as keyof typeof values]) ? [] : [name],
    );
    work.audit({ event: 'retention.policy_changed', subjectType: 'retention_policy', details: { fields } });
    return this.inForce(work);
  }

  private async row(work: Work): Promise<RetentionPolicy | null> {
    return work.manager.findOneBy(RetentionPolicy, { organizationId: work.organizationId });
  }
}

/**
 * The day from which a file is purged by itself when nobody decides: so many days after its review was due, and never
 * sooner than so many days after the policy came to say so.
 * @returns null where the policy purges nothing by itself
 */
export function purgesOn({ purgeAfterDays, purgesSince }: PolicyInForce, reviewOn: string): string | null {
  if (purgeAfterDays === null || purgesSince === null) return null;
  return daysAfter(purgesSince > reviewOn ? purgesSince : reviewOn, purgeAfterDays);
}

function sinceWhen(today: string, before: PolicyInForce, days: number | null): string | null {
  if (days === null) return null;
  const isSooner = before.purgeAfterDays === null || days < before.purgeAfterDays;
  return isSooner ? today : before.purgesSince;
}
