import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../platform/http/paging.js';
import { type StaffLanguage, staffLanguages } from './wording.js';

export class NoticesQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'true: only what is not read yet; false: only what is.' })
  @Transform(({ value }) => (value === 'true' || value === '' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  unread?: boolean;

  @ApiPropertyOptional({
    enum: staffLanguages,
    description: 'Of what they say: that of the page which shows them. Unless said, that of my account.',
  })
  @IsOptional()
  @IsIn(staffLanguages, { message: `Choose one of: ${staffLanguages.join(', ')}.` })
  language?: StaffLanguage;
}

/** Something that I should know of. */
export class NoticeAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    description:
      'Kind of the reminder; or voice_task, delivery_failed, delivery_unconfirmed, texts_stopped, texts_started, reminder_too_late, new_sign_in, recovery_code_used, recovery_codes_few, break_glass.',
  })
  kind!: string;
  @ApiProperty() subjectType!: string;
  @ApiProperty({ format: 'uuid' }) subjectId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) clientId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the case file.' }) clientCode!: string | null;
  @ApiProperty({ description: 'In the language asked for, else in mine; of the case it says only the code.' })
  text!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
}
