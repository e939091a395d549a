import { Check, Column, Entity, Index } from 'typeorm';
import { organizationRecord } from '../../platform/database/records.js';
import type { ReportFilter } from '../report.js';
import { ReleaseFields } from './release.fields.js';
import type { ReportFigures } from './release-figures.js';

/** `proposed`: shows small figures, and waits for a second person. `published`: the figures may leave the office. */
export const releaseStates = ['proposed', 'published'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** A row whose small figures are shown with the consent of everybody whom it counts. */
export interface ShownSmall {
  /** Key of the row as the report has it; null where the row is that of the unknown. */
  key: string | null;
}

/** Figures that left the office: what, when, who, why, to the byte; kept for good, since later ones are compared with them. */
@Entity('pattern_releases')
@Index(['organizationId', 'id'])
@Index(['organizationId', 'report'])
@Check('pattern_releases_state_check', "state IN ('proposed', 'published')")
@Check('pattern_releases_k_check', 'k BETWEEN 5 AND 20')
export class PatternRelease extends organizationRecord(ReleaseFields) {
  /** Name of the report, such as `lag`. */
  @Column('varchar', { length: 60 })
  report!: string;

  @Column('varchar', { length: 200 })
  title!: string;

  @Column('jsonb')
  filters!: ReportFilter[];

  @Column('varchar', { length: 60, nullable: true })
  groupBy!: string | null;

  /** Counts below this are hidden. */
  @Column('integer')
  k!: number;

  /** The very bytes that left, as JSON, and their SHA-256. */
  @Column('text')
  document!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  /** How many cells are hidden, and how far apart at least are the bounds that a reader can find for one. */
  @Column('integer')
  hiddenCells!: number;

  @Column('integer', { nullable: true })
  narrowest!: number | null;

  /** Rows of which it shows small figures; empty as a rule. */
  @Column('jsonb')
  shownSmall!: ShownSmall[];

  /** The figures as counted, which are not to be shown. */
  @Column('jsonb')
  figures!: ReportFigures;

  @Column('varchar', { length: 10 })
  state!: ReleaseState;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** The second person, where there had to be one. */
  @Column('uuid', { nullable: true })
  approvedBy!: string | null;
}
