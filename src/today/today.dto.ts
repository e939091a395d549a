import { ApiProperty, PickType } from '@nestjs/swagger';
import { AppointmentOnTheDay } from '../appointments/appointments.dto.js';
import { type Page, pageOf } from '../platform/http/paging.js';
import { NoticeAnswer, NoticesQuery } from '../reminders/notices.dto.js';
import { OverdueAnswer } from '../reminders/overdue.dto.js';

export class TodayQuery extends PickType(NoticesQuery, ['language'] as const) {}

const onTheDay = { type: pageOf(AppointmentOnTheDay), nullable: true };

/** Who is alarmed for one of those who are overdue. */
export class AlarmToday extends OverdueAnswer {
  @ApiProperty({ format: 'uuid' }) appointmentId!: string;
}

/** What the first page of the day begins with; lists are null for those who may not see them. */
export class TodayAnswer {
  @ApiProperty({ format: 'date', description: 'The day it is where the organisation works.' })
  day!: string;

  @ApiProperty({
    ...onTheDay,
    description: 'Everybody who is past the time at which they were due out, since yesterday.',
  })
  overdue!: Page<AppointmentOnTheDay> | null;

  @ApiProperty({
    type: AlarmToday,
    isArray: true,
    nullable: true,
    description: 'Who is alarmed for the first ten of those who are overdue.',
  })
  alarms!: AlarmToday[] | null;

  @ApiProperty({ ...onTheDay, description: 'Today and the seven days after it.' })
  coming!: Page<AppointmentOnTheDay> | null;

  @ApiProperty({
    ...onTheDay,
    description: 'The 21 days before today, of which something may still have to be written; null for companions.',
  })
  past!: Page<AppointmentOnTheDay> | null;

  @ApiProperty({ type: pageOf(NoticeAnswer), description: 'What I should know of and have not marked as read.' })
  notices!: Page<NoticeAnswer>;
}
