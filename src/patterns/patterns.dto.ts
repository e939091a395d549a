import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { type ChargeLevel, chargeLevels } from '../arrests/arrest.fields.js';
import { IsDay } from '../platform/http/day-or-instant.js';
import { type GroupingName, groupings } from './reports/dimensions.js';
import { columnKinds, columnUnits, type Report } from './report.js';

const releases = ['internal', 'public'] as const;
const evidences = ['all', 'documented'] as const;

/** Which letters a report is about; without any filter, all. */
export class PatternsQuery {
  @ApiPropertyOptional({ format: 'date', description: 'Letters received on this day or later.' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Letters received on this day or earlier.' })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({ description: 'Only people of this county, such as bronx or nj_hudson.' })
  @IsOptional()
  @Matches(/^[a-z]+(_[a-z]+)*$/, { message: 'Write a county such as bronx, or state and county such as nj_hudson.' })
  @MaxLength(60, { message: 'Write at most 60 characters.' })
  county?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only letters that this office sent.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of an office. Choose from /api/offices.' })
  office?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only letters that call people to this place.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a place. Choose from /api/places.' })
  place?: string;

  @ApiPropertyOptional({
    enum: chargeLevels,
    description: 'Only letters after an arrest with a top charge of this level.',
  })
  @IsOptional()
  @IsIn(chargeLevels, { message: `Choose one of: ${chargeLevels.join(', ')}.` })
  chargeLevel?: ChargeLevel;

  @ApiPropertyOptional({
    enum: evidences,
    default: 'all',
    description: 'documented: leaves out what is only known by hearsay.',
  })
  @IsOptional()
  @IsIn(evidences, { message: `Choose one of: ${evidences.join(', ')}.` })
  evidence: (typeof evidences)[number] = 'all';

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'true: only people who agreed to be counted together with other organisations.',
  })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  pooled?: boolean;

  @ApiPropertyOptional({
    enum: groupings,
    description: 'Figures of each group; which ones a report knows is in docs/patterns.md.',
  })
  @IsOptional()
  @IsIn(groupings, { message: `Choose one of: ${groupings.join(', ')}.` })
  groupBy?: GroupingName;

  @ApiPropertyOptional({
    enum: releases,
    default: 'internal',
    description:
      'public: the report as it could leave the office, in the shape of ReleasePreview.report, compared with all that left before.',
  })
  @IsOptional()
  @IsIn(releases, { message: `Choose one of: ${releases.join(', ')}.` })
  release: (typeof releases)[number] = 'internal';
}

const days = { type: Number, nullable: true } as const;
const text = { type: String, nullable: true } as const;
const count = { type: 'integer' } as const;
const id = { type: String, format: 'uuid', nullable: true } as const;

export class LagBin {
  @ApiProperty({ type: 'integer', description: 'First day.' }) from!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Last day, that day included; null when open.' })
  to!: number | null;
  @ApiProperty(count) n!: number;
}

/** Days from fingerprints to letter. Null where no letter has both dates. */
export class Lag {
  @ApiProperty({ type: 'integer', description: 'Letters of which the lag is known.' }) n!: number;
  @ApiProperty({ ...days, description: 'Quartiles as percentile_cont: by linear interpolation.' }) median!:
    number | null;
  @ApiProperty(days) q1!: number | null;
  @ApiProperty(days) q3!: number | null;
  @ApiProperty(days) min!: number | null;
  @ApiProperty(days) max!: number | null;
  @ApiProperty({ type: LagBin, isArray: true }) bins!: LagBin[];
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 1 }) shareWithin10To21!: number | null;
  @ApiProperty({ type: 'integer', description: 'How many of n rest on a date that is not known to the day.' })
  approximate!: number;
}

export class LagGroup extends Lag {
  @ApiProperty({ ...text, description: 'Value or id; null for letters of which it is not known.' }) key!: string | null;
  @ApiPropertyOptional({ ...text, description: 'Name of the office or place.' }) name?: string | null;
}

export class LagReport extends Lag {
  @ApiProperty({ type: 'integer', description: 'Letters in all, whether or not their lag is known.' }) letters!: number;
  @ApiPropertyOptional({ type: LagGroup, isArray: true, description: 'Largest first; with groupBy only.' })
  groups?: LagGroup[];
}

export class IntervalAnswer {
  @ApiProperty() low!: number;
  @ApiProperty() high!: number;
}

/** How many of how many; bounds are those of 95 % intervals. Null where there is nobody to count. */
export class ProportionAnswer {
  @ApiProperty(count) n!: number;
  @ApiProperty(count) of!: number;
  @ApiProperty({ type: Number, nullable: true }) share!: number | null;
  @ApiProperty({ type: IntervalAnswer, nullable: true }) wilson!: IntervalAnswer | null;
  @ApiProperty({ type: IntervalAnswer, nullable: true }) clopperPearson!: IntervalAnswer | null;
}

export class MonthCount {
  @ApiProperty({ example: '2018-02' }) month!: string;
  @ApiProperty(count) n!: number;
}

export class WeekCount {
  @ApiProperty({ format: 'date', description: 'Monday.' }) week!: string;
  @ApiProperty(count) n!: number;
}

export class OutcomeCount {
  @ApiProperty() outcome!: string;
  @ApiProperty(count) n!: number;
}

export class ChargeLevelCount {
  @ApiProperty({ ...text, description: 'Null where no arrest is known.' }) chargeLevel!: string | null;
  @ApiProperty(count) n!: number;
}

export class EvidenceGradeCount {
  @ApiProperty() evidenceGrade!: string;
  @ApiProperty(count) n!: number;
}

export class OfficeCount {
  @ApiProperty(id) officeId!: string | null;
  @ApiProperty(text) name!: string | null;
  @ApiProperty(count) n!: number;
}

export class PlaceCount {
  @ApiProperty(id) placeId!: string | null;
  @ApiProperty(text) name!: string | null;
  @ApiProperty(count) n!: number;
}

export class VenueCount {
  @ApiProperty({ format: 'date' }) observedOn!: string;
  @ApiProperty({ format: 'uuid' }) placeId!: string;
  @ApiProperty() placeName!: string;
  @ApiProperty({ type: 'integer', nullable: true }) attorneysSeen!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) unrepresentedSeen!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) othersSeen!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) detainedKnown!: number | null;
}

export class OverviewGroup {
  @ApiProperty({ ...text, description: 'Value or id; null for letters of which it is not known.' }) key!: string | null;
  @ApiPropertyOptional({ ...text, description: 'Name of the office or place.' }) name?: string | null;
  @ApiProperty({ type: 'integer', description: 'Letters.' }) n!: number;
  @ApiProperty({ type: 'integer', description: 'How many of them people followed.' }) attended!: number;
  @ApiProperty({ type: ProportionAnswer }) detained!: ProportionAnswer;
}

/** Who is called in, when, where, how soon after fingerprints, and what comes of it. */
export class OverviewReport {
  @ApiProperty({ type: 'integer', description: 'Letters.' }) n!: number;
  @ApiProperty({ type: 'integer', description: 'Letters received since Monday.' }) newThisWeek!: number;
  @ApiProperty({ format: 'date', description: 'That Monday.' }) weekOf!: string;
  @ApiProperty({ type: MonthCount, isArray: true, description: 'Months without a letter are left out.' })
  lettersByMonth!: MonthCount[];
  @ApiProperty({ type: WeekCount, isArray: true, description: 'Weeks without a letter are left out.' })
  lettersByWeek!: WeekCount[];
  @ApiProperty({ type: Lag }) lag!: Lag;
  @ApiProperty({ type: 'integer', description: 'Letters that people followed: they came to the appointment.' })
  attended!: number;
  @ApiProperty({ type: OutcomeCount, isArray: true, description: 'What came of it for those who attended.' })
  outcomes!: OutcomeCount[];
  @ApiProperty({
    type: ProportionAnswer,
    description: 'Of those who attended and of whom it is known, how many did not walk out.',
  })
  detained!: ProportionAnswer;
  @ApiProperty({ type: ChargeLevelCount, isArray: true }) chargeLevels!: ChargeLevelCount[];
  @ApiProperty({ type: OfficeCount, isArray: true }) offices!: OfficeCount[];
  @ApiProperty({ type: PlaceCount, isArray: true }) places!: PlaceCount[];
  @ApiProperty({ type: EvidenceGradeCount, isArray: true }) evidenceGrades!: EvidenceGradeCount[];
  @ApiProperty({
    type: VenueCount,
    isArray: true,
    description: 'Waiting rooms as they were seen, oldest first (the last 500).',
  })
  venueObservations!: VenueCount[];
  @ApiPropertyOptional({ type: OverviewGroup, isArray: true, description: 'Largest first; with groupBy only.' })
  groups?: OverviewGroup[];
}

const formats = ['json', 'csv'] as const;

/** What a whole book of reports is asked. */
export class BookQuery extends OmitType(PatternsQuery, ['groupBy']) {}

const languages = ['en', 'es'] as const;
export type BookLanguage = (typeof languages)[number];

/** In which language figures are told to people; files for machines are the same in each. */
export class LanguageQuery {
  @ApiPropertyOptional({ enum: languages, default: 'en', description: 'Language of what people read.' })
  @IsOptional()
  @IsIn(languages, { message: `Choose one of: ${languages.join(', ')}.` })
  language: BookLanguage = 'en';
}

/** What a book to print is asked. */
export class PrintedBookQuery extends IntersectionType(BookQuery, LanguageQuery) {}

/** What a report is asked. */
export class ReportQuery extends PatternsQuery {
  @ApiPropertyOptional({ enum: formats, default: 'json', description: 'csv: the rows alone, as a file.' })
  @IsOptional()
  @IsIn(formats, { message: `Choose one of: ${formats.join(', ')}.` })
  format: (typeof formats)[number] = 'json';

  @ApiPropertyOptional({
    format: 'date',
    description: 'First day of the earlier period, for reports that compare two.',
  })
  @IsOptional()
  @IsDay()
  compareFrom?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day of the earlier period.' })
  @IsOptional()
  @IsDay()
  compareTo?: string;
}

/** What a report is asked that people read. */
export class ToldReportQuery extends IntersectionType(ReportQuery, LanguageQuery) {}

export class ReportColumnAnswer {
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'For a heading.' }) label!: string;
  @ApiProperty({ enum: columnKinds }) kind!: string;
  @ApiProperty({ enum: columnUnits, nullable: true }) unit!: string | null;
  @ApiProperty({ type: String, isArray: true, description: 'Count columns that a figure is made from.' }) of!: string[];
}

export class ReportFilterAnswer {
  @ApiProperty() name!: string;
  @ApiProperty() value!: string;
  @ApiProperty({ description: 'What is narrowed, in words.' }) label!: string;
  @ApiProperty({ description: 'To what, in words: the name of the county, office, ...' }) said!: string;
}

export class ColumnSumAnswer {
  @ApiProperty() total!: string;
  @ApiProperty({ type: String, isArray: true }) parts!: string[];
}

export class ReportChartAnswer {
  @ApiProperty({ enum: ['bars', 'stacked', 'line', 'steps', 'interval', 'heat'] }) kind!: string;
  @ApiProperty({ description: 'Column along the axis of what the rows are about.' }) x!: string;
  @ApiProperty({ type: String, isArray: true, description: 'Columns that are drawn.' }) y!: string[];
  @ApiPropertyOptional() low?: string;
  @ApiPropertyOptional() high?: string;
  @ApiProperty() xLabel!: string;
  @ApiProperty() yLabel!: string;
}

/** A report: the table, how it is made, what to know before quoting it, and how to draw it. */
export class ReportAnswer implements Report {
  @ApiProperty() name!: string;
  @ApiProperty() title!: string;
  @ApiProperty() question!: string;
  @ApiProperty({ format: 'date', description: 'Where the organisation works.' }) on!: string;
  @ApiProperty({ example: 'America/New_York' }) zone!: string;
  @ApiProperty({ type: ReportFilterAnswer, isArray: true }) filters!: ReportFilterAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'What the rows are about.' }) groupBy!: string | null;
  @ApiProperty({ type: String, isArray: true }) methods!: string[];
  @ApiProperty({ type: String, isArray: true }) notes!: string[];
  @ApiProperty({ type: ReportColumnAnswer, isArray: true }) columns!: Report['columns'];
  @ApiProperty({
    isArray: true,
    type: 'object',
    additionalProperties: true,
    description: 'By the names of the columns.',
  })
  rows!: Report['rows'];
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'All rows together.' })
  totals!: Report['totals'];
  @ApiProperty({ description: 'Whether everything counted is in exactly one row.' }) partition!: boolean;
  @ApiProperty({ type: ColumnSumAnswer, isArray: true }) sums!: ColumnSumAnswer[];
  @ApiProperty({ type: ReportChartAnswer, nullable: true }) chart!: Report['chart'];
}
