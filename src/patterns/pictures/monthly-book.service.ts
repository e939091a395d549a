import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/database/work.js';
import { StaffMessagesService } from '../../reminders/staff-messages.service.js';

/** First and last day of the month before that of a day, all as `YYYY-MM-DD`. */
export function monthBefore(day: string): { from: string; to: string } {
  const last = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  last.setUTCDate(0);
  const to = last.toISOString().slice(0, 10);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/**
 * Tells supervisors, once a month, that the book of the month before can be opened. The book itself is made when somebody
 * opens it, who is then in the audit: no copy with small figures lies about, none has to be purged or sealed, and what was
 * corrected or taken back meanwhile is right in it.
 */
@Injectable()
export class MonthlyBookService {
  constructor(private readonly messages: StaffMessagesService) {}

  /** Also for a month in which nothing came it is noted that it is over. @returns whether they were told */
  async tell(work: Work): Promise<boolean> {
    const { from, to } = monthBefore(await work.today());
    // Of two workers the second waits for this row, and finds that it was done.
    const isNew = await work.execute(
      `UPDATE pattern_ledger_states SET book_month = $2::date WHERE organization_id = $1 AND book_month IS DISTINCT FROM $2::date`,
      [work.organizationId, from],
    );
    if (isNew === 0) return false;
    const [came] = await work.sql(
      'SELECT 1 FROM pattern_letters WHERE organization_id = $1 AND received_on BETWEEN $2::date AND $3::date LIMIT 1',
      [work.organizationId, from, to],
    );
    if (!came) return false;
    await this.messages.tellSupervisors(work, 'pattern_book', work.organizationId);
    work.audit({ event: 'patterns.book_ready' });
    return true;
  }
}
