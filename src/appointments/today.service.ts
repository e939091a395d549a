import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { dateIn, daysAfter } from '../platform/http/values.js';
import { DaySheetQuery } from './appointments.dto.js';
import { DaySheetService } from './day-sheet.service.js';
import type { TodayAnswer } from './today.dto.js';

const daysAhead = 7;
const daysBack = 21;
const limit = 100;

/** What the first page of the day begins with, in one answer: on a weak line each question costs as much as its way. */
@Injectable()
export class TodayService {
  constructor(private readonly sheet: DaySheetService) {}

  /** Days are those where the organisation works; each list is a page of the day sheet, with its rules. */
  async of(work: Work): Promise<TodayAnswer> {
    const day = dateIn(await work.zone(), work.now);
    const utcDay = dateIn('UTC', work.now);
    const sheet = (wanted: Partial<DaySheetQuery>) =>
      this.sheet.list(work, Object.assign(new DaySheetQuery(), { limit, ...wanted }));
    return {
      day,
      overdue: await sheet({ from: daysAfter(utcDay, -1), to: daysAfter(utcDay, 1), liveState: 'overdue' }),
      coming: await sheet({ from: day, to: daysAfter(day, daysAhead) }),
      past: work.may(Permission.CaseRead)
        ? await sheet({ from: daysAfter(day, -daysBack), to: daysAfter(day, -1) })
        : null,
    };
  }
}
