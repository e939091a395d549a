import { Injectable } from '@nestjs/common';
import { DaySheetQuery } from '../appointments/appointments.dto.js';
import { DaySheetService } from '../appointments/day-sheet.service.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { dateIn, daysAfter } from '../platform/http/values.js';
import { NoticesQuery } from '../reminders/notices.dto.js';
import { NoticesService } from '../reminders/notices.service.js';
import { OverdueService } from '../reminders/overdue.service.js';
import type { AlarmToday, TodayAnswer, TodayQuery } from './today.dto.js';

const daysAhead = 7;
const daysBack = 21;
const limit = 100;
const noticesAtOnce = 50;
const alarmsAtOnce = 10;

/** What the first page of the day begins with, in one answer: on a weak line each question costs as much as its way. */
@Injectable()
export class TodayService {
  constructor(
    private readonly sheet: DaySheetService,
    private readonly ladders: OverdueService,
    private readonly notices: NoticesService,
  ) {}

  /**
   * Days are those where the organisation works; each list of appointments is a page of the day sheet, with its rules, and
   * null for those who may not see it.
   */
  async of(work: Work, { language }: TodayQuery): Promise<TodayAnswer> {
    const day = dateIn(await work.zone(), work.now);
    const utcDay = dateIn('UTC', work.now);
    const sheet = async (wanted: Partial<DaySheetQuery>, needs = Permission.AppointmentRead) =>
      work.may(needs) ? this.sheet.list(work, Object.assign(new DaySheetQuery(), { limit, ...wanted })) : null;
    const overdue = await sheet({ from: daysAfter(utcDay, -1), to: daysAfter(utcDay, 1), liveState: 'overdue' });
    return {
      day,
      overdue,
      alarms: overdue && (await this.alarms(work, overdue.items.slice(0, alarmsAtOnce))),
      coming: await sheet({ from: day, to: daysAfter(day, daysAhead) }),
      past: await sheet({ from: daysAfter(day, -daysBack), to: daysAfter(day, -1) }, Permission.CaseRead),
      notices: await this.notices.list(
        work,
        Object.assign(new NoticesQuery(), { limit: noticesAtOnce, unread: true, language }),
      ),
    };
  }

  private async alarms(work: Work, overdue: { id: string }[]): Promise<AlarmToday[]> {
    const alarms: AlarmToday[] = [];
    for (const { id } of overdue) alarms.push({ appointmentId: id, ...(await this.ladders.ladder(work, id)) });
    return alarms;
  }
}
