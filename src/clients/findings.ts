import type { DatePrecision } from '../platform/http/fields.js';
import type { Work } from '../platform/database/work.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import { daysAfter } from '../platform/http/values.js';
import type { Judgement } from './case-records.js';

/** By how many days a date that is not known exactly may turn out earlier than it is written. */
const slack: Record<DatePrecision, number> = { exact: 0, day_range: 7, week: 7, month: 31, unknown: 366 };

/** Whether dates are known well enough to refuse an order of them that cannot be. */
export const exactly = (...precisions: (DatePrecision | null | undefined)[]): boolean =>
  precisions.every((precision) => (precision ?? 'exact') === 'exact');

/** What the rules find while they judge one record: all that is wrong with it at once, and what to confirm. */
export class Findings {
  private readonly errors: FieldError[] = [];
  private readonly warnings: FieldError[] = [];

  private constructor(
    /** The day that it is where the organisation works. */
    readonly today: string,
  ) {}

  static async of(work: Work): Promise<Findings> {
    return new Findings(await work.today());
  }

  /** Impossible. */
  refuse(field: string, code: string, message: string): void {
    this.errors.push({ field, code, message });
  }

  /** Improbable: answered, for a person to confirm. */
  warn(field: string, code: string, message: string): void {
    this.warnings.push({ field, code, message });
  }

  /** An order of dates that cannot be; only to be confirmed when one of them is not known exactly. */
  disorder(certain: boolean, field: string, code: string, message: string): void {
    if (certain) this.refuse(field, code, message);
    else this.warn(field, code, `${message} One of the dates is not exact: please confirm.`);
  }

  /** Refuses a date after today; one that is not exact may lie a little ahead. */
  notInFuture(field: string, date: string | null | undefined, precision?: DatePrecision | null): void {
    if (!date) return;
    if (date > daysAfter(this.today, slack[precision ?? 'exact']))
      this.refuse(field, 'date.future', 'This date is in the future. Write the day on which it happened.');
  }

  /** @throws Problem 422 naming every field that is wrong */
  judged<V>(values: V): Judgement<V> {
    if (this.errors.length > 0) throw Problem.invalid(this.errors);
    return { values, warnings: this.warnings };
  }
}
