import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One keyed hash of the blind index: the client has this name, sound of a name, phone or A-number. */
@Entity('search_tokens')
@ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'clientId'])
export class SearchTokenRow {
  // The order of the columns is that of the primary key: a search knows organisation and token.
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('bytea')
  token!: Buffer;

  @PrimaryColumn('uuid')
  clientId!: string;

  @PrimaryColumn('varchar', { length: 10 })
  kind!: string;
}
