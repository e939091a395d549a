import { ApiProperty } from '@nestjs/swagger';

/** A sign-in or a program's token that is in force. */
export class SessionAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    enum: ['session', 'token', 'calendar'],
    description: 'A sign-in by a person, a token of a program, or the address of a calendar.',
  })
  kind!: 'session' | 'token' | 'calendar';
  @ApiProperty({ type: String, nullable: true, description: 'Name that its owner gave a token.' })
  name!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Kind of browser and system, such as "Firefox, Windows"; no more is kept of a device.',
  })
  device!: string | null;
  @ApiProperty({ description: 'Whether a second factor was shown.' }) secondFactor!: boolean;
  @ApiProperty({ description: 'Whether this request came with it.' }) current!: boolean;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({
    format: 'date-time',
    description: 'Last request, to the minute; to the hour for an administrator who looks at somebody else.',
  })
  lastSeenAt!: string;
  @ApiProperty({ format: 'date-time', description: 'Ends then in any case; a sign-in also after 30 idle minutes.' })
  expiresAt!: string;
}
