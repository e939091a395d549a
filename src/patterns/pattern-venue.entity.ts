import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { VenueObservation } from '../appointments/venue-observation.entity.js';
import { Place } from '../places/place.entity.js';

const choice = { type: 'varchar', length: 40, nullable: true } as const;
const count = { type: 'integer', nullable: true } as const;

/** The pattern ledger of waiting rooms: one row for each time that somebody counted one, without who it was. */
@Entity('pattern_venues')
@Unique(['organizationId', 'observationId'])
@ForeignKey(() => VenueObservation, ['organizationId', 'observationId'], ['organizationId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@ForeignKey(() => Place, ['organizationId', 'placeId'], ['organizationId', 'id'])
@Index(['organizationId', 'observedOn', 'placeId'])
export class PatternVenue {
  /** UUIDv4, which tells nothing of when it was made. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid', { nullable: true })
  observationId!: string | null;

  @Column('date') observedOn!: string;
  /** First day of the month. */
  @Column('date') observedMonth!: string;
  /** Monday of the week. */
  @Column('date') observedWeek!: string;

  @Column('uuid') placeId!: string;
  @Column(count) attorneysSeen!: number | null;
  @Column(count) unrepresentedSeen!: number | null;
  @Column(count) othersSeen!: number | null;
  @Column(count) detainedKnown!: number | null;
  @Column(choice) observerRole!: string | null;
  @Column(choice) source!: string | null;
}

/** What a row says, as opposed to which row it is. */
export type VenueFact = Exclude<keyof PatternVenue, 'id' | 'organizationId' | 'observationId'>;
