import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The last word of a number about text messages: no more, or again. Holds for every case file that has the number, those to
 * come as well; kept in each organisation under the token of its own blind index, so that no two rows can be told to be of
 * one number.
 */
@Entity('text_stops')
export class TextStop {
  @PrimaryColumn('uuid')
  organizationId!: string;

  /** Of the number, as in `search_tokens`. */
  @PrimaryColumn('bytea')
  token!: Buffer;

  @Column('boolean')
  stopped!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  saidAt!: Date;

  /** The provider's ids of the latest messages from it: one that is played again changes nothing. */
  @Column('varchar', { length: 200, array: true })
  heardIds!: string[];
}
