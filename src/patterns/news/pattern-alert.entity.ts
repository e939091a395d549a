import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { organizationRecord } from '../../platform/database/records.js';
import { Text } from '../../platform/http/fields.js';
import type { LookedAtBy } from './judge.js';

/** What a supervisor writes beside an alert. */
export class PatternAlertFields {
  @Text({
    max: 1000,
    purpose: 'Says what the office made of something new in its figures; nothing about any person.',
    keeps: 'administration',
  })
  note?: string | null;
}

/** Something new in the figures of one week: more letters of one kind than the weeks before explain. */
@Entity('pattern_alerts')
@Unique(['organizationId', 'id'])
// One for each kind and week, however often it is looked; a null key is all letters.
@Index('pattern_alerts_one_of_each', ['organizationId', 'week', 'by', 'key'], { unique: true })
export class PatternAlert extends organizationRecord(PatternAlertFields) {
  /** Monday. */
  @Column('date')
  week!: string;

  @Column('varchar', { length: 20 })
  by!: LookedAtBy;

  /** Value or id; empty for all letters, so that there is one of each. */
  @Column('varchar', { length: 60, default: '' })
  key!: string;

  /** Letters when it was noticed; later ones of the week do not change it. */
  @Column('integer')
  n!: number;

  @Column('integer', { array: true })
  past!: number[];

  /** Of C1; of C2 where only that is exceeded. */
  @Column('double precision')
  bound!: number;

  @Column('varchar', { length: 2 })
  method!: string;

  /** How likely by chance, given how many series were looked at. */
  @Column('double precision')
  adjustedChance!: number;

  @Column('integer')
  series!: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acknowledgedAt!: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedBy!: string | null;
}

/**
 * From which definition of its columns an organisation's ledger was made; where it is another, it is made anew. And what
 * its regular work has done.
 */
@Entity('pattern_ledger_states')
export class PatternLedgerState {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('varchar', { length: 64 })
  definition!: string;

  /** First day of the last month of whose book supervisors were told. */
  @Column('date', { nullable: true })
  bookMonth!: string | null;
}
