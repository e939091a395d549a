import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Appointment } from '../appointments/appointment.entity.js';
import { Place } from '../places/place.entity.js';
import { maybe, PatternRow } from './pattern-row.js';

const count = { type: 'integer', nullable: true } as const;

/**
 * The pattern ledger of appointments: one row of facts for each that was not called off. Weekday and hour are kept, and
 * therefore no week: with it they would be the very day.
 */
@Entity('pattern_appointments')
@Unique(['organizationId', 'appointmentId'])
// Checked at commit, as that of the letters.
@ForeignKey(() => Appointment, ['organizationId', 'appointmentId'], ['organizationId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@ForeignKey(() => Place, ['organizationId', 'placeId'], ['organizationId', 'id'])
// Holds what the reports of appointments count.
@Index([
  'organizationId',
  'startsOn',
  'kind',
  'weekday',
  'hour',
  'placeId',
  'county',
  'attended',
  'attorneyAdmitted',
  'officerInitialStatement',
  'supervisorReversed',
  'outcome',
  'closedOnTime',
  'startsMonth',
  'accompanied',
  'detained',
  'insideMinutes',
])
export class PatternAppointment extends PatternRow {
  /** Null once the case file is purged; so is {@link clientId}. */
  @Column('uuid', { nullable: true })
  appointmentId!: string | null;

  /** The day where it takes place, while the case file exists; afterwards the first of its month. */
  @Column('date')
  startsOn!: string;

  /** First day of the month. */
  @Column('date')
  startsMonth!: string;

  /** 1 is Monday. */
  @Column('integer')
  weekday!: number;

  @Column('integer')
  hour!: number;

  @Column('varchar', { length: 40 }) kind!: string;
  @Column('varchar', { length: 40 }) status!: string;
  @Column('uuid') placeId!: string;

  @Column('varchar', { array: true, nullable: true }) documentsReceived!: string[] | null;

  /** From arriving to being called in. */
  @Column(count) waitedMinutes!: number | null;

  /** From being called in to coming out. */
  @Column(count) insideMinutes!: number | null;

  /** Of those called in: whether they were noted as out by the time agreed. */
  @Column(maybe) closedOnTime!: boolean | null;
}

/** What a row says, as opposed to which row it is. */
export type AppointmentFact = Exclude<keyof PatternAppointment, 'id' | 'organizationId' | 'appointmentId'>;
