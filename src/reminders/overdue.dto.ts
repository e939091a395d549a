import { ApiProperty } from '@nestjs/swagger';
import { type ReminderChannel, reminderChannels, type ReminderState, reminderStates } from './reminder.values.js';

/** One person who is alarmed, and when. */
export class OverdueRung {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['overdue_at_ice', 'locator_check'] }) kind!: 'overdue_at_ice' | 'locator_check';
  @ApiProperty({ format: 'date-time' }) dueAt!: string;
  @ApiProperty({ enum: reminderStates }) state!: ReminderState;
  @ApiProperty({ enum: reminderChannels }) channel!: ReminderChannel;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the colleague; not told to companions.' })
  recipient!: string | null;
}

/** Who is alarmed in which order about somebody who is not out, and who sees to it. */
export class OverdueAnswer {
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueOutBy!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) acknowledgedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) acknowledgedBy!: string | null;
  @ApiProperty({ type: OverdueRung, isArray: true, description: 'In the order of their times.' }) rungs!: OverdueRung[];
}
