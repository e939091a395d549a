import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Column, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What every row of an organisation has. Row-level security goes by `organizationId`. */
export interface OrganizationRecord {
  /** UUIDv7, made by the application. */
  id: string;
  organizationId: string;
  /** Optimistic lock: 1 at creation, one more with each change; the ETag of the record. */
  version: number;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedBy: string;
}

/** An {@link OrganizationRecord} that belongs to one client's case file. */
export interface CaseRecord extends OrganizationRecord {
  clientId: string;
}

const instant = () => Column({ type: 'timestamptz', precision: 3 });
const columns: Record<keyof OrganizationRecord, PropertyDecorator> = {
  id: PrimaryColumn('uuid'),
  organizationId: Column('uuid'),
  version: Column('integer', { default: 1 }),
  createdAt: instant(),
  createdBy: Column('uuid'),
  updatedAt: instant(),
  updatedBy: Column('uuid'),
};

type Fields<T> = Type<T>;

class NoFields {}

/** Base class of an entity owned by an organisation, with the given fields of a form if it has one. */
export function organizationRecord<T extends object = NoFields>(
  fields: Fields<T> = NoFields as Fields<T>,
): Type<T & OrganizationRecord> {
  abstract class WithFields extends (fields as Type<object>) {}
  for (const [name, column] of Object.entries(columns)) column(WithFields.prototype, name);
  return WithFields as unknown as Type<T & OrganizationRecord>;
}

/**
 * Base class of an entity with the given fields, part of a case file. The foreign key takes the organisation along, so
 * that not even a mistake in the code can hang a record on another organisation's client.
 */
export function caseRecord<T extends object>(fields: Fields<T>): Type<T & CaseRecord> {
  @ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
  @Index(['organizationId', 'clientId'])
  abstract class OfClient extends (organizationRecord(fields) as Type<OrganizationRecord>) {
    @Column('uuid')
    clientId!: string;
  }
  return OfClient as unknown as Type<T & CaseRecord>;
}

/** Base class of an answer: the given fields and what every record answers besides. */
export function recordAnswer<T extends object>(fields: Fields<T>): Type<T & RecordAnswer> {
  abstract class Answer extends (fields as Type<object>) {
    @ApiProperty({ format: 'uuid' })
    id!: string;

    @ApiProperty({ type: 'integer', description: 'Goes into If-Match of the next change; also the ETag.' })
    version!: number;

    @ApiProperty({ format: 'date-time' })
    createdAt!: string;

    @ApiProperty({ format: 'uuid' })
    createdBy!: string;

    @ApiProperty({ format: 'date-time' })
    updatedAt!: string;

    @ApiProperty({ format: 'uuid' })
    updatedBy!: string;
  }
  return Answer as unknown as Type<T & RecordAnswer>;
}

/** Describes the names of sealed fields that do not open, which only lists have. */
export const UnreadableFields = () =>
  ApiPropertyOptional({
    type: String,
    isArray: true,
    description:
      'In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here.',
  });

/** Base class of the answer of a {@link CaseRecord}. */
export function caseRecordAnswer<T extends object>(
  fields: Fields<T>,
): Type<T & RecordAnswer & { clientId: string; unreadable?: string[] }> {
  abstract class Answer extends (recordAnswer(fields) as Type<RecordAnswer>) {
    @ApiProperty({ format: 'uuid' })
    clientId!: string;

    @UnreadableFields()
    unreadable?: string[];
  }
  return Answer as unknown as Type<T & RecordAnswer & { clientId: string; unreadable?: string[] }>;
}

export interface RecordAnswer {
  id: string;
  version: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}
