import { Check, Column, Entity, Index } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { PurgeFields } from './retention.fields.js';

/** `proposed`: waits for a second person. `withdrawn`: no longer wanted. `purged`: done; the row is its certificate. */
export const purgeStates = ['proposed', 'withdrawn', 'purged'] as const;
export type PurgeState = (typeof purgeStates)[number];

/** `two_people`: one proposed, another agreed. `policy`: nobody decided in the time that the policy gives. */
export const purgeBases = ['two_people', 'policy'] as const;
export type PurgeBasis = (typeof purgeBases)[number];

/** How many rows of one table were destroyed. */
export interface Destroyed {
  recordType: string;
  count: number;
}

/**
 * A purge, proposed or done. It outlives the case file, so it has no foreign key to it and holds nothing of it but its
 * random id, by which the audit knows it too: no name, no code, no date of the person's.
 */
@Entity('purges')
@Index(['organizationId', 'id'])
@Index('purges_one_open', ['organizationId', 'caseId'], { unique: true, where: "state = 'proposed'" })
@Index('purges_one_done', ['organizationId', 'caseId'], { unique: true, where: "state = 'purged'" })
@Check('purges_state_check', "state IN ('proposed', 'withdrawn', 'purged')")
@Check('purges_basis_check', "basis IN ('two_people', 'policy')")
@Check(
  'purges_two_people',
  "state <> 'purged' OR basis = 'policy' OR (approved_by IS NOT NULL AND approved_by <> created_by)",
)
@Check('purges_done', "(state = 'purged') = (purged_at IS NOT NULL AND basis IS NOT NULL AND destroyed IS NOT NULL)")
export class Purge extends organizationRecord(PurgeFields) {
  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 10 })
  state!: PurgeState;

  @Column('varchar', { length: 10, nullable: true })
  basis!: PurgeBasis | null;

  /** The second person. */
  @Column('uuid', { nullable: true })
  approvedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  purgedAt!: Date | null;

  /** Rows by table, the keys first. */
  @Column('jsonb', { nullable: true })
  destroyed!: Destroyed[] | null;

  /** Rows of figures that stay, without any way back to the person. */
  @Column('integer', { nullable: true })
  ledgerRows!: number | null;
}
