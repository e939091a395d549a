import { Column, Index, PrimaryColumn } from 'typeorm';

export const choice = { type: 'varchar', length: 40, nullable: true } as const;
export const maybe = { type: 'boolean', nullable: true } as const;

/** What the ledger keeps of letters and of appointments alike: whose row it is, how that person stands, what came of it. */
@Index(['organizationId', 'clientId'], { where: 'client_id IS NOT NULL' })
export abstract class PatternRow {
  /** UUIDv4, which tells nothing of when it was made. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  /** Null once the case file is purged; so is the id of the record that the row is about. */
  @Column('uuid', { nullable: true })
  clientId!: string | null;

  /** Whether the person agreed to be counted together with other organisations, and has not taken it back. */
  @Column('boolean', { default: false })
  pooled!: boolean;

  @Column('varchar', { length: 60, nullable: true }) county!: string | null;

  @Column(choice) ageBand!: string | null;
  @Column(choice) proceedings!: string | null;
  @Column(choice) priorRemovalOrder!: string | null;
  @Column(maybe) orderOfSupervision!: boolean | null;
  @Column(choice) convictions!: string | null;
  @Column(maybe) pendingReliefAny!: boolean | null;
  @Column(maybe) usCitizenOrLprSpouse!: boolean | null;
  @Column(choice) representation!: string | null;

  @Column(maybe) attended!: boolean | null;
  @Column(maybe) accompanied!: boolean | null;
  @Column(choice) attorneyAdmitted!: string | null;
  @Column(choice) officerInitialStatement!: string | null;
  @Column(maybe) supervisorReversed!: boolean | null;
  @Column(choice) outcome!: string | null;
  @Column(maybe) detained!: boolean | null;
}
