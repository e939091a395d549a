import { ApiProperty } from '@nestjs/swagger';

/** One's own calendar, to which a calendar program can subscribe. */
export class CalendarAnswer {
  @ApiProperty({ description: 'Whether an address is given out that works.' })
  active!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  createdAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When a program last fetched it.' })
  lastFetchedAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The address, shown this once. Whoever has it reads the calendar.',
  })
  url!: string | null;
}
