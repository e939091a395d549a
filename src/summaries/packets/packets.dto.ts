import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { Warning } from '../../clients/clients.dto.js';
import { caseRecordAnswer } from '../../platform/database/records.js';
import { isInstant } from '../../platform/http/values.js';
import { SummaryQuery } from '../summaries.dto.js';
import { PacketFields, packetStates, type PacketState } from './packet.fields.js';

const IsMoment = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: () => 'Write an instant with its offset, such as 2018-03-08T14:00:00Z.',
    },
  });

/** What a summary is asked for by, and the client. */
export class CreatePacket extends SummaryQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: 'Give the id (a UUID) of a client.' })
  clientId!: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Until when it may be carried. Two days after the appointment, or in two weeks, unless said.',
  })
  @IsOptional()
  @IsMoment()
  expiresAt?: string;
}

export class ChangePacket {
  @ApiPropertyOptional({ enum: packetStates, description: 'expired follows from expiresAt and cannot be chosen.' })
  @IsOptional()
  @IsIn(packetStates, { message: `Choose one of: ${packetStates.join(', ')}.` })
  state?: PacketState;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsMoment()
  expiresAt?: string;
}

export class PacketAnswer extends caseRecordAnswer(PacketFields) {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'SHA-256 of the pages in hex: whether a paper or file is this one. Null where it does not open.',
  })
  sha256!: string | null;

  @ApiProperty({
    enum: packetStates,
    isArray: true,
    description: 'Where it may go from here, as whoever asks may send it. Empty when it is gone.',
  })
  next!: PacketState[];

  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
