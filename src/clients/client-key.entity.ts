import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The data key of a client, wrapped with the organisation's key. A table of its own, without a foreign key: backups
 * can leave it out and keep it elsewhere, and destroying a row makes all that was sealed with it unreadable. A merged
 * client has several.
 */
@Entity('client_keys')
@Index(['organizationId', 'clientId'])
export class ClientKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  clientId!: string;

  @Column('text')
  wrapped!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
