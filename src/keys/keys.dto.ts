import { ApiProperty } from '@nestjs/swagger';

export class MasterKeyAnswer {
  @ApiProperty({ description: 'Names the key that wraps the keys of organisations; gives nothing of it away.' })
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The one that takes its place, while it is being changed.',
  })
  next!: string | null;
}

export class OrganizationKeyAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;

  @ApiProperty({
    type: 'integer',
    description: 'How many values it holds: keys of case files, second factors, others.',
  })
  seals!: number;
}

/** Which keys the organisation stands under, and how far a change of them is. */
export class KeysStatusAnswer {
  @ApiProperty({ type: MasterKeyAnswer }) masterKey!: MasterKeyAnswer;

  @ApiProperty({
    type: OrganizationKeyAnswer,
    isArray: true,
    description: 'The one in use first. Others are former ones, which go once they hold nothing.',
  })
  keys!: OrganizationKeyAnswer[];
}
