import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Letter } from '../letters/letter.entity.js';
import { Office } from '../places/office.entity.js';
import { Place } from '../places/place.entity.js';
import { choice, maybe, PatternRow } from './pattern-row.js';

/**
 * The pattern ledger: one row of facts per letter, without a name, a free text or an exact day that would outlive the
 * case file. Reports read it alone; it stays when the case file is purged. No time of writing is kept and the id is
 * random, so that a row whose case file is gone cannot be matched with the audit by order.
 */
@Entity('pattern_letters')
@Unique(['organizationId', 'letterId'])
// Checked at commit, when the ledger has followed: a purge that has not let go of its rows first fails, and loses none.
@ForeignKey(() => Letter, ['organizationId', 'letterId'], ['organizationId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@ForeignKey(() => Office, ['organizationId', 'officeId'], ['organizationId', 'id'])
@ForeignKey(() => Place, ['organizationId', 'placeId'], ['organizationId', 'id'])
// Reports count; each figure of the whole has an index that holds all it needs, small because equal keys are kept once.
@Index(['organizationId', 'receivedWeek', 'receivedMonth', 'evidenceGrade'])
@Index(['organizationId', 'lagDays', 'lagApproximate', 'printReason'])
@Index(['organizationId', 'outcome', 'attended', 'detained'])
@Index(['organizationId', 'chargeLevel', 'evidenceGrade'])
@Index(['organizationId', 'officeId', 'placeId'])
@Index(['organizationId', 'receivedMonth', 'noticeDays'])
@Index(['organizationId', 'receivedMonth', 'ntaDays', 'inProceedings'])
@Index(['organizationId', 'accompanied', 'attended', 'detained'])
@Index(['organizationId', 'custodyDays', 'custodySince', 'custodyEnded', 'outOfState'], { where: 'detained' })
@Index([
  'organizationId',
  'priorRemovalOrder',
  'convictions',
  'proceedings',
  'representation',
  'orderOfSupervision',
  'pendingReliefAny',
  'usCitizenOrLprSpouse',
  'usCitizenChildren',
  'minorChildrenAtHome',
  'primaryCaregiver',
])
@Index(['organizationId', 'authorityCited', 'mentionsDetention', 'statedReason', 'askFor', 'documentsDemanded'])
// And one holds what any combination of filters and groups needs: for a part of the letters; of all, the narrow ones are quicker.
@Index([
  'organizationId',
  'receivedOn',
  'receivedMonth',
  'receivedWeek',
  'lagDays',
  'lagApproximate',
  'attended',
  'detained',
  'outcome',
  'officeId',
  'placeId',
  'chargeLevel',
  'evidenceGrade',
  'printReason',
  'county',
])
@Check('pattern_letters_lag_days_check', 'lag_days >= 0')
export class PatternLetter extends PatternRow {
  /** Null once the case file is purged; so is {@link clientId}. */
  @Column('uuid', { nullable: true })
  letterId!: string | null;

  /** The day while the case file exists; afterwards the first day of the month and week on which it can have been. */
  @Column('date')
  receivedOn!: string;

  /** First day of the month. */
  @Column('date')
  receivedMonth!: string;

  /** Monday of the week. */
  @Column('date')
  receivedWeek!: string;

  @Column('integer', { nullable: true })
  lagDays!: number | null;

  /** Whether one of the two dates of the lag is not known to the day. */
  @Column(maybe)
  lagApproximate!: boolean | null;

  @Column('integer', { nullable: true })
  noticeDays!: number | null;

  @Column(choice) arrestAgency!: string | null;
  @Column('varchar', { length: 20, nullable: true }) precinct!: string | null;
  @Column(choice) process!: string | null;
  @Column(choice) chargeLevel!: string | null;
  @Column(choice) chargeCategory!: string | null;
  @Column(choice) disposition!: string | null;
  @Column(choice) detainer!: string | null;

  /** First day of the month in which the fingerprints were taken. */
  @Column('date', { nullable: true }) printMonth!: string | null;
  @Column(choice) printReason!: string | null;
  @Column(choice) civilReason!: string | null;
  @Column(choice) hitType!: string | null;
  /** Where the print is known to have gone, in that order: `nypd>dcjs>fbi_ngi`. */
  @Column('varchar', { length: 200, nullable: true }) printPath!: string | null;

  @Column('uuid', { nullable: true }) officeId!: string | null;
  @Column('uuid', { nullable: true }) placeId!: string | null;
  @Column(choice) officialTitle!: string | null;
  @Column(choice) form!: string | null;
  @Column(choice) delivery!: string | null;
  @Column(choice) askFor!: string | null;
  @Column(choice) statedReason!: string | null;
  @Column(choice) authorityCited!: string | null;
  @Column(choice) mentionsDetention!: string | null;
  @Column('varchar', { array: true, nullable: true }) documentsDemanded!: string[] | null;
  @Column('varchar', { length: 40 }) evidenceGrade!: string;
  @Column(choice) trigger!: string | null;
  @Column(choice) sequence!: string | null;
  @Column(choice) reachedUsVia!: string | null;

  @Column(maybe) usCitizenChildren!: boolean | null;
  @Column(maybe) minorChildrenAtHome!: boolean | null;
  @Column(maybe) primaryCaregiver!: boolean | null;

  /** Where a person detained at the appointment was last known to be held. */
  @Column('varchar', { length: 2, nullable: true })
  custodyState!: string | null;

  /** Whether a person detained at the appointment was ever held in another state than that of the appointment. */
  @Column(maybe)
  outOfState!: boolean | null;

  /** First day in custody of who is still held; null once released, and once the case file is gone. */
  @Column('date', { nullable: true })
  custodySince!: string | null;

  /** Days until the first release or removal; of a file that was purged before that, days until the purge. */
  @Column('integer', { nullable: true })
  custodyDays!: number | null;

  /** Whether a person detained at the appointment is known to have got out or been removed. */
  @Column(maybe)
  custodyEnded!: boolean | null;

  /** Whether charging papers (the notice to appear) followed; unknown while nothing is known of the appointment. */
  @Column(maybe)
  inProceedings!: boolean | null;

  /** Days from the letter to those papers. */
  @Column('integer', { nullable: true })
  ntaDays!: number | null;
}

/** What a row says, as opposed to which row it is. */
export type LetterFact = Exclude<keyof PatternLetter, 'id' | 'organizationId' | 'letterId'>;
