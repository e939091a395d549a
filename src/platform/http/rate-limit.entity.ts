import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Attempts at the doors from one address; columns as the library wants them. See `Limits`. */
@Entity('rate_limits')
export class RateLimit {
  /** Keyed hash of the address. */
  @PrimaryColumn('varchar', { length: 255 })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  /** When counting begins anew, in milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  expire!: string | null;
}
