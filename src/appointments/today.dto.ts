import { ApiProperty } from '@nestjs/swagger';
import { type Page, pageOf } from '../platform/http/paging.js';
import { AppointmentOnTheDay } from './appointments.dto.js';

const onTheDay = { type: pageOf(AppointmentOnTheDay) };

/** What the first page of the day begins with. */
export class TodayAnswer {
  @ApiProperty({ format: 'date', description: 'The day it is where the organisation works.' })
  day!: string;

  @ApiProperty({
    ...onTheDay,
    description: 'Everybody who is past the time at which they were due out, since yesterday.',
  })
  overdue!: Page<AppointmentOnTheDay>;

  @ApiProperty({ ...onTheDay, description: 'Today and the seven days after it.' })
  coming!: Page<AppointmentOnTheDay>;

  @ApiProperty({
    ...onTheDay,
    nullable: true,
    description: 'The 21 days before today, of which something may still have to be written; null for companions.',
  })
  past!: Page<AppointmentOnTheDay> | null;
}
