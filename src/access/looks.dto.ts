import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { type Look, lookWays } from '../audit/events.js';
import { IsDayOrInstant } from '../platform/http/day-or-instant.js';

export class LooksQuery {
  @ApiPropertyOptional({ description: 'From this day where the organisation works, or from this instant.' })
  @IsOptional()
  @IsDayOrInstant()
  from?: string;

  @ApiPropertyOptional({ description: 'Up to this day, that day included, or before this instant.' })
  @IsOptional()
  @IsDayOrInstant()
  to?: string;
}

/** How often somebody saw something of a case file in one way, and when. */
export class LooksInOneWay {
  @ApiProperty({
    enum: lookWays,
    enumName: 'LookWay',
    description:
      'list: among others; read: the file or a record of it; summary, print: to carry along; break_glass: through the wall; refused: asked for and not shown.',
  })
  way!: Look;

  @ApiProperty({ type: 'integer' }) times!: number;
  @ApiProperty({ format: 'date-time' }) firstAt!: string;
  @ApiProperty({ format: 'date-time' }) lastAt!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    isArray: true,
    description: 'The days where the organisation works, newest first; the last hundred.',
  })
  days!: string[];
}

export class PersonWhoLooked {
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the person is not a user any more.' })
  userName!: string | null;
  @ApiProperty({ type: String, isArray: true, description: 'The roles they had when they looked.' }) roles!: string[];
  @ApiProperty({ format: 'date-time' }) lastAt!: string;
  @ApiProperty({ type: LooksInOneWay, isArray: true }) ways!: LooksInOneWay[];
}

/** Who has looked into a case file; whoever looked last comes first. */
export class LooksAnswer {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({
    description: 'From when on lists over several files were looked through as well; give `from` for more.',
  })
  listsSince!: string;

  @ApiProperty({ type: PersonWhoLooked, isArray: true }) people!: PersonWhoLooked[];
}
